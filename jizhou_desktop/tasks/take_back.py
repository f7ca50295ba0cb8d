"""Taking a take-in back as one (撤销本次导入): what it wrote is put back, except what was changed since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Record
from jizhou_desktop.exchange.roster import Report
from jizhou_desktop.store.take_ins import TakeInRow
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources

__all__ = ["TAKEN_BACK", "TakeInRow", "TakenBack", "register", "take_back"]

_EVERY = 500

TAKEN_BACK = "撤销导入"
"""Why a record was closed that a take-in had made; its history stays."""


@dataclass(frozen=True)
class TakenBack:
    """What became of a take-in's records. `left` are told by a sentence each: they were changed since."""

    file: str
    closed: int
    restored: int
    left: tuple[str, ...]

    def text(self) -> str:
        """The receipt in one sentence."""
        left = f"；{len(self.left)}条此后又有改动，保持现状" if self.left else ""
        return f"已撤销导入“{self.file}”：移出新增的{self.closed}条，恢复变更的{self.restored}条{left}。"


def register(workspace: Workspace) -> list[TakeInRow]:
    """All workbooks taken in, the latest first."""
    return workspace.take_ins.rows()


def take_back(
    workspace: Workspace,
    number: int,
    *,
    now: datetime,
    report: Report = lambda _done, _total, _step: None,
) -> TakenBack:
    """Puts back what the take-in of that number wrote, all or nothing.

    Raises UserError where there is no such take-in or it was taken back before.
    """
    row = next((row for row in register(workspace) if row.number == number), None)
    if row is None:
        raise UserError(f"没有第{number}次导入的登记，请核对序号。")
    if row.undone_at:
        raise UserError(f"第{number}次导入“{row.file}”已于{row.undone_at[:16].replace('T', ' ')}撤销，不能再次撤销。")
    written = workspace.take_ins.written(number)
    uids = {uid for uid, _ in written}
    found = []
    for place, (uid, revision) in enumerate(written):
        if place % _EVERY == 0:
            report(place, len(written), f"正在核对第{place + 1:,}条记录此后有无改动…")
        found.append(_Found(workspace, uid, revision, uids))
    _leave_owners(found)
    back = [one.earlier() for one in found if not one.why_left]
    by, at = workspace.profile.clerk, now.isoformat(timespec="seconds")
    why = f"撤销导入{row.file}"
    workspace.records.save_all(
        back, by=by, at=at, why=why, note=lambda _saved: workspace.take_ins.note_undone(number, by=by, at=at)
    )
    closed = sum(1 for record in back if record.closed == TAKEN_BACK)
    left = tuple(one.sentence(workspace) for one in found if one.why_left)
    return TakenBack(row.file, closed, len(back) - closed, left)


def _leave_owners(found: Sequence["_Found"]) -> None:
    """What a record that stays belongs to must stay as well."""
    by_uid = {one.record.uid: one for one in found if one.record}
    waiting = [one for one in found if one.why_left]
    while waiting:
        record = waiting.pop().record
        owner = by_uid.get(record.parent or "") if record else None
        if owner and owner.is_new and not owner.why_left:
            owner.why_left = "名下的记录此后有改动"
            waiting.append(owner)


class _Found:
    """One record that a take-in wrote, as it now stands."""

    def __init__(self, workspace: Workspace, uid: str, revision: int, together: set[str]) -> None:
        self._history = workspace.records.history(uid)
        self._revision = revision
        self.record = workspace.records.get(uid)
        self.why_left = self._reason(workspace, together)

    @property
    def is_new(self) -> bool:
        return self._revision == 1

    def earlier(self) -> Record:
        """As it stood before; a record that was new is closed."""
        assert self.record is not None  # noqa: S101  — records that are gone are left
        if self.is_new:
            return replace(self.record, closed=TAKEN_BACK)
        before = next(change.record for change in self._history if change.record.revision == self._revision - 1)
        return replace(self.record, values=before.values, closed=before.closed)

    def sentence(self, workspace: Workspace) -> str:
        """Which record it is, and why it stays."""
        if self.record is None:
            return self.why_left
        owner = workspace.records.get(self.record.parent) if self.record.parent else None
        names = [one.text("name") or one.text("project") for one in (owner, self.record) if one]
        year = f"{self.record.year}年" if self.record.year else ""
        kind = resources.form(self.record.form).title
        return f"{'　'.join(name for name in names if name)}（{year}{kind}）{self.why_left}"

    def _reason(self, workspace: Workspace, together: set[str]) -> str:
        if self.record is None:
            return "有一条记录已被移走"
        if self.record.revision != self._revision:
            when = self.record.changed_at[:16].replace("T", " ")
            return f"已由{self.record.changed_by}于{when}改过"
        if not self.is_new:
            return ""
        if workspace.attachments.of(self.record.uid):
            return "已有佐证材料"
        return "名下已有其他记录" if _has_others(workspace, self.record.uid, together) else ""


def _has_others(workspace: Workspace, uid: str, together: Iterable[str]) -> bool:
    """Whether open records belong to it that did not come with the same workbook."""
    return any(child not in together for child in workspace.records.children(uid))
