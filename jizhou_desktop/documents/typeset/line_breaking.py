"""Breaking text into lines (避头尾): no closing mark begins a line, no opening one ends it, figures stay whole."""

import re
from collections.abc import Callable, Iterator

CLOSES = frozenset("，。、；：？！）》〉」』】〕”’…—～,.;:?!)]}%％‰℃°·")
OPENS = frozenset("（《〈「『【〔“‘([{￥¥")
_TOGETHER = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日"  # a date
    r"|〔\d{4}〕\d+号"  # the year and number of a document
    r"|\d[\d.,]*[%％℃]?[—～-]-?\d[\d.,]*(?:[%％℃]|亿元|万元|元|年)?"  # a range
    r"|\d[\d.,]*(?:[%％‰℃]|亿元|万元|元|家|个|人|件|项|年|月|日|号|吨|条|次|名|台|套|分|天|度|亩|户|期|面|页|倍)?"
    r"|[A-Za-z][A-Za-z0-9_.'&/-]*"
    r"|（(?:万元|元|人|家|件|张|平方米|吨标准煤|千瓦时|[一二三四五六七八九十]+|\d+)）"  # a unit or a number in brackets
    r"|—{2}|…{2}"
)
_IN_NEED = re.compile(r"(?<=[年月—～〕])(?=\d)|(?<=[/_&-])(?=[A-Za-z0-9])")

Measure = Callable[[str], float]


def wrapped(text: str, width: float, measure: Measure, *, first_width: float | None = None) -> list[str]:
    """The lines that `text` takes at `width` mm, its own line breaks kept; at least one.

    `measure` gives a text's width in mm; the first line of each paragraph has `first_width` where it is indented.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _lines(paragraph, width, width if first_width is None else first_width, measure)
    return lines


def _lines(paragraph: str, width: float, first_width: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    line, room = "", first_width
    for piece in pieces(paragraph):
        if line and measure(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line, room = piece.lstrip(), width
        else:
            line += piece
        while measure(line) > room and len(line) > 1:
            # one piece longer than a whole line: an address of digits, a word without end
            cut = _fitting(line, room, measure)
            lines.append(line[:cut])
            line, room = line[cut:], width
    return [*lines, line.rstrip()] if line or not lines else lines


def pieces(text: str) -> Iterator[str]:
    """What stays on one line: a character with its marks, a figure with its unit, a date, a word."""
    piece = ""
    for unit in _units(text):
        if piece and unit[0] not in CLOSES and piece[-1] not in OPENS:
            yield piece
            piece = ""
        piece += unit
    if piece:
        yield piece


def breaks_in_need(piece: str) -> list[int]:
    """Where a piece that would tear the line may be parted: a date after 年, a range after —, a word after / …"""
    return [found.start() for found in _IN_NEED.finditer(piece)]


def _units(text: str) -> Iterator[str]:
    place = 0
    for match in _TOGETHER.finditer(text):
        yield from text[place : match.start()]
        yield match[0]
        place = match.end()
    yield from text[place:]


def _fitting(line: str, width: float, measure: Measure) -> int:
    """How many characters of an overlong piece fit; at least one."""
    cut = 1
    while cut < len(line) and measure(line[: cut + 1]) <= width:
        cut += 1
    return cut
