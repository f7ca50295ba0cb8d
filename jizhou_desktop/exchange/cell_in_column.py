"""What a cell says as an answer to its column's question: units of the heading added, what Excel spoiled refused."""

import re
from decimal import Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import plain_decimal
from jizhou_desktop.domain.form import FieldKind
from jizhou_desktop.domain.text import half_width
from jizhou_desktop.exchange.columns import Column

_BARE_NUMBER = re.compile(r"[-+]?(\d[\d,]*(\.\d*)?|\.\d+)")
_IN_WAN = {
    "百元": Decimal("0.01"),
    "千元": Decimal("0.1"),
    "十万元": Decimal(10),
    "百万元": Decimal(100),
    "千万元": Decimal(1000),
}
"""What the judge does not read after a figure; 元, 万元 and 亿元 it does."""

_BRACKETED = re.compile(r"\(([\d,.]+)\)")
_SCIENTIFIC = re.compile(r"[-+]?\d(\.\d+)?E\+\d+", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}")
_FIGURES = (FieldKind.MONEY, FieldKind.WHOLE, FieldKind.DECIMAL)
_NUMBERS_NOT_FIGURES = (FieldKind.USCC, FieldKind.CODE, FieldKind.PHONE)


def answer_in(column: Column, text: str) -> str:
    """The cell's text as the judge reads it.

    Raises UserError for a code that Excel turned into a rounded number, and for figures in brackets, which some write
    for a loss and others for decoration.
    """
    if column.field.kind in _FIGURES:
        return _figure(text, column.unit)
    if column.field.kind in _NUMBERS_NOT_FIGURES and _SCIENTIFIC.fullmatch(text):
        raise UserError(f"“{text}”是数字格式，后几位已丢失，请将该列设为文本格式后重新填写。")
    if column.field.kind is FieldKind.DATE:
        return _TIME_OF_DAY.sub(r"\1", text)
    return text


def _figure(text: str, unit: str) -> str:
    plain = half_width(text).replace(" ", "")
    if bracketed := _BRACKETED.fullmatch(plain):
        number = bracketed[1]
        raise UserError(f"“{text}”有两种读法：负数 -{number}，或 {number}；请去掉括号，亏损填负数。")
    if not unit or not _BARE_NUMBER.fullmatch(plain):
        return text
    if unit in _IN_WAN:
        return plain_decimal(Decimal(plain.replace(",", "")) * _IN_WAN[unit])
    return f"{plain}{unit}"
