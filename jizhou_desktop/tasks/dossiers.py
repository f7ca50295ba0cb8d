"""The dossiers (一企一档): finding an enterprise and laying open all that is held of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.twins import alike
from jizhou_desktop.domain.uscc import LENGTH
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.transformations import as_they_stand

PARTS = (Kind.YEAR_FIGURES, Kind.TRANSFORMATION, Kind.CLAIM, Kind.QUALIFICATION, Kind.ENERGY)
"""The kinds of record that belong to an enterprise and that rules read."""

_MOST_ALIKE = 20
"""Records of like names that are looked at: beyond, the name says too little."""


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


class Twin(NamedTuple):
    """A dossier that is there already of what seems the same enterprise."""

    uid: str
    name: str
    same_code: bool


def twin_by_code(workspace: Workspace, uid: str, code: str) -> Twin | None:
    """Another open enterprise with that whole code."""
    found = (record for record in find_records(workspace, Kind.ENTERPRISE, code) if record["uscc"] == code)
    return next((Twin(record.uid, record.text("name"), True) for record in found if record.uid != uid), None)


def twin_by_name(workspace: Workspace, uid: str, name: str, code: str) -> Twin | None:
    """Another open enterprise of a name so alike that it may be the same; not one of another whole code."""
    others = ((other, said) for other, said in workspace.records.names(Kind.ENTERPRISE) if other != uid)
    for other in alike(name, others)[:_MOST_ALIKE]:
        record = workspace.records.get(other)
        if record is not None and (len(code) != LENGTH or record.text("uscc") in ("", code)):
            return Twin(record.uid, record.text("name"), False)
    return None


def put_back(workspace: Workspace, uid: str, revision: int, *, now: datetime) -> Record:
    """Makes an earlier state the newest one; what stood until now stays in the history."""
    at = now.isoformat(timespec="seconds")
    return workspace.records.put_back(uid, revision, by=workspace.profile.clerk, at=at)
