"""Records as tables to export, and blank templates: headed by the forms' own labels, so that they come back."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from jizhou_desktop.domain.answers import Codes, show
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.offices import places
from jizhou_desktop.domain.record import Record, Value
from jizhou_desktop.exchange.workbook_out import OutColumn, OutTable, OutValue

_YEAR = "year"


def roster_table(
    title: str,
    enterprise: Form,
    figures: Form,
    codes: Codes,
    *,
    enterprises: Sequence[Record],
    held: Mapping[tuple[str, int], Record],
    years: Sequence[int],
) -> OutTable:
    """Enterprises with their figures of `years` side by side; `held` are the year figures by enterprise and year."""
    yearly = [field for field in figures.fields if field.name != _YEAR]
    rows = [
        [
            *(out_value(field, record[field.name], codes) for field in enterprise.fields),
            *(_figure(field, held.get((record.uid, year)), codes) for year in years for field in yearly),
        ]
        for record in enterprises
    ]
    return OutTable("花名册", title, roster_columns(enterprise, figures, codes, years), rows)


def roster_template(title: str, enterprise: Form, figures: Form, codes: Codes, years: Sequence[int]) -> OutTable:
    """A blank roster to fill in: drop-downs for choices and places, a hint in each head."""
    return OutTable("花名册", title, roster_columns(enterprise, figures, codes, years), [])


def roster_columns(enterprise: Form, figures: Form, codes: Codes, years: Sequence[int]) -> list[OutColumn]:
    """The heads of both forms; those of figures begin with the year."""
    own = [out_column(field, codes) for field in enterprise.fields]
    yearly = [field for field in figures.fields if field.name != _YEAR]
    return [*own, *(out_column(field, codes, before=f"{year}年") for year in years for field in yearly)]


def form_table(title: str, form: Form, codes: Codes, records: Sequence[Record]) -> OutTable:
    """Records of one form, one a row."""
    rows = [[out_value(field, record[field.name], codes) for field in form.fields] for record in records]
    return OutTable(form.title, title, [out_column(field, codes) for field in form.fields], rows)


def out_column(field: Field, codes: Codes, *, before: str = "") -> OutColumn:
    """A question's head: its label, its help as hint, its choices."""
    must = "必填。" if field.required else ""
    return OutColumn(f"{before}{field.label}", f"{must}{field.help}", _choices(field, codes))


def out_value(field: Field, value: Value, codes: Codes) -> OutValue:
    """An answer as a cell that is read back to the same answer: money in 万元 and figures as numbers, days as dates."""
    if value is None:
        return None
    if field.kind is FieldKind.MONEY and isinstance(value, int):
        return wan_of_fen(value)
    if field.kind in (FieldKind.WHOLE, FieldKind.DECIMAL) and (isinstance(value, int) or _is_figure(value)):
        return Decimal(value)
    if field.kind is FieldKind.DATE and _is_day(str(value)):
        return date.fromisoformat(str(value))
    return show(field, value, codes)


def _figure(field: Field, record: Record | None, codes: Codes) -> OutValue:
    return out_value(field, record[field.name], codes) if record else None


def _choices(field: Field, codes: Codes) -> Sequence[str]:
    if field.kind is FieldKind.PLACE:
        return [office.name for office in places(codes.offices)]
    return ("是", "否") if field.kind is FieldKind.YES_NO else field.choices


def _is_figure(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def _is_day(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-"
