"""The list as an official set it up (列表设置): its columns and its groups, kept with the workspace; and given out."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.workbook_out import OutColumn, OutTable, write_workbook
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.dossier_columns import USUAL, Column, Columns, columns
from jizhou_desktop.tasks.dossier_rows import DossierRow, dossier_rows, fits_closed, found
from jizhou_desktop.tasks.list_filter import ListFilter, fitting, groups_by_side

_COLUMNS, _GROUPED = "list.columns", "list.grouped"


def kept_columns(workspace: Workspace) -> list[str]:
    """The ids of the columns chosen in this workspace."""
    return list(json.loads(workspace.settings.find(_COLUMNS) or "null") or USUAL)


def keep_columns(workspace: Workspace, ids: Sequence[str]) -> None:
    """Keeps the choice of columns and their order."""
    workspace.settings.keep(_COLUMNS, json.dumps(list(ids)))


def kept_grouping(workspace: Workspace) -> str:
    """By what the list is grouped; blank where its groups are not shown."""
    return workspace.settings.find(_GROUPED)


def keep_grouping(workspace: Workspace, side: str) -> None:
    """Keeps by what the list is grouped."""
    workspace.settings.keep(_GROUPED, side)


def listed(
    workspace: Workspace, wanted: ListFilter, ids: Sequence[str], *, year: int
) -> tuple[Columns, list[DossierRow]]:
    """The columns of those ids, and the rows that fit a filter and its text, by name."""
    shown = columns(ids)
    rows = dossier_rows(workspace, wanted.year or year, closed=wanted.closed, more=shown.more, yearly=shown.yearly)
    left = fitting(rows, wanted, groups_by_side(resources.codes().industries))
    if not wanted.text.strip():
        return shown, left
    only = found(workspace, wanted.text).fitting()
    return shown, [row for row in left if row.uid in only or (row.closed and fits_closed(row, wanted.text))]


def write_list(
    workspace: Workspace, shown: Sequence[Column], rows: Sequence[DossierRow], out: Path, *, now: datetime
) -> int:
    """Writes a list as a workbook, as it is shown; gives the number of its rows."""
    if out.suffix.lower() != ".xlsx":
        raise UserError(f"导出文件应以 .xlsx 结尾，现为 {out.name}。")
    heads = [OutColumn(column.head) for column in shown]
    cells = [[column.cell(row) for column in shown] for row in rows]
    title = f"{workspace.profile.office.full_name}企业列表"
    write_workbook([OutTable("企业列表", title, heads, cells)], out, now=now)
    return len(cells)
