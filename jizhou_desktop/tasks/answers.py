"""Saving what was typed into a form: judged first, nothing stored while an error stands."""

from collections.abc import Mapping
from datetime import datetime

from jizhou_desktop.domain.answers import judge
from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.computed import with_computed
from jizhou_desktop.tasks.saved import Saved


def save_answers(
    workspace: Workspace,
    form_id: str,
    raw: Mapping[str, str],
    *,
    uid: str,
    now: datetime,
    record: Record | None = None,
    parent: str | None = None,
    year: int | None = None,
    why: str = "",
) -> Saved:
    """Saves answers as typed to the form `form_id`, into `record` or as a new record `uid`.

    Answers that change nothing make no new revision. Raises UserError where somebody else changed the record
    meanwhile.
    """
    form = resources.form(form_id)
    judged = judge(form, raw, resources.codes())
    problems = tuple(judged.problems)
    if not judged.sound:
        return Saved(None, problems)
    held = record or Record(
        uid=uid,
        kind=Kind(form.kind),
        office=workspace.profile.office.code,
        values={},
        form=form.id,
        form_version=form.version,
        year=year or _year_asked(judged.values),
        parent=parent,
    )
    answered = with_computed(workspace, held.with_values(**judged.values), form)
    if record is not None and answered.values == record.values:
        return Saved(record, problems)
    by = workspace.profile.clerk
    return Saved(workspace.records.save(answered, by=by, at=now.isoformat(timespec="seconds"), why=why), problems)


def _year_asked(values: Mapping[str, Value]) -> int | None:
    """The year that the form itself asks for (年度指标)."""
    year = values.get("year")
    return year if isinstance(year, int) else None
