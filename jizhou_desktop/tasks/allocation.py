"""Sharing a fund out (资金分配) when the claims pass it: previewed, then applied as steps with the decision noted.

Whatever way is chosen, every 分 that is there is granted, none that was not asked for, and the fund is never passed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped, wan_text
from jizhou_desktop.domain.procedure import Money, Step
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.share_out import WAYS, FundClaim
from jizhou_desktop.domain.standing import check_next
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import HeldClaim, held_claims, pool_left
from jizhou_desktop.tasks.steps import FORM
from jizhou_desktop.tasks.uids import NewUid

BY_SCORE = "按评分"


@dataclass(frozen=True)
class AllocationLine:
    """One claim in the preview; amounts in 分. `old_fen` is what it was granted, None where nothing was yet."""

    claim: HeldClaim
    enterprise: str
    asked_fen: int
    old_fen: int | None
    new_fen: int
    score: Decimal | None = None

    @property
    def cut_fen(self) -> int:
        return self.asked_fen - self.new_fen


@dataclass(frozen=True)
class Allocation:
    """A preview. `fund_fen` is what these claims may have together, `left_fen` what would be left of it.

    `without_amount` are claims for which a review has still to set an amount: they take no part.
    """

    scheme: str
    year: int
    way: str
    fund_fen: int
    lines: tuple[AllocationLine, ...]
    left_fen: int
    without_amount: tuple[str, ...] = ()

    @property
    def asked_fen(self) -> int:
        return sum(line.asked_fen for line in self.lines)

    @property
    def granted_fen(self) -> int:
        return sum(line.new_fen for line in self.lines)


def preview(
    workspace: Workspace, scheme: str, year: int, way: str, *, scores: Mapping[str, Decimal] | None = None
) -> Allocation:
    """What each claim would be granted; `scores` by the claim's uid for 按评分. Nothing is changed.

    The claims are those on which this office may take a granting step now. Raises UserError for an unknown way, a
    scheme without a fund, no such claims, and a score that is missing.
    """
    if way not in WAYS:
        raise UserError(f"没有“{way}”这种分配办法，可选：{'、'.join(WAYS)}。")
    pool = pool_left(workspace, scheme, year)
    if pool is None:
        raise UserError("计划没有给这项政策安排专项资金总额，不需要分配。")
    waiting = _waiting(workspace, scheme, year)
    part = [claim for claim in waiting if claim.money.wanted_fen]
    if not part:
        raise UserError("没有可以核定金额的申报：须先办到“现场核查”，且已有申报或评审金额。")
    given = scores or {}
    if way == BY_SCORE and (missing := [claim for claim in part if claim.record.uid not in given]):
        names = "、".join(_name(workspace, claim) for claim in missing)
        raise UserError(f"按评分分配要有每家的评分，还缺：{names}。")
    fund = pool.grantable_fen + sum(claim.money.approved_fen for claim in part)
    asked = [
        FundClaim(
            claim.record.uid, claim.money.wanted_fen or 0, claim.received, given.get(claim.record.uid, Decimal(0))
        )
        for claim in part
    ]
    shared = WAYS[way](fund, asked)
    held = {claim.record.uid: claim for claim in part}
    lines = tuple(
        AllocationLine(
            held[share.claim.uid],
            _name(workspace, held[share.claim.uid]),
            share.claim.asked_fen,
            held[share.claim.uid].money.granted_fen,
            share.granted_fen,
            given.get(share.claim.uid),
        )
        for share in shared.shares
    )
    without = tuple(_name(workspace, claim) for claim in waiting if claim.money.wanted_fen is None)
    return Allocation(scheme, year, way, fund, lines, shared.left_fen, without)


def apply(
    workspace: Workspace, allocation: Allocation, *, decision: str, day: date, now: datetime, new_uid: NewUid
) -> list[Record]:
    """Writes the previewed amounts down as 核定金额 steps, all or none; `decision` is what they rest on (会议纪要).

    Raises UserError without a decision, and where anything has changed since the preview.
    """
    if not decision.strip():
        raise UserError("请写明分配的依据，如“专题会议纪要〔2020〕3号”。")
    scores = {line.claim.record.uid: line.score for line in allocation.lines if line.score is not None}
    if preview(workspace, allocation.scheme, allocation.year, allocation.way, scores=scores) != allocation:
        raise UserError("预览之后申报或资金有变化，没有核定任何金额；请重新预览。")
    step = _granting(workspace, allocation)
    calendar = resources.plan_of_year(allocation.year).calendar
    for line in allocation.lines:
        check_next(
            line.claim.standing,
            step.name,
            office=workspace.profile.office,
            day=day,
            today=now.date(),
            opinion=decision,
            calendar=calendar,
        )
    form = resources.form(FORM)
    said = {"step": step.name, "date": day.isoformat(), "person": workspace.profile.clerk, "opinion": decision.strip()}
    blank = Record("", Kind.STEP, workspace.profile.office.code, said, form.id, form.version, year=allocation.year)
    rows = [replace(_row(blank, allocation, line), uid=new_uid()) for line in allocation.lines]
    at = now.isoformat(timespec="seconds")
    return workspace.records.save_all(rows, by=workspace.profile.clerk, at=at, why=f"资金分配：{allocation.way}")


def _waiting(workspace: Workspace, scheme: str, year: int) -> list[HeldClaim]:
    """The claims that may be granted an amount now, and are eligible by the plan."""
    office = workspace.profile.office
    return [
        claim
        for claim in held_claims(workspace, year, scheme=scheme)
        if claim.money.asked_fen != 0 and any(_is_grant(step) for step in claim.standing.may(office))
    ]


def _is_grant(step: Step) -> bool:
    """The step that does nothing but grant; a 公示 grants what was not granted before."""
    return step.money == Money.GRANT and not step.term


def _granting(workspace: Workspace, allocation: Allocation) -> Step:
    office = workspace.profile.office
    first = allocation.lines[0].claim.standing
    return next(step for step in first.may(office) if _is_grant(step))


def _row(blank: Record, allocation: Allocation, line: AllocationLine) -> Record:
    score = f"（{grouped(line.score)}分）" if line.score is not None and allocation.way == BY_SCORE else ""
    noted = (
        f"资金分配：{allocation.way}{score}，申报{wan_text(line.asked_fen)}万元，核定{wan_text(line.new_fen)}万元，"
        f"核减{wan_text(line.cut_fen)}万元"
    )
    place = len(line.claim.standing.steps) + 1
    return replace(blank, parent=line.claim.record.uid).with_values(
        amount=line.new_fen, remarks=noted, place_in_list=place
    )


def _name(workspace: Workspace, claim: HeldClaim) -> str:
    enterprise = workspace.records.get(claim.record.parent or "")
    return enterprise.text("name") if enterprise else ""


def words(allocation: Allocation) -> Sequence[str]:
    """The preview as lines for people: each claim old → new, and the sums."""
    lines = [
        f"{number}. {line.enterprise}　申报{wan_text(line.asked_fen)}万元　"
        f"{'未核定' if line.old_fen is None else wan_text(line.old_fen) + '万元'} → {wan_text(line.new_fen)}万元"
        for number, line in enumerate(allocation.lines, start=1)
    ]
    lines.append(
        f"合计：申报{wan_text(allocation.asked_fen)}万元，可分配{wan_text(allocation.fund_fen)}万元，"
        f"核定{wan_text(allocation.granted_fen)}万元，剩余{wan_text(allocation.left_fen)}万元。"
    )
    if allocation.without_amount:
        lines.append(f"尚无评审金额、未参加分配：{'、'.join(allocation.without_amount)}。")
    return lines
