"""The history of a dossier: of the record itself, and of all that belongs to it, rows that were taken out included."""

from dataclasses import dataclass
from datetime import date, datetime

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Change, Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources

_BELONGING = (Kind.YEAR_FIGURES, Kind.CONTACT, Kind.PRODUCT, Kind.QUALIFICATION, Kind.ENERGY, Kind.TENANT)
_BLANK = "（空）"
REASONS = ("注销", "迁出", "吊销", "重复建档", "其他")
"""Why a dossier is closed, as the register of enterprises says it."""


@dataclass(frozen=True)
class Said:
    """One answer before and after a change, as shown."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Moment:
    """One state of a record in a dossier: what it is about, who and when, why, and what became of its answers.

    `newest` says that the record still stands so. `closed` is why it was closed in this state, if it was.
    """

    uid: str
    revision: int
    about: str
    at: str
    by: str
    why: str
    closed: str
    newest: bool
    said: tuple[Said, ...]


def moments(workspace: Workspace, uid: str) -> list[Moment]:
    """Every change in a dossier, the latest first; changes that no answer shows (an order in a list) are left out."""
    found = [moment for record in _dossier(workspace, uid) for moment in _moments(workspace, record)]
    return sorted(found, key=lambda moment: (moment.at, moment.revision), reverse=True)


def close_dossier(workspace: Workspace, uid: str, reason: str, *, on: date, note: str = "", now: datetime) -> Record:
    """Closes a dossier for a reason (注销、迁出 …) from a day on. It is never lost.

    Raises UserError for a blank reason, for 其他 without a note, and for a day that is yet to come.
    """
    if reason == REASONS[-1] and not note.strip():
        raise UserError("关闭原因选“其他”的，请在备注中写明。")
    if on > now.date():
        raise UserError(f"关闭日期{chinese_date(on)}晚于今天，请核对。")
    said = f"{reason.strip()}（{chinese_date(on)}）{note.strip()}" if reason.strip() else ""
    at = now.isoformat(timespec="seconds")
    return workspace.records.close_record(uid, said, by=workspace.profile.clerk, at=at)


def reopen_dossier(workspace: Workspace, uid: str, *, now: datetime) -> Record:
    """Takes a closed dossier into the lists again. Raises UserError where it is not closed."""
    at = now.isoformat(timespec="seconds")
    return workspace.records.reopen(uid, by=workspace.profile.clerk, at=at)


def _dossier(workspace: Workspace, uid: str) -> list[Record]:
    record = workspace.records.get(uid)
    rows = [row for kind in _BELONGING for row in workspace.records.all_of(kind, parent=uid, closed=True)]
    return [*([record] if record else []), *rows]


def _moments(workspace: Workspace, record: Record) -> list[Moment]:
    form = resources.form(record.form)
    changes = workspace.records.history(record.uid)
    shown = []
    was_closed = ""
    for change in changes:
        moment = _moment(change, form, was_closed, newest=change is changes[-1])
        if moment.said or moment.why or moment.closed or moment.newest:
            shown.append(moment)
        was_closed = change.record.closed
    return shown


def _moment(change: Change, form: Form, was_closed: str, *, newest: bool) -> Moment:
    record = change.record
    return Moment(
        uid=record.uid,
        revision=record.revision,
        about=_about(record, form),
        at=record.changed_at,
        by=record.changed_by,
        why=change.why,
        closed=record.closed if record.closed != was_closed else "",
        newest=newest,
        said=tuple(_said(change, form)),
    )


def _about(record: Record, form: Form) -> str:
    if record.kind is Kind.YEAR_FIGURES:
        return f"{record.year}年度指标"
    named = record.text("name") or record.text("type") or record.text("energy")
    year = f"{record.year}年" if record.kind is Kind.ENERGY else ""
    return form.title if record.parent is None else f"{year}{form.title}：{named}"


def _said(change: Change, form: Form) -> list[Said]:
    record, first = change.record, change.record.revision == 1
    said = []
    for field in form.fields:
        after = record[field.name]
        before = change.before.get(field.name) if field.name in change.before else (None if first else after)
        if before != after:
            shown = [show(field, value, resources.codes()) or _BLANK for value in (before, after)]
            said.append(Said(field.label, *shown))
    return said
