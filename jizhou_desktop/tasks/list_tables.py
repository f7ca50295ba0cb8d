"""A list as a table for a workbook: what each column asks, and each record as a row that can be taken in again."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.record import Record, Value
from jizhou_desktop.exchange.subjects import ENTERPRISE, FIGURES, OWNER, Subject
from jizhou_desktop.exchange.workbook_out import OutColumn, OutValue
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.subjects import path_titles

_OLDEST_DAY = date(1900, 3, 1)
"""Excel counts days from 1900 and has a 29 February in that year: what is older stays words."""

_AS_TEXT = (FieldKind.USCC, FieldKind.CODE, FieldKind.PHONE, FieldKind.INDUSTRY, FieldKind.TEXT, FieldKind.LINES)
_HOW = {
    FieldKind.MONEY: "填数字，单位万元；也可写 84000元。",
    FieldKind.WHOLE: "填整数。",
    FieldKind.DECIMAL: "填数字。",
    FieldKind.DATE: "填日期，如 2020-07-21、2020年7月21日。",
    FieldKind.YEAR: "填四位年份，如 2020。",
    FieldKind.YES_NO: "从下拉选项中选“是”或“否”。",
    FieldKind.CHOICE: "从下拉选项中选取。",
    FieldKind.PLACE: "从下拉选项中选取乡镇、街道或园区。",
    FieldKind.PHONE: "11位手机号，或区号加号码。",
    FieldKind.LINES: "可写多行，格内换行用 Alt+Enter。",
    FieldKind.TEXT: "填文字。",
    FieldKind.USCC: "18位，文本格式。",
    FieldKind.CODE: "文本格式，保留前面的零。",
    FieldKind.INDUSTRY: "填 GB/T 4754-2017 四位代码或名称。",
}


_WIDTHS = {
    FieldKind.USCC: 22, FieldKind.LINES: 36, FieldKind.TEXT: 16, FieldKind.CODE: 20, FieldKind.PHONE: 16,
    FieldKind.DATE: 14, FieldKind.PLACE: 16, FieldKind.CHOICE: 14,
}  # fmt: skip
_NAME_WIDTH = 34


def columns_of(subject: Subject) -> list[OutColumn]:
    """Whose the row is, then what it says; enterprises' figures not included."""
    owner = [column(field, OWNER) for field in subject.owner.fields] if subject.owner else []
    return owner + [column(field, subject.id) for field in subject.form.fields]


def figure_fields() -> list[Field]:
    """What is asked once a year."""
    return [field for field in resources.form(FIGURES).fields if field.name != "year"]


def column(field: Field, form_id: str, before: str = "") -> OutColumn:
    """The column that asks a question: heading with its unit, hint, drop-down; `before` goes before the heading."""
    paths = field.name == "path"
    needed = "必填。" if field.required else ""
    help_ = f"{field.help.rstrip('。')}。" if field.help else ""
    how = "从下拉选项中选取。" if paths else _HOW[field.kind]
    if form_id == ENTERPRISE and field.name == "name":
        help_ = "必填，与营业执照一致的全称；已建档的企业由名称或信用代码认出。"
        needed = how = ""
    said = needed + help_ + ("" if help_ and how in ("填文字。", "填数字。", "填整数。") else how)
    width = _NAME_WIDTH if "企业名称" in field.label or paths else _WIDTHS.get(field.kind, 0)
    return OutColumn(f"{before}{field.label}", said, _choices(field), text=field.kind in _AS_TEXT, width=width)


def _choices(field: Field) -> Sequence[str]:
    if field.name == "path":
        return list(path_titles().values())
    if field.kind is FieldKind.YES_NO:
        return ("是", "否")
    if field.kind is FieldKind.PLACE:
        return [office.name for office in resources.places()]
    return field.choices


def row_of(subject: Subject, record: Record, owners: Mapping[str, Record]) -> list[OutValue]:
    """A record as a row under `columns_of`; `owners` are the records that others belong to, by uid."""
    said = [owner_value(field.name, record, owners) for field in subject.owner.fields] if subject.owner else []
    return [*said, *(value_of(field, record[field.name]) for field in subject.form.fields)]


def owner_value(name: str, record: Record, owners: Mapping[str, Record]) -> str:
    """What says whose the record is: the enterprise's name and code, the claim's year and project."""
    owner = owners.get(record.parent or "")
    claim = owner if owner is not None and owner.parent else None
    if name == "year":
        return str((claim or record).year or "")
    if name == "project":
        return claim.text("project") or claim.text("product") if claim else ""
    named = owners.get(claim.parent or "") if claim else owner
    return named.text(name) if named else ""


def value_of(field: Field, value: Value) -> OutValue:
    """Figures as figures, money in 万元, days as days; codes and all else as text."""
    if isinstance(value, int) and field.kind in (FieldKind.MONEY, FieldKind.WHOLE):
        return wan_of_fen(value) if field.kind is FieldKind.MONEY else Decimal(value)
    shown = str(value or "")
    if field.kind is FieldKind.DECIMAL and shown[-1:].isdigit():
        return Decimal(shown)
    if field.kind is FieldKind.DATE and shown[:1].isdigit() and date.fromisoformat(shown) >= _OLDEST_DAY:
        return date.fromisoformat(shown)
    if field.kind in (FieldKind.INDUSTRY, FieldKind.YEAR):
        return shown
    return path_titles().get(shown, shown) if field.name == "path" else show(field, value, resources.codes())
