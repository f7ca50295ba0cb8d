"""One reader for each kind of answer: typed text in, value out, UserError with the reason where it cannot be."""

import re
from collections.abc import Callable
from decimal import Decimal

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.dates import chinese_date, read_date, read_year
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import FEN_OF_WAN, grouped, plain_decimal, read_decimal, read_wan, read_whole
from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.domain.offices import find_place
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Value
from jizhou_desktop.domain.text import fold, half_width, one_line, tidy
from jizhou_desktop.domain.uscc import check_uscc, normalise

MOST_TEXT = 200
MOST_LINES = 2000
SMALLEST_CLASS = 4
"""Digits of a 小类."""
_YES = {"是", "有", "y", "yes", "1", "true", "√", "✓", "对"}
_NO = {"否", "无", "n", "no", "0", "false", "×", "✗", "不是", "没有"}
_MOBILE = re.compile(r"(\+?86-?)?1[3-9]\d{9}")
_LANDLINE = re.compile(r"((\(?0\d{2,3}\)?)-?)?[2-9]\d{6,7}(-\d{1,6})?")
_SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+\d+", re.IGNORECASE)
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z./()_-]*")


class Doubt(UserError):  # noqa: N818  — a doubt is no error
    """An answer that can be kept as it is but must be asked about (核实); `value` is what is kept."""

    def __init__(self, sentence: str, value: Value) -> None:
        super().__init__(sentence)
        self.value = value


Reader = Callable[[Field, str, Codes], Value]


def _read_text(field: Field, typed: str, _: Codes) -> Value:
    return _of_length(field, one_line(typed), MOST_TEXT)


def _read_lines(field: Field, typed: str, _: Codes) -> Value:
    return _of_length(field, tidy(typed), MOST_LINES)


def _of_length(field: Field, text: str, most: int) -> str:
    least, most = int(field.min or 1), int(field.max or most)
    if not least <= len(text) <= most:
        limit = f"最多{most}个字" if len(text) > most else f"至少{least}个字"
        raise UserError(f"现有{len(text)}个字，{limit}。")
    return text


def _read_code(field: Field, typed: str, _: Codes) -> Value:
    code = "".join(half_width(typed).split())
    if _SCIENTIFIC.fullmatch(code):
        raise UserError(f"“{typed}”是科学计数法，原来的号码已经丢失，请把单元格设为文本后重填。")
    if not _CODE.fullmatch(code):
        raise UserError(f"“{typed}”不是号码，请只填字母和数字。")
    return _of_length(field, code, MOST_TEXT)


def _read_uscc(_: Field, typed: str, __: Codes) -> Value:
    code = normalise(typed)
    check = check_uscc(code)
    if check.ok:
        return code
    sentence = f"“{code}”{check.sentence}"
    if check.severity is Severity.QUERY:
        raise Doubt(sentence, code)
    raise UserError(sentence)


def _read_place(_: Field, typed: str, codes: Codes) -> Value:
    office = find_place(codes.offices, typed)
    if office is None:
        raise UserError(f"“{typed}”不是本区乡镇、街道或园区，请填名称或九位代码，如 渔阳镇。")
    return office.code


def _read_industry(_: Field, typed: str, codes: Codes) -> Value:
    first = half_width(typed).split()[0]
    industry = codes.industries.find(first) or codes.industries.named(typed)
    if industry is None:
        return _unknown_class(first, typed, codes)
    if len(industry.code) < SMALLEST_CLASS:
        raise Doubt(f"“{industry}”不是小类，请填四位小类代码。", industry.code)
    return industry.code


def _unknown_class(code: str, typed: str, codes: Codes) -> Value:
    """A 小类 that the table lacks is asked about where its 中类 is known: the standard was amended once already."""
    parent = codes.industries.find(code[:3]) if code.isdigit() and len(code) == SMALLEST_CLASS else None
    if parent:
        raise Doubt(f"行业分类表中没有小类“{code}”，其中类为“{parent}”，请核对。", code)
    raise UserError(f"“{typed}”不在《国民经济行业分类》（GB/T 4754-2017）中，请填行业代码或名称，如 3311。")


def _read_phone(_: Field, typed: str, __: Codes) -> Value:
    numbers = [number for number in re.split(r"[、,;/]|\s{2,}", half_width(typed).replace("；", ";")) if number.strip()]
    bare = ["".join(number.split()).replace("转", "-") for number in numbers]
    wrong = next((number for number in bare if not _is_phone(number)), None)
    if wrong or not bare:
        raise UserError(f"“{wrong or typed}”不是电话号码，请填11位手机号或 022-29142345 这样的固定电话。")
    return "、".join(bare)


def _is_phone(number: str) -> bool:
    return bool(_MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number))


def _read_choice(field: Field, typed: str, _: Codes) -> Value:
    for choice in field.choices:
        if fold(choice) == fold(typed):
            return choice
    raise UserError(f"“{typed}”不在选项之内，请选：{'、'.join(field.choices)}。")


def _read_yes_no(_: Field, typed: str, __: Codes) -> Value:
    key = fold(typed)
    if key in _YES or key in _NO:
        return int(key in _YES)
    raise UserError(f"“{typed}”看不懂，请填“是”或“否”。")


def _read_date(field: Field, typed: str, _: Codes) -> Value:
    day = read_date(typed)
    if field.min and day < read_date(field.min):
        raise UserError(f"{chinese_date(day)}早于{chinese_date(read_date(field.min))}，请核对。")
    if field.max and day > read_date(field.max):
        raise UserError(f"{chinese_date(day)}晚于{chinese_date(read_date(field.max))}，请核对。")
    return day.isoformat()


def _read_year(field: Field, typed: str, _: Codes) -> Value:
    year = read_year(typed)
    _in_limits(field, Decimal(year), "")
    return year


def _read_whole(field: Field, typed: str, _: Codes) -> Value:
    value = read_whole(typed)
    _in_limits(field, Decimal(value), "")
    return value


def _read_decimal(field: Field, typed: str, _: Codes) -> Value:
    value = read_decimal(typed)
    _in_limits(field, value, "")
    return plain_decimal(value)


def _read_money(field: Field, typed: str, _: Codes) -> Value:
    wan = read_wan(typed)
    _in_limits(field, wan, "万元")
    fen = wan * FEN_OF_WAN
    if fen != fen.to_integral_value():
        raise UserError(f"“{typed}”细于分，请最多保留到分（万元为单位时六位小数）。")
    return int(fen)


def _in_limits(field: Field, value: Decimal, unit: str) -> None:
    if field.min and value < Decimal(field.min):
        raise UserError(f"{grouped(value)}{unit}小于最小值 {field.min}{unit}，请核对。")
    if field.max and value > Decimal(field.max):
        raise UserError(f"{grouped(value)}{unit}大于最大值 {field.max}{unit}，请核对。")


READERS: dict[FieldKind, Reader] = {
    FieldKind.TEXT: _read_text,
    FieldKind.LINES: _read_lines,
    FieldKind.CODE: _read_code,
    FieldKind.USCC: _read_uscc,
    FieldKind.PLACE: _read_place,
    FieldKind.INDUSTRY: _read_industry,
    FieldKind.PHONE: _read_phone,
    FieldKind.CHOICE: _read_choice,
    FieldKind.YES_NO: _read_yes_no,
    FieldKind.DATE: _read_date,
    FieldKind.YEAR: _read_year,
    FieldKind.WHOLE: _read_whole,
    FieldKind.DECIMAL: _read_decimal,
    FieldKind.MONEY: _read_money,
}
