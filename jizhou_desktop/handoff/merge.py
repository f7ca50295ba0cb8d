"""Merging a package (汇总数据包): whose record it is decides, and an older revision never covers a newer one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.snapshot import Snapshot
from jizhou_desktop.handoff.manifest import Manifest

_BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True)
class MergePlan:
    """What taking the package in would do, record by record.

    `gone` are held but no longer in the snapshot, though it was made after they were last changed.
    """

    new: tuple[Record, ...] = ()
    changed: tuple[Record, ...] = ()
    same: tuple[Record, ...] = ()
    gone: tuple[Record, ...] = ()
    refused: tuple[Problem, ...] = ()

    @cached_property
    def accepted(self) -> frozenset[str]:
        """The uids whose evidence may be taken in too: those of a refused record may not."""
        return frozenset(record.uid for record in (*self.new, *self.changed, *self.same))


def check_sequence(incoming: Manifest, own_office: str, last: tuple[int, str] | None) -> None:
    """Raises UserError where the package is our own, older than one that was taken in, or of the same number.

    `last` is the sequence number and the digest of the last package taken in; the very same one may come again.
    """
    if incoming.office.code == own_office:
        raise UserError("这是本单位自己导出的数据包，不需要导入；如需恢复数据，请使用“恢复备份”。")
    which = f"{incoming.office.name}{incoming.year}年度第{incoming.sequence}次数据包"
    sequence, digest = last or (0, "")
    if incoming.sequence < sequence:
        raise UserError(f"{which}早于已导入的第{sequence}次，不予导入；请报送单位导出新的数据包。")
    if incoming.sequence == sequence and incoming.digest != digest:
        raise UserError(f"{which}与已导入的同次数据包内容不同，可能来自恢复的旧备份，不予导入，请与报送单位核对。")


def plan_merge(held: Sequence[Record], incoming: Snapshot) -> MergePlan:
    """Compares the snapshot with the records held; nothing is changed yet.

    `held` is all that is held of the same office and scope, and whatever else bears a uid of the snapshot: a record
    of another office is refused, not replaced.
    """
    held_by_uid = {record.uid: record for record in held}
    new, changed, same, refused = [], [], [], []
    for record in incoming.records:
        before = held_by_uid.pop(record.uid, None)
        if before is None:
            new.append(record)
        elif before == record:
            same.append(record)
        elif problem := _why_refused(before, record):
            refused.append(problem)
        else:
            changed.append(record)
    made = _moment(incoming.made_at)
    gone = tuple(record for record in held_by_uid.values() if _moment(record.changed_at) <= made)
    return MergePlan(tuple(new), tuple(changed), tuple(same), gone, tuple(refused))


def _moment(text: str) -> datetime:
    # An earlier year's package knows nothing of records made after it. Both times are the sending office's own.
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=_BEIJING)


def _why_refused(held: Record, incoming: Record) -> Problem | None:
    if held.office != incoming.office:
        return Problem(f"记录 {held.uid} 归 {held.office} 所有，{incoming.office} 无权更改，未导入。", record=held.uid)
    if (held.kind, held.year, held.parent) != (incoming.kind, incoming.year, incoming.parent):
        return Problem(f"记录 {held.uid} 与已有的同号记录不是同一件事，未导入，请与报送单位核对。", record=held.uid)
    if incoming.revision < held.revision:
        return Problem(
            f"记录 {held.uid} 已有第{held.revision}版，数据包中的第{incoming.revision}版较旧，未导入。",
            record=held.uid,
        )
    if incoming.revision == held.revision:
        return Problem(
            f"记录 {held.uid} 第{held.revision}版内容前后不一，可能来自恢复的旧备份，未导入，请与报送单位核对。",
            record=held.uid,
        )
    return None
