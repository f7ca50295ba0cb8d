"""The rows that belong to a record (联系人、资质、设备清单、办理环节): read, and saved together or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jizhou_desktop.domain.answers import judge
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.uids import NewUid

TAKEN_OUT = "删除"
"""Why a row was closed that somebody took out of its list; its history stays."""


@dataclass(frozen=True)
class TypedRow:
    """One row as typed, and the record it was read from; None for a new one."""

    answers: Mapping[str, str]
    record: Record | None = None


@dataclass(frozen=True)
class SavedRows:
    """The rows as they now stand, or None where an error kept all from being saved; the problems by row, from 0."""

    records: list[Record] | None
    problems: Mapping[int, Sequence[Problem]]


def child_rows(workspace: Workspace, parent: str | None, kind: Kind, *, year: int | None = None) -> list[Record]:
    """The open rows of a kind under a record, in the order they were first written down; of the year where they belong
    to no record (职责分工).
    """
    rows = workspace.records.all_of(kind, parent=parent, year=year)
    return sorted(rows, key=lambda record: (_place(record), record.uid))


def save_child_rows(
    workspace: Workspace,
    form_id: str,
    parent: str | None,
    rows: Sequence[TypedRow],
    *,
    now: datetime,
    new_uid: NewUid,
    year: int | None = None,
) -> SavedRows:
    """Saves what the list holds: new and changed rows, the order, and which are gone.

    Nothing is saved while a row has an error. Rows of other offices are never touched. Raises UserError where
    somebody else changed a row meanwhile.
    """
    form, codes = resources.form(form_id), resources.codes()
    judged = [judge(form, row.answers, codes) for row in rows]
    problems = {place: found.problems for place, found in enumerate(judged) if found.problems}
    if not all(found.sound for found in judged):
        return SavedRows(None, problems)
    kind, office = Kind(form.kind), workspace.profile.office.code
    blank = Record("", kind, office, {}, form.id, form.version, year=year, parent=parent)
    kept = [
        (row.record or replace(blank, uid=new_uid())).with_values(**found.values, place_in_list=place)
        for place, (row, found) in enumerate(zip(rows, judged, strict=True), start=1)
    ]
    held = {record.uid: record for record in child_rows(workspace, parent, kind, year=year) if record.office == office}
    gone = [replace(record, closed=TAKEN_OUT) for uid, record in held.items() if uid not in {row.uid for row in kept}]
    changed = [row for row in kept if row.office == office and row != held.get(row.uid)]
    by, at = workspace.profile.clerk, now.isoformat(timespec="seconds")
    workspace.records.save_all([*changed, *gone], by=by, at=at)
    return SavedRows(child_rows(workspace, parent, kind, year=year), problems)


def _place(record: Record) -> int:
    return record.whole("place_in_list") or 0
