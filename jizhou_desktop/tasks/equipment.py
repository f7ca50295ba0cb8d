"""The equipment list of a claim (设备清单): kept, summed up by the dates of its invoices, compared with other claims.

Where a claim has a list, the list counts and the typed 设备投入 gives way to its sum: two figures for one thing would
have to be reconciled by hand each time, and the list is what is checked against the invoices.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.domain.equipment_list import EquipmentSum, claimed_twice, sum_equipment
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.child_rows import child_rows

FORM = "equipment"


@dataclass(frozen=True)
class Twice:
    """A piece of equipment that stands in another claim's list too. `enterprise` and `scheme` are of that claim."""

    row: Record
    claim: str
    enterprise: str
    scheme: str
    year: int | None
    project: str

    @property
    def words(self) -> str:
        """For the page and the audit: which piece, and where else it is claimed."""
        project = f"“{self.project}”" if self.project else ""
        return (
            f"设备“{self.row.text('name')}”（发票{self.row.text('invoice_number')}）"
            f"已列入{self.enterprise}{self.year or ''}年度{self.scheme}申报{project}"
        )


def has_list(scheme: str) -> bool:
    """Whether claims under a scheme have an equipment list: those whose form asks for 设备投入."""
    return any(field.name == "equipment" for field in resources.form(scheme).fields)


def equipment_sum(workspace: Workspace, claim: Record) -> EquipmentSum | None:
    """The claim's list summed up; None where it has none."""
    rows = child_rows(workspace, claim.uid, Kind.EQUIPMENT)
    return sum_rows(claim, rows) if rows else None


def sum_rows(claim: Record, rows: Sequence[Record]) -> EquipmentSum:
    """A list summed up over the years that count for the claim."""
    plan = resources.plan_of_year(claim.year) if claim.year else resources.latest_plan()
    back = plan.scheme(claim.form).years_back
    return sum_equipment(rows, plan.year - back, plan.year)


def with_list(workspace: Workspace, claim: Record) -> Record:
    """The claim with 设备投入, 发票张数 and 发票金额合计 as its list says; as it is where it has no list."""
    summed = equipment_sum(workspace, claim) if has_list(claim.form) else None
    if summed is None:
        return claim
    return claim.with_values(equipment=summed.fen, invoices=summed.invoices, invoice_sum=summed.fen)


def claimed_elsewhere(workspace: Workspace, rows: Sequence[Record]) -> list[Twice]:
    """The rows that other claims list too, of whatever enterprise, scheme and year; returned claims count too."""
    pairs = claimed_twice(rows, workspace.records.all_of(Kind.EQUIPMENT))
    return [told for row, other in pairs if (told := _twice(workspace, row, other)) is not None]


def _twice(workspace: Workspace, row: Record, other: Record) -> Twice | None:
    claim = workspace.records.get(other.parent or "")
    if claim is None or claim.closed:
        return None
    enterprise = workspace.records.get(claim.parent or "")
    return Twice(
        row,
        claim.uid,
        enterprise.text("name") if enterprise else "",
        _scheme_name(claim),
        claim.year,
        claim.text("project"),
    )


def _scheme_name(claim: Record) -> str:
    plan = resources.plan_of_year(claim.year) if claim.year else resources.latest_plan()
    return next((scheme.short for scheme in plan.schemes if scheme.id == claim.form), claim.form)
