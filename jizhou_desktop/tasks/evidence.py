"""Evidence (佐证材料): a file dropped on a record is copied into the workspace."""

from pathlib import Path

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.record import Record
from jizhou_desktop.store.workspace import Workspace


def add_evidence(
    workspace: Workspace, record: Record, source: Path, *, kind: str, title: str, dated: str, uid: str
) -> Attachment:
    """Keeps a copy of `source` beside the record; `dated` is ISO or blank. Raises UserError where unreadable."""
    return workspace.attachments.add(
        source, record=record.uid, kind=kind, title=title, name=source.name, dated=dated, uid=uid
    )


def evidence_of(workspace: Workspace, record: Record) -> list[Attachment]:
    """The evidence of one record, oldest first."""
    return workspace.attachments.of(record.uid)
