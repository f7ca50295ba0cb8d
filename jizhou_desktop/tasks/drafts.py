"""Drafts (草稿): what was typed and is not yet saved, kept against a power cut and offered back."""

from collections.abc import Mapping
from datetime import datetime

from jizhou_desktop.store.workspace import Workspace


def keep_draft(workspace: Workspace, form_id: str, uid: str, raw: Mapping[str, str], *, now: datetime) -> None:
    """Keeps answers as typed, in place of the draft before; `uid` is blank for a record that is yet to be."""
    workspace.drafts.keep(form_id, uid, raw, at=now.isoformat(timespec="seconds"))


def find_draft(workspace: Workspace, form_id: str, uid: str) -> dict[str, str] | None:
    """What was typed and not saved; None where nothing is left over."""
    return workspace.drafts.find(form_id, uid)


def drop_draft(workspace: Workspace, form_id: str, uid: str) -> None:
    """Forgets a draft: its answers were saved or thrown away."""
    workspace.drafts.drop(form_id, uid)
