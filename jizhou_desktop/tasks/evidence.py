"""Evidence (佐证材料): a file dropped on a record is copied in; renamed, moved, taken out and put back, never lost."""

import shutil
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.attachment import HEAD_BYTES, Attachment, EvidenceChange, Look, look_of, safe_name
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.files.whole import whole_file
from jizhou_desktop.store.attachments import measure, pieces_of
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources

__all__ = ["Attachment", "EvidenceChange", "Look"]

OTHER = "其他"
_LONGEST = 200
_KEPT_BESIDE = (Kind.ENTERPRISE, Kind.CARRIER, Kind.TRANSFORMATION, Kind.CLAIM)
_TAKEN_OUT = "取出"


@dataclass(frozen=True)
class Added:
    """What became of a file: its row, and a sentence where it was not simply added."""

    item: Attachment
    note: str = ""


@dataclass(frozen=True)
class _About:
    kind: str
    title: str
    dated: str


@dataclass(frozen=True)
class EvidenceGroup:
    """The evidence of one record, oldest first, under the words that name the record."""

    record: Record
    label: str
    items: tuple[Attachment, ...]


def add_evidence(
    workspace: Workspace, record: Record, source: Path, *, kind: str, title: str, dated: str, uid: str, now: datetime
) -> Added:
    """Keeps a copy of `source` beside the record; `dated` is ISO or blank.

    The same file twice on a record stays one row, and one that was taken out comes back. Raises UserError where the
    file cannot be kept, or the record is another office's.
    """
    _check_own(workspace, record)
    digest, _size = measure(source)
    name = safe_name(source.name)
    same = workspace.attachments.same_bytes(digest)
    here = next((item for item in same if item.record == record.uid), None)
    about = _About(kind or OTHER, _short(title) or Path(name).stem, dated)
    if here is not None:
        return _again(workspace, here, about, source, now)
    by, at = _who_when(workspace, now)
    item = workspace.attachments.add(
        source, record=record.uid, name=name, uid=uid, by=by, at=at, kind=about.kind, title=about.title, dated=dated
    )
    elsewhere = next((item for item in same if not item.withdrawn), None)
    note = f"“{name}”与另一条记录中的“{elsewhere.title}”是同一文件，只存一份。" if elsewhere else ""
    return Added(item, note)


def _again(workspace: Workspace, held: Attachment, about: _About, source: Path, now: datetime) -> Added:
    """The file is on the record already. Adding it again mends it where its stored bytes were damaged."""
    workspace.attachments.receive(held, pieces_of(source))
    if not held.withdrawn:
        return Added(held, f"“{source.name}”已在这条记录中（{held.kind}“{held.title}”），没有重复添加。")
    by, at = _who_when(workspace, now)
    back = replace(held, withdrawn="", kind=about.kind, title=about.title, dated=about.dated)
    workspace.attachments.change(back, by=by, at=at, why="重新添加")
    return Added(back, f"“{source.name}”以前取出过，已恢复。")


def evidence_of(workspace: Workspace, record: Record, *, withdrawn: bool = False) -> list[Attachment]:
    """The evidence of one record, oldest first; what was taken out only where asked for."""
    return workspace.attachments.of(record.uid, withdrawn=withdrawn)


def evidence_groups(workspace: Workspace, uid: str, *, withdrawn: bool = False) -> list[EvidenceGroup]:
    """The evidence of a record and, for an enterprise, of each record that belongs to it.

    Records that may have evidence and have none yet are among them, so that a file can be put there; closed ones only
    where they have some. Raises UserError where there is no such record.
    """
    record = record_of(workspace, uid)
    groups = [
        EvidenceGroup(one, record_label(one), tuple(evidence_of(workspace, one, withdrawn=withdrawn)))
        for one in (record, *_parts(workspace, record))
    ]
    return [group for group in groups if group.items or (group.record.kind in _KEPT_BESIDE and not group.record.closed)]


def record_of(workspace: Workspace, uid: str) -> Record:
    """The record that evidence lies beside. Raises UserError where there is none."""
    record = workspace.records.get(uid)
    if record is None:
        raise UserError(f"没有记录号为“{uid}”的记录，可能已被移走，请重新查找。")
    return record


def _parts(workspace: Workspace, record: Record) -> list[Record]:
    if record.kind is not Kind.ENTERPRISE:
        return []
    kinds: list[Kind] = [kind for kind in Kind if kind is not Kind.ENTERPRISE]
    parts = [part for kind in kinds for part in workspace.records.all_of(kind, parent=record.uid, closed=True)]
    return sorted(parts, key=lambda part: (kinds.index(part.kind), -(part.year or 0), part.uid))


def record_label(record: Record) -> str:
    """What a record is called among those of an enterprise: `2020年补贴申报：智能化技改　数控车床改造`."""
    year = f"{record.year}年" if record.year else ""
    if record.kind is Kind.ENTERPRISE:
        return "企业档案"
    if record.kind is Kind.TRANSFORMATION:
        return f"{year}转型任务：{_path_title(record)}"
    if record.kind is Kind.CLAIM:
        return f"{year}补贴申报：{resources.form(record.form).title}　{record.text('project')}".rstrip("　")
    return f"{year}{resources.form(record.form).title}　{record.text('name')}".rstrip("　")


