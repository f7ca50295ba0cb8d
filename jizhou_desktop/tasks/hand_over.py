"""Handing a year's data over (报送) and verifying a package (核对)."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.snapshot import Snapshot, in_scope
from jizhou_desktop.handoff.manifest import Manifest
from jizhou_desktop.handoff.package import write_package
from jizhou_desktop.handoff.verify import Verified, verify
from jizhou_desktop.store.packages import SENT, PackageRow
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks.check import check, owners

__all__ = ["Manifest", "Verified", "hand_over", "kind_label", "verify"]

_KIND_LABELS = {
    Kind.ENTERPRISE: "企业档案",
    Kind.CARRIER: "载体档案",
    Kind.YEAR_FIGURES: "年度指标",
    Kind.TARGET: "任务指标",
    Kind.TRANSFORMATION: "转型任务",
    Kind.CLAIM: "补贴申报",
    Kind.CONTACT: "联系人",
    Kind.PRODUCT: "产品",
    Kind.QUALIFICATION: "资质荣誉",
    Kind.ENERGY: "能源消费",
    Kind.TENANT: "入驻企业",
    Kind.EQUIPMENT: "设备清单",
    Kind.STEP: "办理环节",
    Kind.RESULT: "转型成效",
    Kind.ISSUE: "任务下达",
    Kind.DUTY: "职责分工",
    Kind.AWARD_TABLE: "补贴标准",
    Kind.AWARD: "补贴标准档次",
}
_OPEN = {Severity.ERROR: "错误", Severity.QUERY: "没有说明的核实"}
_MOST_TOLD = 5


def kind_label(kind: str) -> str:
    """The Chinese name of a kind of record."""
    return _KIND_LABELS[Kind(kind)]


def hand_over(workspace: Workspace, year: int, out: Path, *, now: datetime) -> Manifest:
    """Writes the office's own records of the year, with their evidence, as one package; it is noted as sent.

    Raises UserError where there is nothing to hand over, an error or a 核实 without explanation is open in it, or the
    file cannot be written.
    """
    records = records_of_year(workspace, workspace.profile.office.code, year)
    if not any(record.year == year or record.kind is Kind.ENTERPRISE for record in records):
        raise UserError(f"本单位没有{year}年度的数据，不能导出数据包；请检查年度。")
    _check_nothing_open(workspace, year, {record.uid for record in records})
    attachments = [item for record in records for item in workspace.attachments.of(record.uid)]
    uids = {record.uid for record in records}
    made_at = now.isoformat(timespec="seconds")
    snapshot = Snapshot(
        office=workspace.profile.office,
        year=year,
        sequence=workspace.packages.next_sequence(year),
        made_at=made_at,
        made_by=workspace.profile.clerk,
        records=tuple(records),
        attachments=tuple(attachments),
        explanations=tuple(said for said in workspace.explanations.all() if said.record in uids),
    )
    manifest = write_package(
        snapshot, {item.digest: workspace.attachments.path(item.digest) for item in attachments}, out
    )
    workspace.packages.note(package_row(SENT, manifest, out, by=manifest.made_by, at=made_at))
    return manifest


def _check_nothing_open(workspace: Workspace, year: int, uids: set[str]) -> None:
    """As in statistics reporting: errors are mended and questions answered before the data leave the office."""
    found = [problem for problem in check(workspace, year=year) if problem.is_open and problem.record in uids]
    if not found:
        return
    whose = owners(workspace)
    counts = Counter(problem.severity for problem in found)
    said = "、".join(f"{counts[kind]}处{words}" for kind, words in _OPEN.items() if counts[kind])
    told = [f"{whose.get(one.record, '')}：{one.message}".lstrip("：") for one in found[:_MOST_TOLD]]
    more = f"\n……等{len(found)}处" if len(found) > _MOST_TOLD else ""
    raise UserError(
        f"还有{said}，不能报送。请改正错误，给核实填写说明（工作台按 Shift+F9 审核，或 jizhou check），再写出数据包。\n"
        + "\n".join(told) + more
    )  # fmt: skip


def records_of_year(workspace: Workspace, office: str, year: int) -> list[Record]:
    """All that an office holds within the year's scope, closed records included."""
    return [
        record
        for kind in Kind
        for record in workspace.records.all_of(kind, office=office, closed=True)
        if in_scope(record, year)
    ]


def package_row(direction: str, manifest: Manifest, file: Path, *, by: str, at: str) -> PackageRow:
    """The package's line in the register."""
    return PackageRow(
        direction=direction,
        office=manifest.office.code,
        year=manifest.year,
        sequence=manifest.sequence,
        digest=manifest.digest,
        file=file.name,
        counts=manifest.counts,
        evidence=sum(name.startswith("attachments/") for name in manifest.parts),
        noted_by=by,
        noted_at=at,
    )
