"""Which amount a step may bear (核定、拨付、收回): proposed where none is typed, refused where it does not fit."""

from jizhou_desktop.domain.claim_money import ClaimMoney
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.pool import Pool
from jizhou_desktop.domain.procedure import Money, Step
from jizhou_desktop.domain.scheme import Scheme
from jizhou_desktop.domain.schemes.settle import split


def proposed_amount(step: Step, money: ClaimMoney, scheme: Scheme) -> int | None:
    """What the step most likely bears, in 分; None where it bears none or a person must say."""
    if step.money == Money.GRANT:
        return money.wanted_fen if money.granted_fen is None else money.granted_fen
    if step.money == Money.PAY:
        return payable(step, money, scheme)
    if step.money == Money.TAKE_BACK:
        return money.paid.get(step.share, 0)
    return None


def payable(step: Step, money: ClaimMoney, scheme: Scheme) -> int:
    """What may still be paid by this step, in 分: of its share where it has one, else of the whole."""
    granted = money.granted_fen or 0
    if not step.share:
        return max(granted - money.paid_fen, 0)
    district, city = split(scheme, granted)
    share = district if step.share == "district" else city
    return max(share - money.paid.get(step.share, 0), 0)


def settled_amount(step: Step, typed: int | None, money: ClaimMoney, scheme: Scheme, pool: Pool | None) -> int | None:
    """The amount to write down, in 分: as typed, or the one proposed. Raises UserError where it does not fit.

    `pool` is the scheme's fund with all claims in it, this one too; None where the plan sets no fund.
    """
    if not step.money:
        if typed is not None:
            raise UserError(f"“{step.name}”不涉及金额，请不要填写金额。")
        return None
    amount = proposed_amount(step, money, scheme) if typed is None else typed
    if step.money == Money.REVIEW:
        return None if amount is None else _within_plan(step, amount, money, scheme)
    if amount is None:
        raise UserError(f"计划没有规定这项政策的金额，请填写“{step.name}”的金额。")
    if step.money == Money.GRANT:
        return _granted(step, amount, money, scheme, pool)
    return _moved(step, amount, money, scheme)


def _granted(step: Step, amount: int, money: ClaimMoney, scheme: Scheme, pool: Pool | None) -> int:
    if amount == 0 and money.granted_fen != 0:
        raise UserError(f"“{step.name}”的金额为0；不给予补贴的，请办“不予支持”并写明理由。")
    if amount != money.granted_fen:
        # An amount that stands already was held to the plan when it was granted, or the fund was shared out.
        _within_plan(step, amount, money, scheme)
    if pool is not None and amount - money.approved_fen > pool.grantable_fen:
        left = wan_text(max(pool.grantable_fen + money.approved_fen, 0))
        raise UserError(
            f"{scheme.short}专项资金可核定余额{left}万元，不够核定{wan_text(amount)}万元；"
            "请用“资金分配”按先到先得、按评分或按比例核定。"
        )
    return amount


def _within_plan(step: Step, amount: int, money: ClaimMoney, scheme: Scheme) -> int:
    """A review sets the amount within the plan's range; where the plan computes it, a review may only lower it."""
    if scheme.award and not fen_of_wan(scheme.award.low) <= amount <= fen_of_wan(scheme.award.high):
        raise UserError(f"“{step.name}”的金额{wan_text(amount)}万元不在计划规定的{scheme.award.words}之内。")
    most = money.asked_fen
    if most is not None and amount > most:
        raise UserError(f"“{step.name}”的金额{wan_text(amount)}万元超过按计划计算的{wan_text(most)}万元。")
    return amount


def _moved(step: Step, amount: int, money: ClaimMoney, scheme: Scheme) -> int:
    back = step.money == Money.TAKE_BACK
    most = money.paid.get(step.share, 0) if back else payable(step, money, scheme)
    if amount <= 0:
        raise UserError(f"“{step.name}”的金额应大于0；{'没有可收回的' if not most else f'可填{wan_text(most)}万元'}。")
    if amount > most:
        what = "已拨付" if back else "核定未拨付"
        raise UserError(f"“{step.name}”{wan_text(amount)}万元，超过{what}的{wan_text(most)}万元。")
    return amount
