"""Printing one paper about many (批量打印): all application forms of a scheme, all score sheets of the places."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.record import Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.print_out import Paper, paper_of, print_paper

Report = Callable[[int, int, str], None]
"""Told (done, total, what is being done); it may raise to stop the work."""


def subjects_of(workspace: Workspace, paper: Paper, year: int) -> list[Record]:
    """The records of the year that a paper may be about, those that have no year among them."""
    if paper.about is None:
        return []
    held = workspace.records.all_of(paper.about)
    return [record for record in held if record.year in (None, year) and paper.form in ("", record.form)]


def subject_ids(workspace: Workspace, paper: Paper, year: int) -> list[str]:
    """What a paper may be about, each by its uid, or its code where papers are about places."""
    if "place" in paper.needs:
        return [place.code for place in resources.places()]
    return [record.uid for record in subjects_of(workspace, paper, year)]


def print_many(
    workspace: Workspace,
    paper_id: str,
    subjects: Sequence[str],
    *,
    year: int,
    folder: Path,
    now: datetime,
    report: Report,
) -> list[Printed]:
    """Writes the paper about each subject (uids, or codes of places) into `folder`, one file each.

    Raises UserError where there is no subject, or as `print_paper` does.
    """
    paper = paper_of(paper_id)
    if not subjects:
        raise UserError(f"{year}年没有可以打印“{paper.title}”的对象。")
    made: list[Printed] = []
    about_places = "place" in paper.needs
    for done, subject in enumerate(subjects, start=1):
        report(done - 1, len(subjects), f"正在排版：{paper.title}，第{done}份，共{len(subjects)}份…")
        out = folder / f"{paper.title}-{now:%Y%m%d-%H%M%S}-{done:03}.pdf"
        place, record = (subject, None) if about_places else (None, subject)
        made.append(print_paper(workspace, paper_id, year=year, subject=record, place=place, out=out, now=now))
    return made
