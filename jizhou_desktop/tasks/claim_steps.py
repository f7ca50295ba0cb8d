"""Taking a step on a claim: as any step, and its amount is held to the plan, to what was granted and to the fund."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from jizhou_desktop.domain.claim_step_amounts import payable, proposed_amount, settled_amount
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.procedure import Money, Step
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.scheme import Scheme
from jizhou_desktop.domain.standing import check_next
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import HeldClaim, held_claim, held_claims, pool_left
from jizhou_desktop.tasks.steps import read_step, standing_of, take_step, write_step
from jizhou_desktop.tasks.uids import NewUid


def held(workspace: Workspace, claim: Record) -> HeldClaim:
    """A claim with its state and money."""
    return held_claim(claim, standing_of(workspace, claim))


def scheme_of(claim: Record) -> Scheme:
    """The scheme a claim is under, by the plan of its year."""
    plan = resources.plan_of_year(claim.year) if claim.year else resources.latest_plan()
    return plan.scheme(claim.form)


def may_take(workspace: Workspace, claim: HeldClaim) -> list[Step]:
    """The steps this office may take next; one that moves money only while there is money to move."""
    scheme = scheme_of(claim.record)
    return [step for step in claim.standing.may(workspace.profile.office) if _has_money(step, claim, scheme)]


def proposed(claim: HeldClaim, step: Step) -> int | None:
    """The amount that a step most likely bears, in 分."""
    return proposed_amount(step, claim.money, scheme_of(claim.record))


def take(workspace: Workspace, record: Record, answers: Mapping[str, str], *, now: datetime, new_uid: NewUid) -> Record:
    """Takes the next step on a transformation or a claim (answers as `steps.take_step` has them).

    Raises UserError as that does, and for an amount that does not fit the plan, the fund or what was granted.
    """
    if record.kind is not Kind.CLAIM:
        return take_step(workspace, record, answers, now=now, new_uid=new_uid)
    values = read_step(workspace, answers, now=now)
    claim = held(workspace, record)
    step = check_next(
        claim.standing,
        str(values["step"]),
        office=workspace.profile.office,
        day=date.fromisoformat(str(values["date"])),
        today=now.date(),
        opinion=str(values.get("opinion") or ""),
        calendar=resources.plan_of_year(record.year).calendar if record.year else resources.latest_plan().calendar,
    )
    typed = values.get("amount")
    _refuse_ineligible(step, claim)
    pool = pool_left(workspace, record.form, record.year) if record.year else None
    amount = settled_amount(step, typed if isinstance(typed, int) else None, claim.money, scheme_of(record), pool)
    return write_step(workspace, record, claim.standing, {**values, "amount": amount}, now=now, new_uid=new_uid)


def ready_for(workspace: Workspace, name: str, year: int, *, scheme: str = "") -> list[HeldClaim]:
    """The year's claims on which this office may take the step of that name now."""
    found = held_claims(workspace, year, scheme=scheme)
    return [claim for claim in found if any(step.name == name for step in may_take(workspace, claim))]


def take_on_all(
    workspace: Workspace, claims: Sequence[Record], answers: Mapping[str, str], *, now: datetime, new_uid: NewUid
) -> list[tuple[Record, str]]:
    """Takes one step on many claims (公示); gives those on which it could not be taken, each with the sentence."""
    refused = []
    for claim in claims:
        try:
            take(workspace, claim, answers, now=now, new_uid=new_uid)
        except UserError as error:
            refused.append((claim, str(error)))
    return refused


def _has_money(step: Step, claim: HeldClaim, scheme: Scheme) -> bool:
    if step.money == Money.PAY:
        return payable(step, claim.money, scheme) > 0
    if step.money == Money.TAKE_BACK:
        return claim.money.paid.get(step.share, 0) > 0
    return True


def _refuse_ineligible(step: Step, claim: HeldClaim) -> None:
    if step.money == Money.GRANT and claim.money.asked_fen == 0:
        raise UserError(f"这项申报不符合计划规定的条件，不能办“{step.name}”；请办“退回”或“不予支持”并写明理由。")
