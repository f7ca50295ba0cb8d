"""Lists as Excel workbooks (导出), in the shape in which they can be taken in again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.exchange.workbook_out import OutColumn, OutTable, write_workbook
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources

KINDS: Mapping[str, str] = {
    "enterprises": "企业档案（含各年度指标）",
    "carriers": "载体档案",
    "claims": "补贴申报",
    "transformations": "转型任务",
    "targets": "任务指标",
    "template": "花名册空表",
}


def export(workspace: Workspace, what: str, out: Path, *, now: datetime) -> int:
    """Writes one list and gives the number of its rows. Raises UserError for a list there is none of."""
    if what not in KINDS:
        raise UserError(f"没有“{what}”这种列表，可选：{'、'.join(KINDS)}。")
    if out.suffix.lower() != ".xlsx":
        raise UserError(f"导出文件应以 .xlsx 结尾，现为 {out.name}。")
    tables = _TABLES[what](workspace)
    write_workbook(tables, out, now=now)
    return sum(len(table.rows) for table in tables)


def _enterprises(workspace: Workspace) -> list[OutTable]:
    records = workspace.records.all_of(Kind.ENTERPRISE)
    figures = {(record.parent, record.year): record for record in workspace.records.all_of(Kind.YEAR_FIGURES)}
    years = sorted({year for _, year in figures if year is not None})
    return [_roster(workspace, records, figures, years)]


def _template(workspace: Workspace) -> list[OutTable]:
    return [_roster(workspace, [], {}, [resources.latest_plan().year])]


def _roster(
    workspace: Workspace,
    records: Sequence[Record],
    figures: Mapping[tuple[str | None, int | None], Record],
    years: Sequence[int],
) -> OutTable:
    enterprise, yearly = resources.form("enterprise"), resources.form("year-figures")
    asked = [field for field in yearly.fields if field.name != "year"]
    columns = [_column(field) for field in enterprise.fields]
    columns += [_column(field, f"{year}年") for year in years for field in asked]
    rows = []
    for record in records:
        row = [_cell(field, record[field.name]) for field in enterprise.fields]
        for year in years:
            held = figures.get((record.uid, year))
            row += [_cell(field, held[field.name] if held else None) for field in asked]
        rows.append(row)
    return OutTable("花名册", f"{workspace.profile.office.full_name}企业花名册", columns, rows)


def _claims(workspace: Workspace) -> list[OutTable]:
    records = workspace.records.all_of(Kind.CLAIM)
    by_form = {form: [record for record in records if record.form == form] for form in {r.form for r in records}}
    return [
        _list(workspace, resources.form(form), held, ("补贴金额（万元）", lambda record: _wan(record["amount"])))
        for form, held in sorted(by_form.items())
    ]


def _carriers(workspace: Workspace) -> list[OutTable]:
    form = resources.form("carrier")
    held = workspace.records.all_of(Kind.CARRIER)
    rows = [[_cell(field, record[field.name]) for field in form.fields] for record in held]
    return [OutTable("载体", f"{workspace.profile.office.full_name}载体档案", list(map(_column, form.fields)), rows)]


def _transformations(workspace: Workspace) -> list[OutTable]:
    return [_list(workspace, resources.form("transformation"), workspace.records.all_of(Kind.TRANSFORMATION))]


def _targets(workspace: Workspace) -> list[OutTable]:
    return [_list(workspace, resources.form("target"), workspace.records.all_of(Kind.TARGET))]


def _list(
    workspace: Workspace,
    form: Form,
    records: Sequence[Record],
    *more: tuple[str, Callable[[Record], str | Decimal | None]],
) -> OutTable:
    """One row a record, the enterprise it belongs to first."""
    names = {record.uid: record.text("name") for record in workspace.records.all_of(Kind.ENTERPRISE, closed=True)}
    columns = [OutColumn("企业名称"), *map(_column, form.fields), *(OutColumn(heading) for heading, _ in more)]
    rows = [
        [
            names.get(record.parent or "", ""),
            *(_cell(field, record[field.name]) for field in form.fields),
            *(of(record) for _, of in more),
        ]
        for record in records
    ]
    return OutTable(form.title, form.title, columns, rows)


def _column(field: Field, before: str = "") -> OutColumn:
    choices: Sequence[str] = field.choices
    if field.kind is FieldKind.YES_NO:
        choices = ("是", "否")
    if field.kind is FieldKind.PLACE:
        choices = [office.name for office in resources.places()]
    return OutColumn(f"{before}{field.label}", field.help, choices)


def _cell(field: Field, value: Value) -> str | Decimal | None:
    """Figures as figures, money in 万元; codes and all else as text."""
    if field.kind is FieldKind.MONEY and isinstance(value, int):
        return _wan(value)
    if field.kind in (FieldKind.WHOLE, FieldKind.YEAR) and isinstance(value, int):
        return Decimal(value)
    if field.kind is FieldKind.INDUSTRY:
        return str(value or "")
    return show(field, value, resources.codes())


def _wan(value: Value) -> Decimal | None:
    return wan_of_fen(value) if isinstance(value, int) else None


_TABLES: Mapping[str, Callable[[Workspace], list[OutTable]]] = {
    "enterprises": _enterprises,
    "carriers": _carriers,
    "claims": _claims,
    "transformations": _transformations,
    "targets": _targets,
    "template": _template,
}
