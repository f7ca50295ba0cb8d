"""Rules on the equipment lists of claims (设备清单): J01 and on. They need the lists of all claims."""

from collections.abc import Iterator

from jizhou_desktop.domain.audit.across import Held
from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.equipment_list import EquipmentSum, claimed_twice, same_thing, sum_equipment
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Record

YEARS = "行动计划三（三）、三（四）从上一年度到本年度"
TWICE = "行动计划三（三）、三（四）同一设备不重复支持"
INVOICES = "申报资料：设备发票、付款凭证"


def _claimed_elsewhere(held: Held) -> Iterator[str]:
    rows = held.among.by_claim.get(held.record.uid, [])
    others = [other for row in rows for other in held.among.by_piece.get(same_thing(row), ())]
    for row, other in claimed_twice(rows, others):
        claim = held.among.claims_by_uid.get(other.parent or "")
        if claim is not None and not claim.closed:
            yield (
                f"设备“{row.text('name')}”（发票{row.text('invoice_number')}）已列入"
                f"{held.among.enterprise_names.get(claim.parent or '', '')}{claim.year or ''}年度"
                f"{_scheme(held, claim)}申报“{claim.text('project')}”"
            )


def _listed_twice(held: Held) -> Iterator[str]:
    seen: set[tuple[str, str]] = set()
    for row in held.among.by_claim.get(held.record.uid, ()):
        if same_thing(row) in seen:
            yield f"设备“{row.text('name')}”（发票{row.text('invoice_number')}）在设备清单中写了两次"
        if same_thing(row) != ("", ""):
            seen.add(same_thing(row))


def _outside_the_years(held: Held) -> Iterator[str]:
    summed = _sum(held)
    if summed is not None and summed.left_out:
        names = "、".join(f"“{row.row.text('name')}”{row.why_not}" for row in summed.left_out[:3])
        yield f"设备清单有{len(summed.left_out)}行{wan_text(summed.left_out_fen)}万元不计：{names}"


def _differs_from_list(held: Held) -> Iterator[str]:
    summed, typed = _sum(held), held.record.whole("equipment")
    if summed is not None and typed is not None and summed.fen != typed:
        yield f"申报设备投入{wan_text(typed)}万元，设备清单计入{wan_text(summed.fen)}万元"


def _not_paid(held: Held) -> Iterator[str]:
    summed = _sum(held)
    if summed is not None and summed.unpaid_fen:
        yield f"设备清单计入{wan_text(summed.fen)}万元，其中{wan_text(summed.unpaid_fen)}万元尚未付款"


def _sum(held: Held) -> EquipmentSum | None:
    """The claim's list over the years of its scheme; None where it has none."""
    rows = held.among.by_claim.get(held.record.uid, [])
    plan = held.among.plan
    scheme = next((scheme for scheme in plan.schemes if scheme.id == held.record.form), None)
    return sum_equipment(rows, plan.year - scheme.years_back, plan.year) if rows and scheme else None


def _scheme(held: Held, claim: Record) -> str:
    return next((scheme.short for scheme in held.among.plan.schemes if scheme.id == claim.form), claim.form)


RULES: tuple[Rule[Held], ...] = (
    Rule("J01", Severity.QUERY, ("equipment",), "设备不重复申报", TWICE, _claimed_elsewhere),
    Rule("J02", Severity.QUERY, ("equipment",), "设备清单不重行", INVOICES, _listed_twice),
    Rule("J03", Severity.HINT, ("equipment",), "设备发票在两个年度内", YEARS, _outside_the_years),
    Rule("J04", Severity.QUERY, ("equipment",), "设备投入与设备清单", YEARS, _differs_from_list),
    Rule("J05", Severity.HINT, ("equipment",), "设备款付清", INVOICES, _not_paid),
)
