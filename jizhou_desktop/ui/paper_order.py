"""An order for a paper, as the pages hand it on: which, about what, and its text where it was edited."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.tasks.print_many import print_many
from jizhou_desktop.tasks.print_out import Paper, compose_paper, print_paper
from jizhou_desktop.tasks.workspaces import Workspace, open_workspace
from jizhou_desktop.ui.work import Report


@dataclass(frozen=True)
class PaperOrder:
    """`subject` is a record's uid, `place` a place's code; both may be blank."""

    paper: Paper
    year: int
    subject: str = ""
    place: str = ""
    document: OfficialDocument | None = None

    def edited(self, document: OfficialDocument) -> "PaperOrder":
        """The same order with the text that was edited."""
        return replace(self, document=document)

    def write(self, folder: Path, out: Path, now: datetime) -> Printed:
        """Writes the paper from the workspace in `folder`; for the worker, which opens its own."""
        with open_workspace(folder, now=now) as workspace:
            return self.write_in(workspace, out, now)

    def write_in(self, workspace: Workspace, out: Path, now: datetime) -> Printed:
        """Writes the paper from an open workspace."""
        return print_paper(
            workspace,
            self.paper.id,
            year=self.year,
            subject=self.subject or None,
            place=self.place or None,
            document=self.document,
            out=out,
            now=now,
        )

    def write_all(self, folder: Path, subjects: Sequence[str], now: datetime, report: Report) -> list[Printed]:
        """Writes the same paper about each subject (uid or code of a place), one file each."""
        with open_workspace(folder, now=now) as workspace:
            return print_many(
                workspace, self.paper.id, subjects, year=self.year, folder=folder / "papers", now=now, report=report
            )

    def compose(self, folder: Path, now: datetime) -> OfficialDocument:
        """The text of an official document before it is printed."""
        with open_workspace(folder, now=now) as workspace:
            return compose_paper(workspace, self.paper.id, year=self.year, place=self.place or None, now=now)
