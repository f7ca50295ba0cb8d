"""Taking a file in (导入): looked through first, saved only when the official says so."""

from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.roster import Report
from jizhou_desktop.exchange.sheet_choice import SeenSheet, SheetChoice
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks.save_workbook import save_workbook
from jizhou_desktop.tasks.take_in_package import PackageLook, look_at_package, save_package
from jizhou_desktop.tasks.take_in_workbook import (
    Choices,
    WorkbookLook,
    look_at_workbook,
    no_report,
    write_marked_copy,
)
from jizhou_desktop.tasks.uids import NewUid

__all__ = [
    "COUNT_LABELS",
    "Look",
    "SeenSheet",
    "SheetChoice",
    "WorkbookLook",
    "look",
    "look_again",
    "save",
    "write_marked",
]

COUNT_LABELS = {"new": "新增", "changed": "变更", "same": "相同", "faulty": "有误"}

Look = WorkbookLook | PackageLook

PACKAGE_SUFFIX = ".jzb"


def look(
    workspace: Workspace,
    file: Path,
    *,
    year: int | None = None,
    choices: Choices | None = None,
    report: Report = no_report,
) -> Look:
    """What the file would bring: new, changed, same and faulty, each fault with its place. Nothing is saved.

    `year` is that of figures whose heading names none (the plan's year where not given); `choices` are what was
    decided about sheets and columns. Raises UserError where the file cannot be read at all.
    """
    if not file.is_file():
        raise UserError(f"找不到文件 {file}，请检查路径。")
    if file.suffix.lower() == PACKAGE_SUFFIX:
        return look_at_package(workspace, file)
    return look_at_workbook(workspace, file, year=year, choices=choices, report=report)


def look_again(
    workspace: Workspace, looked: WorkbookLook, choices: Choices, *, year: int | None = None, report: Report = no_report
) -> WorkbookLook:
    """The same file by other choices, without reading it again."""
    return look_at_workbook(
        workspace, looked.roster.file, year=year, choices=choices, before=looked, report=report
    )  # fmt: skip


def save(workspace: Workspace, looked: Look, *, now: datetime, new_uid: NewUid, report: Report = no_report) -> None:
    """Saves what is sound, in one transaction. Faulty rows are left out; they stay listed in `looked`."""
    if isinstance(looked, PackageLook):
        save_package(workspace, looked, now=now)
    else:
        save_workbook(workspace, looked, now=now, new_uid=new_uid, report=report)


def write_marked(looked: Look, out: Path) -> None:
    """A copy of the workbook with each fault marked in its cell. Raises UserError for a package."""
    if isinstance(looked, PackageLook):
        raise UserError("数据包不能标错，只有工作簿可以另存标错副本。")
    write_marked_copy(looked, out)
