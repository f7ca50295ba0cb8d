"""Evidence exported together (合并导出): one PDF with cover, 卷内目录 and running page numbers."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from jizhou_desktop.documents.forms.dossier_cover import DossierCover
from jizhou_desktop.documents.volume.write import Bound, VolumeItem, write_volume
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.evidence import EvidenceGroup, evidence_file, evidence_groups, look_at, record_of

__all__ = ["Bound", "export_evidence"]

Report = Callable[[int, int, str], None]


def export_evidence(workspace: Workspace, uid: str, out: Path, *, now: datetime, report: Report) -> Bound:
    """Writes all evidence of a record (of an enterprise: with that of its records) as one PDF.

    Raises UserError where there is none, or the file cannot be written.
    """
    if out.suffix.lower() != ".pdf":
        raise UserError(f"合并导出的文件是 PDF，请改写文件名 {out.name}。")
    record = record_of(workspace, uid)
    groups = [group for group in evidence_groups(workspace, uid) if group.items]
    items = [item for group in groups for item in _items(workspace, group)]
    if not items:
        raise UserError("这条记录还没有佐证材料，没有可以导出的。")
    cover = _cover(workspace, record, len(items), now)
    return write_volume(cover, items, out, resources.faces(), created=now, report=report)


def _items(workspace: Workspace, group: EvidenceGroup) -> list[VolumeItem]:
    return [
        VolumeItem(
            file := evidence_file(workspace, item), look_at(file), group.label, item.kind, item.title, item.dated,
            item.name,
        )
        for item in group.items
    ]  # fmt: skip


def _cover(workspace: Workspace, record: Record, count: int, now: datetime) -> DossierCover:
    enterprise = workspace.records.get(record.parent) if record.parent else record
    named = enterprise or record
    answers = [("信用代码", named.text("uscc"))] if named.kind is Kind.ENTERPRISE else []
    if record.kind is not Kind.ENTERPRISE:
        answers.append(("事项", resources.form(record.form).title))
    if record.year:
        answers.append(("年度", f"{record.year}年"))
    answers += [("卷内材料", f"{count}件"), ("立卷日期", chinese_date(date(now.year, now.month, now.day)))]
    return DossierCover("佐证材料", named.text("name"), answers, workspace.profile.office.full_name)
