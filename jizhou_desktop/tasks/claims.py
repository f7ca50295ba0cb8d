"""Subsidy applications (补贴申报): what the plan says of one, its money, and what is left in its pool."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.claim_figures import claim_figures
from jizhou_desktop.domain.claim_money import ClaimMoney, money_of
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.pool import Pool, pool_of
from jizhou_desktop.domain.reckoning import reckon
from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.domain.standing import Standing
from jizhou_desktop.domain.verdict import Verdict
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.award_tables import plan_in_force
from jizhou_desktop.tasks.steps import standings


@dataclass(frozen=True)
class HeldClaim:
    """One claim with where it stands and its money."""

    record: Record
    standing: Standing
    money: ClaimMoney

    @property
    def received(self) -> str:
        """The ISO date of 受理, by which first come is first served; the first step's where that was left out."""
        begun = next(
            (step for step in self.standing.steps if step.text("step") == self.standing.procedure.usual[0]), None
        )
        first = begun or (self.standing.steps[0] if self.standing.steps else None)
        return first.text("date") if first else ""


def schemes_at_hand(plan: Plan) -> list[str]:
    """The ids of the plan's schemes for which there is an application form."""
    return [scheme.id for scheme in plan.schemes if scheme.id in resources.forms()]


def claims(workspace: Workspace, scheme: str, year: int) -> list[Record]:
    """The year's applications under one scheme, closed ones left out, first come first."""
    return [record for record in all_claims(workspace, year) if record.form == scheme]


def all_claims(workspace: Workspace, year: int) -> list[Record]:
    """The year's open applications under whatever scheme, first come first."""
    return sorted(workspace.records.all_of(Kind.CLAIM, year=year), key=lambda record: (record.changed_at, record.uid))


def held_claims(workspace: Workspace, year: int, *, scheme: str = "") -> list[HeldClaim]:
    """The year's applications, of one scheme where it is named, each with its state and money.

    Those under a scheme that the year's plan no longer has are left out: nothing can be said of them.
    """
    records = [record for record in all_claims(workspace, year) if scheme in ("", record.form)]
    states = standings(workspace, records)
    return [held_claim(record, states[record.uid]) for record in records if record.uid in states]


def held_claim(record: Record, standing: Standing) -> HeldClaim:
    """One claim with its money."""
    return HeldClaim(record, standing, money_of(standing, asked_of(record)))


def asked_of(record: Record) -> int | None:
    """What a claim asks for by the plan, in 分; None where a review sets it.

    A record of 0.1.0 keeps of a 高企 not yet recognised only the district's half; what is asked is the whole award.
    """
    amount, award = record.whole("amount"), record.whole("award")
    return max(amount, award) if amount and award else amount


def verdict_on(plan: Plan, form: Form, values: Mapping[str, Value], *, size: str = "") -> Verdict:
    """What the plan's rule says of an application's answers; `size` is the enterprise's size class.

    Raises UserError where an answer that the rule needs is missing or contradicts another.
    """
    return reckon(plan, form.id, claim_figures(form, values, size=size))


def verdict_of(workspace: Workspace, record: Record) -> Verdict:
    """The same of an application as it is held, by the plan of its year with the office's own amounts."""
    year = record.year or resources.latest_plan().year
    plan = plan_in_force(workspace, year)
    size = size_of(workspace, record.parent, year)
    return verdict_on(plan, resources.form(record.form), record.values, size=size)


def size_of(workspace: Workspace, enterprise: str | None, year: int) -> str:
    """The enterprise's size class by its newest figures up to the year; blank where they do not tell it."""
    record = workspace.records.get(enterprise) if enterprise else None
    if record is None:
        return ""
    if override := record.text("size_override"):
        return override
    figures = {held.year: held for held in workspace.records.all_of(Kind.YEAR_FIGURES, parent=record.uid) if held.year}
    known = [held for held in sorted(figures) if held <= year]
    plan, codes, thresholds = resources.plan_of_year(year), resources.codes(), resources.thresholds()
    return EnterpriseFile(record, plan, codes, thresholds, figures).size(known[-1]).size if known else ""


def amount_of(workspace: Workspace, record: Record) -> int | None:
    """The amount in 分 by the plan: 0 where not eligible, None where a review sets it or figures are missing."""
    try:
        return verdict_of(workspace, record).whole_fen
    except UserError:
        return None


def pool_left(workspace: Workspace, scheme: str, year: int) -> Pool | None:
    """The scheme's pool of the year with what open applications take of it; None where the plan sets no pool."""
    budget = resources.plan_of_year(year).scheme(scheme).pool_fen
    if budget is None:
        return None
    return pool_of(budget, _money(held_claims(workspace, year, scheme=scheme)))


@dataclass(frozen=True)
class LedgerLine:
    """One scheme's line of the ledger (专项资金台账). `budget_fen` is None where the plan sets no fund."""

    scheme: str
    count: int
    budget_fen: int | None
    committed_fen: int
    approved_fen: int
    paid_fen: int

    @property
    def left_fen(self) -> int | None:
        """What may still be granted; None where there is no fund."""
        return None if self.budget_fen is None else self.budget_fen - self.approved_fen

    @property
    def passed_fen(self) -> int:
        """How far the claims pass the fund; 0 where they do not."""
        return 0 if self.budget_fen is None else max(self.committed_fen - self.budget_fen, 0)


def ledger(workspace: Workspace, year: int) -> list[LedgerLine]:
    """The year's ledger, a line for each scheme of the plan."""
    held = held_claims(workspace, year)
    return [
        _line(scheme.id, scheme.pool_fen, [claim for claim in held if claim.record.form == scheme.id])
        for scheme in resources.plan_of_year(year).schemes
    ]


def _line(scheme: str, budget: int | None, held: list[HeldClaim]) -> LedgerLine:
    pool = pool_of(budget or 0, _money(held))
    live = sum(not claim.standing.withdrawn for claim in held)
    return LedgerLine(scheme, live, budget, pool.committed_fen, pool.approved_fen, pool.paid_fen)


def _money(held: Iterable[HeldClaim]) -> list[ClaimMoney]:
    return [claim.money for claim in held]
