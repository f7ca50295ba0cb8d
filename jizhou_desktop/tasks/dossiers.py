"""The dossiers (一企一档): finding an enterprise and laying open all that is held of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.transformations import as_they_stand

PARTS = (Kind.YEAR_FIGURES, Kind.TRANSFORMATION, Kind.CLAIM, Kind.QUALIFICATION, Kind.ENERGY)
"""The kinds of record that belong to an enterprise and that rules read."""


def find_records(workspace: Workspace, kind: Kind, text: str = "") -> list[Record]:
    """The open enterprises (or carriers) that hold every word of `text` in name, code, people, products, address or
    pinyin.
    """
    return workspace.records.search(kind, text)


def enterprise_file(workspace: Workspace, uid: str) -> EnterpriseFile:
    """One enterprise's dossier. Raises UserError where there is none of that record number."""
    enterprise = workspace.records.get(uid)
    if enterprise is None or enterprise.kind is not Kind.ENTERPRISE:
        raise UserError(f"没有记录号为“{uid}”的企业档案，可能已被移走，请重新查找。")
    parts = as_they_stand(workspace, (r for kind in PARTS for r in workspace.records.all_of(kind, parent=uid)))
    evidence = [item for record in (enterprise, *parts) for item in workspace.attachments.of(record.uid)]
    return file_of(enterprise, parts, evidence, resources.latest_plan())


def file_of(enterprise: Record, parts: Sequence[Record], evidence: Iterable[Attachment], plan: Plan) -> EnterpriseFile:
    """The dossier made of an enterprise, the records that belong to it, and the evidence of them all."""
    held = {kind: [record for record in parts if record.kind is kind] for kind in PARTS}
    return EnterpriseFile(
        enterprise=enterprise,
        plan=plan,
        codes=resources.codes(),
        thresholds=resources.thresholds(),
        figures={record.year: record for record in held[Kind.YEAR_FIGURES] if record.year is not None},
        transformations=tuple(held[Kind.TRANSFORMATION]),
        claims=tuple(held[Kind.CLAIM]),
        attachments=tuple(evidence),
        villages=resources.villages(),
        forms=resources.forms(),
        scale=resources.scale_limits(),
        qualifications=tuple(held[Kind.QUALIFICATION]),
        energy=tuple(held[Kind.ENERGY]),
        limits=resources.audit_limits(),
    )


def put_back(workspace: Workspace, uid: str, revision: int, *, now: datetime) -> Record:
    """Makes an earlier state the newest one; what stood until now stays in the history."""
    at = now.isoformat(timespec="seconds")
    return workspace.records.put_back(uid, revision, by=workspace.profile.clerk, at=at)
