"""Subsidy applications (补贴申报): what the plan says of one, and what is left in its pool."""

from jizhou_desktop.domain.claim_figures import claim_figures
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.pool import Pool
from jizhou_desktop.domain.reckoning import reckon
from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.domain.verdict import Verdict
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources


def schemes_at_hand(plan: Plan) -> list[str]:
    """The ids of the plan's schemes for which there is an application form."""
    return [scheme.id for scheme in plan.schemes if scheme.id in resources.forms()]


def claims(workspace: Workspace, scheme: str, year: int) -> list[Record]:
    """The year's applications under one scheme, closed ones left out, first come first."""
    return [record for record in all_claims(workspace, year) if record.form == scheme]


def all_claims(workspace: Workspace, year: int) -> list[Record]:
    """The year's open applications under whatever scheme, first come first."""
    return sorted(workspace.records.all_of(Kind.CLAIM, year=year), key=lambda record: (record.changed_at, record.uid))


def verdict_on(plan: Plan, form: Form, values: dict[str, Value]) -> Verdict:
    """What the plan's rule says of an application's answers.

    Raises UserError where an answer that the rule needs is missing or contradicts another.
    """
    return reckon(plan, form.id, claim_figures(form, values))


def amount_of(plan: Plan, form: Form, values: dict[str, Value]) -> int | None:
    """The amount in 分 by the plan: 0 where not eligible, None where a review sets it or figures are missing."""
    try:
        return verdict_on(plan, form, values).amount_fen
    except UserError:
        return None


def pool_left(workspace: Workspace, scheme: str, year: int) -> Pool | None:
    """The scheme's pool of the year with what open applications claim; None where the plan sets no pool."""
    budget = resources.plan_of_year(year).scheme(scheme).pool_fen
    if budget is None:
        return None
    committed = sum(record.whole("amount") or 0 for record in claims(workspace, scheme, year))
    return Pool(budget_fen=budget, committed_fen=committed, paid_fen=0)
