"""Blank workbooks to be filled in (空白模板): drop-downs, units and hints as the forms say; taken in without faults."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.subjects import ENTERPRISE, FIGURES, Subject
from jizhou_desktop.exchange.workbook_out import OutColumn, OutTable, write_workbook
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.list_tables import column, columns_of, figure_fields
from jizhou_desktop.tasks.subjects import all_subjects, subject

ALL = "all"


def kinds() -> Mapping[str, str]:
    """The templates by their ids, each with its Chinese title."""
    named = {one.id: one.form.title for one in all_subjects()}
    first = {ENTERPRISE: "企业花名册（含年度指标）", FIGURES: resources.form(FIGURES).title}
    return {**first, **{key: title for key, title in named.items() if key != ENTERPRISE}, ALL: "全部（一个工作簿）"}


def template(kind: str, out: Path, *, now: datetime, year: int | None = None) -> int:
    """Writes a blank template and gives the number of its sheets. `year` is that of a roster's figures (the plan's).

    Raises UserError for a kind there is none of.
    """
    if kind not in kinds():
        raise UserError(f"没有“{kind}”这种模板，可选：{'、'.join(kinds())}。")
    if out.suffix.lower() != ".xlsx":
        raise UserError(f"模板文件应以 .xlsx 结尾，现为 {out.name}。")
    year = year or resources.latest_plan().year
    tables = [_table(one, year) for one in all_subjects()] if kind == ALL else [_one(kind, year)]
    write_workbook(tables, out, now=now)
    return len(tables)


def _one(kind: str, year: int) -> OutTable:
    if kind == FIGURES:
        enterprise, figures = resources.form(ENTERPRISE), resources.form(FIGURES)
        columns = [column(enterprise.field(name), ENTERPRISE) for name in ("name", "uscc")]
        columns += [column(field, FIGURES) for field in figures.fields]
        return OutTable(figures.title, figures.title, columns, [])
    return _table(subject(kind), year)


def _table(one: Subject, year: int) -> OutTable:
    columns: list[OutColumn] = columns_of(one)
    if one.figures:
        columns += [column(field, FIGURES, f"{year}年") for field in figure_fields()]
        return OutTable("花名册", "企业花名册", columns, [])
    return OutTable(one.form.title, one.form.title, columns, [])
