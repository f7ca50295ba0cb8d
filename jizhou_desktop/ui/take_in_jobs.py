"""What the take-in page has the worker do: each job opens the workspace anew, since a connection is one thread's."""

from collections.abc import Callable
from pathlib import Path

from jizhou_desktop.tasks import take_back, take_in
from jizhou_desktop.tasks.take_back import TakenBack
from jizhou_desktop.tasks.take_in_package import PackageLook, save_package
from jizhou_desktop.tasks.take_in_workbook import Choices
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.look_rows import LookRow, look_rows
from jizhou_desktop.ui.work import Report

Looked = tuple[take_in.Look, list[LookRow]]


def looking(desk: Desk, file: Path) -> Callable[[Report], Looked]:
    """Looks a file through."""
    year = desk.year

    def job(report: Report) -> Looked:
        report(0, 0, f"正在读取 {file.name}…")
        with open_workspace(desk.workspace.folder, now=desk.now()) as workspace:
            looked = take_in.look(workspace, file, year=year, report=report)
        return looked, look_rows(looked)

    return job


def looking_again(desk: Desk, before: take_in.WorkbookLook, choices: Choices) -> Callable[[Report], Looked]:
    """Looks the same workbook through by what was decided."""
    year = desk.year

    def job(report: Report) -> Looked:
        with open_workspace(desk.workspace.folder, now=desk.now()) as workspace:
            again = take_in.look_again(workspace, before, choices, year=year, report=report)
        return again, look_rows(again)

    return job


def saving(desk: Desk, looked: take_in.Look) -> Callable[[Report], str]:
    """Saves what is sound, and tells how much that was: in the words of the receipt (回执) for a package."""

    def job(report: Report) -> str:
        with open_workspace(desk.workspace.folder, now=desk.now()) as workspace:
            if isinstance(looked, PackageLook):
                return save_package(workspace, looked, now=desk.now()).text()
            take_in.save(workspace, looked, now=desk.now(), new_uid=desk.new_uid, report=report)
        counts = looked.counts()
        left = f"；有误的{counts['faulty']:,}行没有导入，改好后再导入即可" if counts["faulty"] else ""
        name = looked.roster.file.name
        return f"已导入“{name}”：新增{counts['new']:,}行，变更{counts['changed']:,}行{left}。"

    return job


def taking_back(desk: Desk, number: int) -> Callable[[Report], TakenBack]:
    """Takes one take-in back."""

    def job(report: Report) -> TakenBack:
        with open_workspace(desk.workspace.folder, now=desk.now()) as workspace:
            return take_back.take_back(workspace, number, now=desk.now(), report=report)

    return job
