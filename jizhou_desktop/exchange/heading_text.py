"""What a heading says besides its name: a year, a unit."""

import re
from functools import lru_cache

from jizhou_desktop.domain.text import fold, half_width

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_NO_YEAR = re.compile(r"\d{4}年?度?\s*[-—–~～至]+\s*\d{2,4}|\d{4}\s*[-./年]\s*\d{1,2}(?:\s*[-./月]|$)")
"""A span of years, a day or a month."""
_YEAR_WORDS = re.compile(r"(?<!\d)(?:19|20)\d{2}\s*年?度?|(?:上|本|今|去|当)年度?|上年同期|本期")
_LAST_YEAR, _THIS_YEAR = re.compile(r"上年|去年"), re.compile(r"[本今当]年|本期")
_SAID_UNIT = re.compile(r"(?:计量|金额)?单位\s*[:：]\s*([^()（）\s；;]+)")
_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_MONEY = re.compile(r"(?:亿|千万|百万|十万|万|千|百)?(?:美元|欧元|日元|港元|港币|澳元|英镑|元)")
_COUNTED = re.compile(r"(?:[万亿千](?!瓦|克))(?:千瓦时|千瓦·时|度|吨标准煤|吨标煤|吨|人|件)|(?:千克|公斤)标准?煤")
_AT_END = re.compile(rf"[/／,，、:：\s]?({_MONEY.pattern}|{_COUNTED.pattern})$")
_MARKS = re.compile(r"^其中|[*＊★:：、，,。.\s/／]")


@lru_cache(maxsize=20_000)
def bare(heading: str) -> str:
    """A heading's key: without year, unit, brackets, marks and line breaks: 营业收入 for `2019年营业收入（万元）`."""
    named = _BRACKETS.sub("", _SAID_UNIT.sub("", _YEAR_WORDS.sub("", half_width(heading))))
    return fold(_MARKS.sub("", _AT_END.sub("", named.strip())))


def year_in(text: str, this_year: int | None = None) -> int | None:
    """The one year that the text names; 上年 and 本年 count from `this_year`. None where it names none or several.

    A day (2020年7月21日) or a span of years (2017—2020年) names no year.
    """
    plain = _NO_YEAR.sub("", half_width(text))
    found = {int(year) for year in _YEAR.findall(plain)}
    if not found and this_year is not None:
        found = {this_year - 1} if _LAST_YEAR.search(plain) else {this_year} if _THIS_YEAR.search(plain) else set()
    return found.pop() if len(found) == 1 else None


def money_unit(text: str) -> str:
    """The unit of money that a heading or title says: 万元, 元, 千元, 万美元; blank where it says none."""
    for said in _units(half_width(text)):
        found = _MONEY.search(said)
        if found:
            return found[0]
    return ""


def counted_unit(text: str) -> str:
    """The unit of other figures where it is not the plain one: 万千瓦时, 万度, 千克标准煤."""
    for said in _units(half_width(text)):
        found = _COUNTED.search(said)
        if found:
            return found[0]
    return ""


def _units(text: str) -> list[str]:
    at_end = _AT_END.search(text.strip())
    return [*_SAID_UNIT.findall(text), *_BRACKETS.findall(text), *([at_end[1]] if at_end else [])]
