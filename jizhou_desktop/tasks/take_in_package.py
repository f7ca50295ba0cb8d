"""Taking in another office's package (导入数据包)."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.snapshot import Snapshot
from jizhou_desktop.handoff.merge import MergePlan, check_sequence, plan_merge
from jizhou_desktop.handoff.receipt import Receipt, receipt_for
from jizhou_desktop.handoff.verify import Package, read_package
from jizhou_desktop.store.history import GONE
from jizhou_desktop.store.packages import TAKEN
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks.hand_over import package_row, records_of_year


@dataclass(frozen=True)
class PackageLook:
    """A package looked through: what is inside and what taking it in would do."""

    package: Package
    plan: MergePlan
    kind: str = "package"

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.plan.refused

    @property
    def has_faults(self) -> bool:
        return bool(self.plan.refused)

    def counts(self) -> dict[str, int]:
        """New, changed, same and faulty records; those no longer held count as changed."""
        plan = self.plan
        changed = len(plan.changed) + len(plan.gone)
        return {"new": len(plan.new), "changed": changed, "same": len(plan.same), "faulty": len(plan.refused)}

    def columns(self) -> list[dict[str, str]]:
        """A package has no columns to match."""
        return []


def look_at_package(workspace: Workspace, file: Path) -> PackageLook:
    """Verifies the package and compares it with what is held. Raises UserError where it may not be taken in."""
    package = read_package(file)
    office, year = package.manifest.office.code, package.manifest.year
    last = workspace.packages.last_taken(office, year)
    check_sequence(package.manifest, workspace.profile.office.code, (last.sequence, last.digest) if last else None)
    return PackageLook(package, plan_merge(_held(workspace, package.snapshot), package.snapshot))


def _held(workspace: Workspace, snapshot: Snapshot) -> list[Record]:
    """What is held of the office's year, and whatever else bears a uid of the package: another office's, perhaps."""
    held = {record.uid: record for record in records_of_year(workspace, snapshot.office.code, snapshot.year)}
    for record in snapshot.records:
        if record.uid not in held and (other := workspace.records.get(record.uid)):
            held[other.uid] = other
    return list(held.values())


def save_package(workspace: Workspace, looked: PackageLook, *, now: datetime) -> Receipt:
    """Stores the package's records as they are, their evidence first; gives the receipt."""
    by, at = workspace.profile.clerk, now.isoformat(timespec="seconds")
    package, plan = looked.package, looked.plan
    _take_in_evidence(workspace, package, plan, by=by, at=at)
    said = [one for one in package.snapshot.explanations if one.record in plan.accepted]
    workspace.explanations.receive(plan.accepted, said)
    workspace.records.receive([*plan.new, *plan.changed], gone=plan.gone, by=by, at=at)
    manifest = package.manifest
    workspace.packages.note(package_row(TAKEN, manifest, package.file, by=by, at=at))
    return receipt_for(manifest, plan, taken_by=by, taken_at=at)


def _take_in_evidence(workspace: Workspace, package: Package, plan: MergePlan, *, by: str, at: str) -> None:
    """What the package holds, as it is; what the office no longer sends with a record is taken out here too."""
    sent = {item.uid for item in package.snapshot.attachments}
    for item in package.snapshot.attachments:
        if item.record in plan.accepted and _is_theirs(workspace, item.uid, package.manifest.office.code):
            workspace.attachments.receive(item, package.evidence(item.digest))
    for item in workspace.attachments.all():
        if item.record in plan.accepted and item.uid not in sent:
            workspace.attachments.change(replace(item, withdrawn=GONE), by=by, at=at, why=GONE)


def _is_theirs(workspace: Workspace, uid: str, office: str) -> bool:
    """Whether evidence of that uid may be replaced: a package never changes what lies beside another's record."""
    held = workspace.attachments.get(uid)
    record = workspace.records.get(held.record) if held else None
    return record is None or record.office == office
