"""How a figure as typed by an official is read. Nothing is guessed: what can be read two ways is refused."""

import re
from decimal import Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.text import half_width

YUAN_OF_WAN = 10_000
FEN_OF_WAN = 1_000_000
MOST_DIGITS = 15
"""More digits than any figure of a district has; also what the store's whole numbers hold with room to spare."""

_NUMBER = re.compile(r"[+-]?(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?")
_RANGE = re.compile(r"(\d[\d,.]*)(?:[亿万]?元?)(?:-{1,2}|—{1,2}|–|~|～|至|到)(\d[\d,.]*)(.*)")
_SPACES = re.compile(r"\s+")
_IN_WAN = {
    "": Decimal(1),
    "万": Decimal(1),
    "万元": Decimal(1),
    "元": Decimal(1) / YUAN_OF_WAN,
    "亿": Decimal(YUAN_OF_WAN),
    "亿元": Decimal(YUAN_OF_WAN),
}
_FOREIGN = (
    "美元",
    "欧元",
    "日元",
    "港元",
    "港币",
    "英镑",
    "澳元",
    "加元",
    "韩元",
    "瑞士法郎",
    "外币",
    "usd",
    "eur",
    "hkd",
)
_COUNTED = {"": 1, "万": 10_000, "千": 1_000}
_MEASURES = (
    "千瓦时", "千瓦·时", "吨标准煤", "吨标煤", "立方米", "平方米", "kwh", "tce",
    "人", "个", "家", "件", "项", "台", "套", "度", "吨", "次", "年", "分", "%", "亩",
)  # fmt: skip


class Unreadable(UserError):  # noqa: N818  — said of what was typed, as UserError is of who
    """A figure or date that cannot be read, or only by guessing; the sentence says why and how to write it."""


def read_wan(text: str) -> Decimal:
    """An amount in 万元: `8.4`, `8.4万`, `84000元`, `1，234．5`, `1.2亿元`, `113(万元人民币)`. A bare number is 万元.

    Raises Unreadable for a range, for a number in which a dash was lost (`100300万元`), for foreign money, and for
    whatever else is not one amount.
    """
    typed = _plain(text)
    _refuse_range(typed, "万元")
    number, unit = _split(_without_currency(typed), text)
    if any(currency in unit for currency in _FOREIGN):
        raise Unreadable(f"“{text.strip()}”是外币，请折合人民币后以万元填写。")
    if unit not in _IN_WAN:
        raise Unreadable(f"“{text.strip()}”的单位看不懂，请填以万元为单位的人民币数字，如 8.4。")
    if unit in ("万", "万元"):
        _refuse_lost_dash(number, text)
    return _decimal(number, text) * _IN_WAN[unit]


def read_whole(text: str) -> int:
    """A whole number: `1,234`, `86人`, `20万度`, `12.0`. Raises Unreadable for anything else."""
    value = _read_counted(text)
    if value != value.to_integral_value():
        raise Unreadable(f"“{text.strip()}”不是整数，请填整数。")
    return int(value)


def read_decimal(text: str) -> Decimal:
    """A number with or without decimals and unit: `215.3`, `215.3吨标准煤`, `15%` (15). Raises Unreadable."""
    return _read_counted(text)


def plain_decimal(value: Decimal) -> str:
    """A decimal as it is kept in a record: no exponent, no zeros at the end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def wan_text(fen: int) -> str:
    """Money (分) as it is shown in 万元: `1,234.5`."""
    return grouped(Decimal(fen) / FEN_OF_WAN)


def grouped(value: Decimal) -> str:
    """A number as it is shown: thousands marks, no zeros at the end."""
    whole, dot, rest = plain_decimal(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{dot}{rest}"


def _plain(text: str) -> str:
    typed = _SPACES.sub("", half_width(text)).lower()
    if not typed:
        raise Unreadable("没有填写数字。")
    return typed


def _refuse_range(typed: str, unit: str) -> None:
    found = _RANGE.fullmatch(typed)
    if found:
        low, high, said = found[1], found[2], found[3] or unit
        raise Unreadable(f"“{typed}”是一个范围，应分两项填写：下限 {low}{said}，上限 {high}{said}。")


def _without_currency(typed: str) -> str:
    bare = typed.removeprefix("人民币").removeprefix("rmb").removeprefix("¥").replace("人民币", "")
    return re.sub(r"\((.*)\)$", r"\1", bare)


def _split(typed: str, text: str) -> tuple[str, str]:
    """The number and what follows it."""
    found = _NUMBER.match(typed)
    if not found:
        raise Unreadable(f"“{text.strip()}”不是数字，请改正；确无此项填“不适用”，尚未取得填“未取得”。")
    rest = typed[found.end() :]
    if rest.startswith(","):
        raise Unreadable(f"“{text.strip()}”的千分位逗号位置不对，请改为如 1,234.5 或 1234.5。")
    return found[0], rest


def _decimal(number: str, text: str) -> Decimal:
    digits = number.replace(",", "")
    if sum(mark.isdigit() for mark in digits) > MOST_DIGITS:
        raise Unreadable(f"“{text.strip()[:30]}”位数过多，请核对后重填。")
    return Decimal(digits)


def _refuse_lost_dash(number: str, text: str) -> None:
    """`100300万元` was 100—300万元 before a web page lost its dash.

    Only such numbers are refused: six digits or more typed without thousands mark, in 万元 said out loud, that split
    into two round numbers of which the second is larger, by ten times at most. `100,300万元` and `100300` are read.
    """
    if not number.isdigit() or len(number) < 6:
        return
    low, high = number[: len(number) // 2], number[len(number) // 2 :]
    round_numbers = low.endswith("0") and high.endswith("0") and not high.startswith("0")
    if round_numbers and int(low) < int(high) <= 10 * int(low):
        whole = f"{int(number):,}"
        raise Unreadable(
            f"“{text.strip()}”有两种读法：{low}—{high}万元（漏了连接号），或 {whole}万元。"
            f"是范围的应分两项填写，是一个数的请写成 {whole}万元。"
        )


def _read_counted(text: str) -> Decimal:
    typed = _plain(text)
    _refuse_range(typed, "")
    number, unit = _split(typed, text)
    for measure in _MEASURES:
        unit = unit.removesuffix(measure)
    if unit not in _COUNTED:
        raise Unreadable(f"“{text.strip()}”的单位看不懂，请只填数字。")
    return _decimal(number, text) * _COUNTED[unit]
