"""Batch edit (批量修改): one answer of many enterprises, shown old → new first, saved as one, taken back as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jizhou_desktop.domain.answers import judge, show
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources

FORM = "enterprise"
BATCH = "批量修改"
"""How the reason of each such change begins; what follows tells one batch from another."""

_OWN = ("name", "former_names", "uscc")
"""No two enterprises share these."""
_APPENDED = {FieldKind.TEXT: "、", FieldKind.LINES: "\n"}
"""What stands between an answer and what is appended to it."""


@dataclass(frozen=True)
class BatchChange:
    """One enterprise: its record as read, its answer before and after as shown, and why it is left as it is."""

    record: Record
    before: str
    after: str
    left: str = ""


@dataclass(frozen=True)
class BatchLook:
    """What a batch would do. `problems` are those of the new answer itself; each is told once."""

    field: Field
    changes: tuple[BatchChange, ...]
    new: Mapping[str, Record]
    problems: tuple[Problem, ...]

    @property
    def count(self) -> int:
        """How many enterprises would change."""
        return len(self.new)


@dataclass(frozen=True)
class Batch:
    """A batch that was saved: its reason, by which it is found again, when, by whom, how many records."""

    why: str
    at: str
    by: str
    count: int


def fields() -> list[Field]:
    """The answers that may be changed in many enterprises at once."""
    return [field for field in resources.form(FORM).fields if field.name not in _OWN]


def appendable(field: Field) -> bool:
    """Whether words can be added to what is there."""
    return field.kind in _APPENDED


def look(workspace: Workspace, uids: Sequence[str], name: str, text: str, *, append: bool = False) -> BatchLook:
    """What giving all of them this answer would change; blank text empties it. Nothing is saved.

    Raises UserError for an answer that cannot be changed so, and for an append to one that is no text.
    """
    field = next((field for field in fields() if field.name == name), None)
    if field is None:
        raise UserError(f"“{name}”不能批量修改，可选：{'、'.join(field.name for field in fields())}。")
    if append and not appendable(field):
        raise UserError(f"“{field.label}”不是文字，不能追加，请改为替换。")
    changes, new, problems = [], {}, dict[str, Problem]()
    for uid in uids:
        record = workspace.records.get(uid)
        if record is not None and record.kind is Kind.ENTERPRISE:
            change, after = _change(workspace, record, field, text, append=append, problems=problems)
            changes.append(change)
            if after is not None:
                new[uid] = after
    return BatchLook(field, tuple(changes), new, tuple(problems.values()))


def save(workspace: Workspace, looked: BatchLook, *, now: datetime) -> str:
    """Saves all changes, or none; gives the batch's reason. Raises UserError where there is nothing to change, or
    somebody changed one of them meanwhile.
    """
    if not looked.new:
        raise UserError("没有要修改的企业，没有保存。")
    why = f"{BATCH}：{looked.field.label}（{now:%Y%m%d-%H%M%S}）"
    at = now.isoformat(timespec="seconds")
    workspace.records.save_all(looked.new.values(), by=workspace.profile.clerk, at=at, why=why)
    return why


def batches(workspace: Workspace) -> list[Batch]:
    """The batches saved in this workspace, the newest first."""
    return [Batch(*row) for row in workspace.records.saved_together(BATCH)]


def take_back(workspace: Workspace, why: str, *, now: datetime) -> tuple[int, int]:
    """Gives every record of a batch the answer that it had before, all at once; gives how many, and how many were
    left because the answer was changed again since. Raises UserError where there is nothing to take back.
    """
    earlier, left = [], 0
    for uid, revision in workspace.records.revisions_because(why):
        back = _earlier(workspace, uid, revision)
        left += back is None
        earlier += [back] if back is not None else []
    if not earlier:
        raise UserError(f"没有可以撤销的“{why}”：没有这一批，或各家此后都已改过。")
    at = now.isoformat(timespec="seconds")
    workspace.records.save_all(earlier, by=workspace.profile.clerk, at=at, why=f"撤销{why}")
    return len(earlier), left


def _change(
    workspace: Workspace, record: Record, field: Field, text: str, *, append: bool, problems: dict[str, Problem]
) -> tuple[BatchChange, Record | None]:
    codes = resources.codes()
    before = show(field, record[field.name], codes)
    if record.office != workspace.profile.office.code:
        return BatchChange(record, before, before, "由其他单位报送，不能在此修改"), None
    if record.closed:
        return BatchChange(record, before, before, f"已关闭（{record.closed}）"), None
    typed = _appended(before, text, field) if append else text
    judged = judge(replace(resources.form(FORM), fields=(field,)), {field.name: typed}, codes)
    problems.update({problem.message: problem for problem in judged.problems})
    if not judged.sound:
        return BatchChange(record, before, before, judged.problems[0].message), None
    after = record.with_values(**judged.values)
    if after[field.name] == record[field.name]:
        return BatchChange(record, before, before, "没有变化"), None
    return BatchChange(record, before, show(field, after[field.name], codes)), after


def _appended(before: str, text: str, field: Field) -> str:
    """The answer with more words; words that it has already are not said twice."""
    between = _APPENDED[field.kind]
    held = before.split(between) if before else []
    return between.join([*held, text]) if text.strip() and text.strip() not in held else before


def _earlier(workspace: Workspace, uid: str, revision: int) -> Record | None:
    """The record with what that revision changed put back; None where one of those answers was changed again."""
    now = workspace.records.get(uid)
    change = next((change for change in workspace.records.history(uid) if change.record.revision == revision), None)
    if now is None or change is None:
        return None
    if any(now[name] != change.record[name] for name in change.before):
        return None
    return now.with_values(**change.before)
