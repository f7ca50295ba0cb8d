"""Printing one paper about many (批量打印): all application forms of a scheme, all registration forms."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks.print_out import Paper, paper_of, print_paper

Report = Callable[[int, int, str], None]
"""Told (done, total, what is being done); it may raise to stop the work."""


def subjects_of(workspace: Workspace, paper: Paper, year: int) -> list[Record]:
    """The records of the year that a paper may be about, those that have no year among them."""
    if paper.about is None:
        return []
    held = workspace.records.all_of(paper.about)
    return [record for record in held if record.year in (None, year) and paper.form in ("", record.form)]


def print_many(
    workspace: Workspace,
    paper_id: str,
    subjects: Sequence[str],
    *,
    year: int,
    folder: Path,
    now: datetime,
    report: Report,
) -> list[Path]:
    """Writes the paper about each subject (uids) into `folder`, one file each, and gives the files.

    Raises UserError where there is no subject, or as `print_paper` does.
    """
    paper = paper_of(paper_id)
    if not subjects:
        raise UserError(f"{year}年没有可以打印“{paper.title}”的对象。")
    files: list[Path] = []
    for done, subject in enumerate(subjects, start=1):
        report(done - 1, len(subjects), f"正在排版：{paper.title}，第{done}份，共{len(subjects)}份…")
        out = folder / f"{paper.title}-{now:%Y%m%d-%H%M%S}-{done:03}.pdf"
        files.append(print_paper(workspace, paper_id, year=year, subject=subject, out=out, now=now).file)
    return files