def _path_title(record: Record) -> str:
    paths = resources.latest_plan().paths
    return next((path.title for path in paths if path.id == record.text("path")), record.text("path"))


def kinds_for(record: Record) -> tuple[str, ...]:
    """The kinds of evidence to choose from: what the plan's path or the scheme asks for first."""
    return tuple(dict.fromkeys([*asked_for(record), *resources.evidence_kinds()]))


def asked_for(record: Record) -> tuple[str, ...]:
    """The kinds of evidence that the path of a transformation or the scheme of a claim asks for, by its year's plan."""
    planned = record.year is not None and record.year in resources.planned_years()
    plan = resources.plan_of_year(record.year or 0) if planned else resources.latest_plan()
    if record.kind is Kind.TRANSFORMATION:
        return next((path.evidence for path in plan.paths if path.id == record.text("path")), ())
    if record.kind is Kind.CLAIM:
        return next((scheme.evidence for scheme in plan.schemes if scheme.id == record.form), ())
    return ()


def likely_kind(kinds: tuple[str, ...], name: str) -> str:
    """The kind that a file's name speaks of (`设备发票3.pdf` is a 发票); 其他 where it speaks of none."""
    return max((kind for kind in kinds if kind in name), key=len, default=OTHER)


def change_evidence(
    workspace: Workspace, uid: str, *, kind: str, title: str, dated: str, record: str, now: datetime
) -> Attachment:
    """Renames evidence or moves it to another record of the same enterprise. Raises UserError where it may not."""
    held = evidence_item(workspace, uid)
    if not title.strip():
        raise UserError("请填写标题，写明这是什么材料。")
    if record != held.record:
        _check_may_move(workspace, held, record)
    changed = replace(held, kind=_short(kind) or OTHER, title=_short(title), dated=dated, record=record)
    return _keep(workspace, changed, now, why="移动" if record != held.record else "修改")


def withdraw_evidence(workspace: Workspace, uid: str, *, now: datetime, why: str = "") -> Attachment:
    """Takes evidence out of its record; row and file stay, and it can be put back."""
    reason = _TAKEN_OUT if not why.strip() else _short(why)
    return _keep(workspace, replace(evidence_item(workspace, uid), withdrawn=reason), now, why=_TAKEN_OUT)


def restore_evidence(workspace: Workspace, uid: str, *, now: datetime) -> Attachment:
    """Puts back what was taken out."""
    return _keep(workspace, replace(evidence_item(workspace, uid), withdrawn=""), now, why="恢复")


def evidence_changes(workspace: Workspace, uid: str) -> list[EvidenceChange]:
    """Every state of one piece of evidence, oldest first."""
    return workspace.attachments.changes(uid)


def evidence_file(workspace: Workspace, item: Attachment) -> Path:
    """Where the bytes lie, to be read only. Raises UserError where the file is gone."""
    file = workspace.attachments.path(item.digest)
    if not file.is_file():
        raise UserError(f"“{item.title}”的文件不见了，请重新添加，或用备份恢复。")
    return file


def save_evidence_as(workspace: Workspace, item: Attachment, out: Path) -> None:
    """Copies evidence to where the official wants it; it is never opened by this program. Raises UserError."""
    source = evidence_file(workspace, item)
    with whole_file(out) as part:
        shutil.copyfile(source, part)


def look_at(file: Path) -> Look:
    """What the file is by its first bytes. Raises UserError where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return look_of(stream.read(HEAD_BYTES))
    except OSError as error:
        raise UserError(f"无法读取 {file.name}（{error.strerror}），请检查文件。") from error


def _keep(workspace: Workspace, changed: Attachment, now: datetime, *, why: str) -> Attachment:
    _check_own(workspace, record_of(workspace, changed.record))
    by, at = _who_when(workspace, now)
    workspace.attachments.change(changed, by=by, at=at, why=why)
    return changed


def evidence_item(workspace: Workspace, uid: str) -> Attachment:
    """One piece of evidence, taken out or not. Raises UserError where there is none of that number."""
    item = workspace.attachments.get(uid)
    if item is None:
        raise UserError(f"没有材料号为“{uid}”的佐证材料，请用 jizhou evidence list 查看。")
    return item


def _check_own(workspace: Workspace, record: Record) -> None:
    """What is another office's comes with its next package, which would undo any change made here."""
    if record.office != workspace.profile.office.code:
        raise UserError("这条记录由报送单位保管，佐证材料请由该单位增改后重新报送。")


def _check_may_move(workspace: Workspace, held: Attachment, record: str) -> None:
    before, after = record_of(workspace, held.record), record_of(workspace, record)
    if (before.parent or before.uid) != (after.parent or after.uid):
        raise UserError("只能移到同一企业的记录，请重新选择。")
    if any(item.digest == held.digest for item in workspace.attachments.of(record)):
        raise UserError(f"“{record_label(after)}”中已有同一文件，不能移过去；可以把这一份取出。")
    _check_own(workspace, before)


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _who_when(workspace: Workspace, now: datetime) -> tuple[str, str]:
    return workspace.profile.clerk, now.isoformat(timespec="seconds")
