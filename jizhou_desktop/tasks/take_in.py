"""Taking a file in (导入): looked through first, saved only when the official says so."""

from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks.take_in_package import PackageLook, look_at_package, save_package
from jizhou_desktop.tasks.take_in_workbook import WorkbookLook, look_at_workbook, save_workbook, write_marked_copy
from jizhou_desktop.tasks.uids import NewUid

COUNT_LABELS = {"new": "新增", "changed": "变更", "same": "相同", "faulty": "有误"}

Look = WorkbookLook | PackageLook

PACKAGE_SUFFIX = ".jzb"


def look(workspace: Workspace, file: Path, *, year: int | None = None) -> Look:
    """What the file would bring: new, changed, same and faulty, each fault with its place. Nothing is saved.

    `year` is that of figures whose heading names none (the plan's year where not given). Raises UserError where the
    file cannot be read at all.
    """
    if not file.is_file():
        raise UserError(f"找不到文件 {file}，请检查路径。")
    if file.suffix.lower() == PACKAGE_SUFFIX:
        return look_at_package(workspace, file)
    return look_at_workbook(workspace, file, year=year)


def save(workspace: Workspace, looked: Look, *, now: datetime, new_uid: NewUid) -> None:
    """Saves what is sound, in one transaction. Faulty rows are left out; they stay listed in `looked`."""
    if isinstance(looked, PackageLook):
        save_package(workspace, looked, now=now)
    else:
        save_workbook(workspace, looked, now=now, new_uid=new_uid)


def write_marked(looked: Look, out: Path) -> None:
    """A copy of the workbook with each fault marked in its cell. Raises UserError for a package."""
    if isinstance(looked, PackageLook):
        raise UserError("数据包不能标错，只有工作簿可以另存标错副本。")
    write_marked_copy(looked, out)
