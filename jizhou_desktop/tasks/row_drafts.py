"""Drafts of lists (联系人、设备清单): the rows as typed and not yet saved, kept against a power cut."""

import json
from collections.abc import Sequence
from datetime import datetime

from jizhou_desktop.domain.record import Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks.child_rows import TypedRow
from jizhou_desktop.tasks.drafts import drop_draft, find_draft, keep_draft

_ROWS = "rows"


def keep_rows(workspace: Workspace, form_id: str, name: str, rows: Sequence[TypedRow], *, now: datetime) -> None:
    """Keeps the rows of a list as typed, in place of the draft before; `name` says whose list it is."""
    plain = [{"uid": row.record.uid if row.record else "", "answers": dict(row.answers)} for row in rows]
    keep_draft(workspace, form_id, name, {_ROWS: json.dumps(plain, ensure_ascii=False)}, now=now)


def find_rows(workspace: Workspace, form_id: str, name: str, held: Sequence[Record]) -> list[TypedRow] | None:
    """The rows that were typed, each with the record of `held` it belongs to; None where nothing is left over.

    A row whose record is gone since (another took it out, or a package replaced it) comes back as a new one.
    """
    draft = find_draft(workspace, form_id, name)
    if draft is None or _ROWS not in draft:
        return None
    by_uid = {record.uid: record for record in held}
    return [TypedRow(plain["answers"], by_uid.get(plain["uid"])) for plain in json.loads(draft[_ROWS])]


def drop_rows(workspace: Workspace, form_id: str, name: str) -> None:
    """Forgets the draft: its rows were saved or thrown away."""
    drop_draft(workspace, form_id, name)
