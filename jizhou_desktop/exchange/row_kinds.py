"""Rows of a roster that are no enterprise: sums, signatures, notes, repeated heads, a township as a title."""

import re
from collections.abc import Mapping, Sequence

from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.sheets import Sheet

_CLOSING = re.compile(
    r"(本页|本表|全区|全镇|全乡)?(合计|小计|总计|累计)(?=$|[:(共\d])|共计?\d+[家户]"
    r"|(填表|填报|制表|审核|复核|统计|单位)?(负责人|联系人|单位|人|日期|时间|说明|机构)[:(]"
    r"|(制表|审核|填报|填表|复核|联系电话|备注|附注|注\d?|说明|盖章|\(盖章\)|\(公章\))([:(]|$)"
)
_COUNTING = re.compile(r"\(?(\d{1,3}|[甲乙丙丁戊己庚辛a-z])\)?")
_UNITS = re.compile(r"[-—–/]+|(亿|千万|百万|万|千)?(元|人|件|个|项|千瓦时|度|吨标准煤|吨标煤|吨)|年/?月/?日")
_SHOWN = 30


def closes(said: Sequence[str]) -> bool:
    """Whether a row's filled cells sum up or sign a table (合计, 填表人：, 注：) instead of naming an enterprise."""
    return bool(said) and bool(_CLOSING.match(fold(said[0])))


def repeats(cells: Sequence[str], heading: Sequence[str]) -> bool:
    """Whether a row is the heading once more, as on each printed page."""
    return cells == heading and any(cells)


def is_numbering(cells: Sequence[str]) -> bool:
    """Whether a row only numbers the columns, as statistics forms do: 甲, 乙, 1, 2, 3."""
    said = [fold(cell) for cell in cells if cell]
    return len(said) > 1 and all(_COUNTING.fullmatch(cell) for cell in said) and len(set(said)) == len(said)


def unit_row(sheet: Sheet, row: int) -> Mapping[int, str]:
    """The units of a row that holds nothing but units, by column; empty where it is another kind of row."""
    if row >= len(sheet.rows):
        return {}
    said = {index: cell.strip("()（） ") for index, cell in enumerate(sheet.rows[row]) if cell}
    plain = {index: cell for index, cell in said.items() if not re.fullmatch(r"[-—–/]+", cell)}
    return said if plain and all(_UNITS.fullmatch(cell) for cell in said.values()) else {}


def shown(said: Sequence[str]) -> str:
    """A row's words, cut for a sentence."""
    words = " ".join(said)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
