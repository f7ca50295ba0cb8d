"""载体档案: the carriers of a workspace, what is held on each, and which of its tenants have dossiers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jizhou_desktop.domain.audit.carriers import CARRIER_RULES, CarrierFile
from jizhou_desktop.domain.audit.rule import apply
from jizhou_desktop.domain.carriers import occupancy, tenants_on
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.text import fold
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.child_rows import child_rows
from jizhou_desktop.tasks.explain import with_explanations


@dataclass(frozen=True)
class CarrierLine:
    """One carrier of the list; `occupancy` in %, None where it cannot be reckoned."""

    record: Record
    tenants: int
    occupancy: Decimal | None


def carriers(workspace: Workspace, text: str = "", *, closed: bool = False, today: date) -> list[CarrierLine]:
    """The carriers by name whose name, operator or address holds `text`; closed ones only where asked for."""
    key = fold(text)
    found = [record for record in workspace.records.all_of(Kind.CARRIER, closed=closed) if _holds(record, key)]
    return [_line(workspace, record, today) for record in found]


def carrier_file(workspace: Workspace, uid: str) -> CarrierFile:
    """One carrier's dossier. Raises UserError where there is none of that record number."""
    record = workspace.records.get(uid)
    if record is None or record.kind is not Kind.CARRIER:
        raise UserError(f"没有记录号为“{uid}”的载体档案，可能已被移走，请重新查找。")
    tenants = child_rows(workspace, uid, Kind.TENANT)
    return CarrierFile(record, resources.latest_plan(), tuple(tenants))


def check_carriers(workspace: Workspace) -> list[Problem]:
    """What the rules say of all carriers."""
    held = [carrier_file(workspace, record.uid) for record in workspace.records.all_of(Kind.CARRIER)]
    return list(apply(CARRIER_RULES, held))


def check_carrier(workspace: Workspace, file: CarrierFile) -> list[Problem]:
    """What the rules say of one carrier, and what was explained of it."""
    return with_explanations(workspace, list(apply(CARRIER_RULES, [file])))


def enterprise_finder(workspace: Workspace) -> Callable[[str, str], str]:
    """Finds the dossier of a tenant by its code, else by its name: its uid, blank where it has none.

    The dossiers are read once: rows are looked up at each key.
    """
    rows = workspace.records.rows(Kind.ENTERPRISE, ("uid", "name", "uscc"))
    by_code = {str(uscc): str(uid) for uid, _, uscc in rows if uscc}
    by_name = {fold(str(name)): str(uid) for uid, name, _ in rows}
    return lambda name, uscc: by_code.get(uscc) or by_name.get(fold(name), "")


def _holds(record: Record, key: str) -> bool:
    return key in fold("\n".join(record.text(name) for name in ("name", "operator", "address", "subject", "level")))


def _line(workspace: Workspace, record: Record, today: date) -> CarrierLine:
    tenants = child_rows(workspace, record.uid, Kind.TENANT)
    typed = record.whole("enterprises") or 0
    return CarrierLine(record, len(tenants_on(tenants, today)) if tenants else typed, occupancy(record, tenants, today))
