"""An order for one paper (打印): what it is about, where it goes, who asked and when."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class Order:
    """One order. `subject` is a record's uid, `place` a place's code; a paper asks for what it needs of them."""

    workspace: Workspace
    plan: Plan
    year: int
    subject: str | None
    place: str | None
    out: Path
    now: datetime

    def record(self, *kinds: Kind) -> Record:
        """The record the paper is about. Raises UserError where none is named, or it is of another kind."""
        if not self.subject:
            raise UserError("这份文书要指明对象，请用 --subject 给出记录号，或在窗口中先选定一条记录。")
        record = self.workspace.records.get(self.subject)
        if record is None or record.kind not in kinds:
            raise UserError(f"没有记录号为“{self.subject}”的适用记录，请核对。")
        return record
