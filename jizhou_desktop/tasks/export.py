"""Lists as workbooks (导出), in the shape in which they can be taken in again."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.exchange.subjects import ENTERPRISE, Subject
from jizhou_desktop.exchange.text_out import write_text
from jizhou_desktop.exchange.workbook_out import OutColumn, OutTable, write_workbook
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks.list_tables import column, columns_of, figure_fields, row_of, value_of
from jizhou_desktop.tasks.subjects import all_subjects
from jizhou_desktop.tasks.transformations import as_they_stand

KINDS: Mapping[str, str] = {
    "enterprises": "企业档案（含各年度指标）",
    "carriers": "载体档案",
    "claims": "补贴申报",
    "transformations": "转型任务",
    "targets": "任务指标",
    "contacts": "联系人",
    "products": "主要产品",
    "qualifications": "资质荣誉",
    "energy": "能源消费",
    "equipment": "设备清单",
    "tenants": "入驻企业",
    "all": "全部列表（一个工作簿）",
}

_RECORDS = {
    "enterprises": Kind.ENTERPRISE, "carriers": Kind.CARRIER, "claims": Kind.CLAIM,
    "transformations": Kind.TRANSFORMATION, "targets": Kind.TARGET, "contacts": Kind.CONTACT,
    "products": Kind.PRODUCT, "qualifications": Kind.QUALIFICATION, "energy": Kind.ENERGY,
    "equipment": Kind.EQUIPMENT, "tenants": Kind.TENANT,
}  # fmt: skip


def export(workspace: Workspace, what: str, out: Path, *, now: datetime) -> int:
    """Writes one list and gives the number of its rows, as xlsx, or as csv where the list is one table.

    Raises UserError for a list there is none of.
    """
    if what not in KINDS:
        raise UserError(f"没有“{what}”这种列表，可选：{'、'.join(KINDS)}。")
    kinds = list(_RECORDS.values()) if what == "all" else [_RECORDS[what]]
    wanted = [subject for subject in all_subjects() if subject.form.kind in kinds]
    held = {subject.id: _records(workspace, subject) for subject in wanted}
    filled = [subject for subject in wanted if held[subject.id]] or wanted[:1]
    tables = [_table(workspace, subject, held[subject.id]) for subject in filled]
    _write(tables, out, now=now)
    return sum(len(table.rows) for table in tables)


def _write(tables: list[OutTable], out: Path, *, now: datetime) -> None:
    suffix = out.suffix.lower()
    if suffix == ".csv" and len(tables) == 1:
        write_text(tables[0], out)
        return
    if suffix == ".csv":
        names = "、".join(table.name for table in tables)
        raise UserError(f"csv 只能放一张表，这次有{len(tables)}张（{names}），请导出为 xlsx。")
    if suffix != ".xlsx":
        raise UserError(f"导出文件应以 .xlsx 或 .csv 结尾，现为 {out.name}。")
    write_workbook(tables, out, now=now)


def _records(workspace: Workspace, subject: Subject) -> list[Record]:
    every = as_they_stand(workspace, workspace.records.all_of(Kind(subject.form.kind)))
    held = [one for one in every if one.form == subject.id]
    return sorted(held, key=lambda one: (one.parent or "", one.whole("place_in_list") or 0)) if subject.owner else held


def _table(workspace: Workspace, subject: Subject, records: list[Record]) -> OutTable:
    title = f"{workspace.profile.office.full_name}{subject.form.title}"
    if subject.id == ENTERPRISE:
        return _roster(workspace, subject, records)
    owners = {
        record.uid: record
        for kind in ((Kind.ENTERPRISE, Kind.CARRIER, Kind.CLAIM) if subject.owner else ())
        for record in workspace.records.all_of(kind, closed=True)
    }
    columns = columns_of(subject)
    rows = [row_of(subject, record, owners) for record in records]
    if subject.form.kind == Kind.CLAIM:
        columns.append(OutColumn("补贴金额（万元）", "按行动计划计算，不必填写；导入时不读取。"))
        for row, record in zip(rows, records, strict=True):
            amount = record.whole("amount")
            row.append(None if amount is None else wan_of_fen(amount))
    return OutTable(subject.form.title, title, columns, rows)


def _roster(workspace: Workspace, subject: Subject, records: list[Record]) -> OutTable:
    """Enterprises with their figures of each year side by side."""
    figures = {(one.parent, one.year): one for one in workspace.records.all_of(Kind.YEAR_FIGURES)}
    held = {record.uid for record in records}
    years = sorted({year for parent, year in figures if year is not None and parent in held})
    asked = figure_fields()
    columns = columns_of(subject) + [column(field, "", f"{year}年") for year in years for field in asked]
    rows = []
    for record in records:
        row = row_of(subject, record, {})
        for year in years:
            one = figures.get((record.uid, year))
            row += [value_of(field, one[field.name] if one else None) for field in asked]
        rows.append(row)
    return OutTable("花名册", f"{workspace.profile.office.full_name}企业花名册", columns, rows)
