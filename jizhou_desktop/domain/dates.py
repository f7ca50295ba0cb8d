"""How a date as typed by an official is read, and how it is written on paper."""

import re
from calendar import monthrange
from datetime import date, timedelta

from jizhou_desktop.domain.figures import Unreadable
from jizhou_desktop.domain.text import half_width

EARLIEST_YEAR = 1900
LATEST_YEAR = 2100

_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_PARTS = re.compile(r"(\d{1,4})(?:[./\-年])(\d{1,2})(?:[./\-月])(\d{1,2})日?")
_NO_DAY = re.compile(r"(\d{4})(?:[./\-年])(\d{1,2})月?")
_MIDNIGHT = re.compile(r"[ t]0?0:00(:00(\.0+)?)?$")
_SERIAL = re.compile(r"[2-6]\d{4}")
_SERIAL_ZERO = date(1899, 12, 30)


def read_date(text: str) -> date:
    """A date: `20200721`, `2020.7.21`, `2020/7/21`, `2020-7-21`, `2020年7月21日`, full-width as well.

    Raises Unreadable for a two-digit year, a date without day, a date that does not exist, and for digits in which a
    zero was left out (`2020721`), with the readings there are.
    """
    typed = re.sub(r"\s+", "", _MIDNIGHT.sub("", half_width(text).strip().lower()))
    found = _EIGHT.fullmatch(typed) or _PARTS.fullmatch(typed)
    if not found:
        raise Unreadable(_why_not(typed, text.strip()))
    year, month, day = found.groups()
    if len(year) != 4:
        raise Unreadable(f"“{text.strip()}”的年份不是四位，请写全，如 2020年7月21日。")
    return _existing(int(year), int(month), int(day))


def read_year(text: str) -> int:
    """A year of four digits: `2020`, `2020年`, `２０２０年度`. Raises Unreadable for anything else."""
    typed = half_width(text).strip().removesuffix("度").removesuffix("年")
    if not re.fullmatch(r"\d{4}", typed) or not EARLIEST_YEAR <= int(typed) <= LATEST_YEAR:
        raise Unreadable(f"“{text.strip()}”不是年份，请填四位年份，如 2020。")
    return int(typed)


def chinese_date(day: date) -> str:
    """`2020年7月21日`, as dates stand in official documents (GB/T 9704-2012 7.3.5.4: no zeros in front)."""
    return f"{day.year}年{day.month}月{day.day}日"


def _existing(year: int, month: int, day: int) -> date:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise Unreadable(f"年份 {year} 不在 {EARLIEST_YEAR} 至 {LATEST_YEAR} 年之间，请核对。")
    if not 1 <= month <= 12:
        raise Unreadable(f"没有{month}月，请核对日期。")
    if not 1 <= day <= monthrange(year, month)[1]:
        raise Unreadable(f"{year}年{month}月没有{day}日，请核对日期。")
    return date(year, month, day)


def _why_not(typed: str, text: str) -> str:
    if _NO_DAY.fullmatch(typed):
        return f"“{text}”没有写到日，请填完整日期，如 2020年7月21日。"
    if re.fullmatch(r"\d{6,7}", typed):
        return _with_readings(typed, text)
    if _SERIAL.fullmatch(typed):
        meant = chinese_date(_SERIAL_ZERO + timedelta(days=int(typed)))
        return f"“{text}”像是 Excel 的日期序号（{meant}），请按日期填写。"
    return f"“{text}”不是日期，请按 2020年7月21日、2020-7-21 或 20200721 填写。"


def _with_readings(digits: str, text: str) -> str:
    meant = [chinese_date(day) for day in _readings(digits)]
    if not meant:
        return f"“{text}”不是日期，请按 2020年7月21日 或 20200721（八位）填写。"
    return f"“{text}”少写了零，可读作{'、'.join(meant)}，请按八位数字或年月日写全。"


def _readings(digits: str) -> list[date]:
    """All dates that the digits may mean when months or days below ten were typed without their zero."""
    rest = digits[4:]
    splits = ((rest[:cut], rest[cut:]) for cut in range(1, len(rest)))
    found = []
    for month, day in splits:
        if len(month) <= 2 and len(day) <= 2 and month[0] != "0" and day[0] != "0":
            try:
                found.append(_existing(int(digits[:4]), int(month), int(day)))
            except Unreadable:
                continue
    return found
