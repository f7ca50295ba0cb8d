"""The dossiers (一企一档): finding an enterprise and laying open all that is held of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.record import Change, Kind, Record
from jizhou_desktop.domain.size_class import SizeVerdict, size_class
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources


@dataclass(frozen=True)
class Dossier:
    """All that is held of one enterprise: its record, figures by year, transformations, applications, evidence."""

    enterprise: Record
    figures: Mapping[int, Record]
    transformations: tuple[Record, ...]
    claims: tuple[Record, ...]
    evidence: Mapping[str, tuple[Attachment, ...]]

    @property
    def records(self) -> tuple[Record, ...]:
        return (self.enterprise, *self.figures.values(), *self.transformations, *self.claims)


def enterprises(workspace: Workspace, text: str = "") -> list[Record]:
    """The enterprises that hold every word of `text` in name, former names, code, people, products or address."""
    return workspace.records.search(Kind.ENTERPRISE, text) if text else workspace.records.all_of(Kind.ENTERPRISE)


def dossier(workspace: Workspace, uid: str) -> Dossier:
    """One enterprise's dossier. Raises UserError where there is none of that record number."""
    enterprise = workspace.records.get(uid)
    if enterprise is None or enterprise.kind is not Kind.ENTERPRISE:
        raise UserError(f"没有记录号为“{uid}”的企业档案，可能已被移走，请重新查找。")
    figures = workspace.records.all_of(Kind.YEAR_FIGURES, parent=uid)
    transformations = workspace.records.all_of(Kind.TRANSFORMATION, parent=uid)
    claims = workspace.records.all_of(Kind.CLAIM, parent=uid)
    held = [enterprise, *figures, *transformations, *claims]
    return Dossier(
        enterprise=enterprise,
        figures={record.year: record for record in sorted(figures, key=_year) if record.year is not None},
        transformations=tuple(transformations),
        claims=tuple(claims),
        evidence={record.uid: tuple(workspace.attachments.of(record.uid)) for record in held},
    )


def size_of(enterprise: Record, figures: Record | None) -> SizeVerdict:
    """The size class (大、中、小、微型) by one year's figures, with its explanation."""
    return size_class(
        enterprise.text("industry"),
        figures.whole("employees") if figures else None,
        _wan(figures, "revenue"),
        _wan(figures, "assets"),
        resources.thresholds(),
    )


def _wan(figures: Record | None, name: str) -> Decimal | None:
    amount = figures.whole(name) if figures else None
    return None if amount is None else wan_of_fen(amount)


def history(workspace: Workspace, uid: str) -> list[Change]:
    """Every state the record was in: who, when, why, what before."""
    return workspace.records.history(uid)


def put_back(workspace: Workspace, uid: str, revision: int, *, now: datetime) -> Record:
    """Makes an earlier state the newest one; what stood until now stays in the history."""
    at = now.isoformat(timespec="seconds")
    return workspace.records.put_back(uid, revision, by=workspace.profile.clerk, at=at)


def close_record(workspace: Workspace, uid: str, reason: str, *, now: datetime) -> Record:
    """Closes a record (注销, 迁出). It is never lost."""
    at = now.isoformat(timespec="seconds")
    return workspace.records.close_record(uid, reason, by=workspace.profile.clerk, at=at)


def _year(record: Record) -> int:
    return record.year or 0
