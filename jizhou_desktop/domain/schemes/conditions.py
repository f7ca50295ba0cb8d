"""Conditions that several schemes set: a figure against a limit, and the share of equipment in the investment."""

from decimal import ROUND_FLOOR, Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.scheme import Limit
from jizhou_desktop.domain.schemes.case import Case
from jizhou_desktop.domain.verdict import Condition


def within_window(case: Case) -> str:
    """从上一年度到本年度, as years: outlays of other years do not count."""
    return f"{case.year - case.scheme.years_back}年度至{case.year}年度"


def investment_condition(case: Case, limit: Limit, investment: Decimal) -> Condition:
    """项目投资 (万元) against its limit."""
    text = f"{within_window(case)}{limit.label}"
    return Condition(limit.met(investment), text, f"{grouped(investment)}{limit.unit}", limit.words, case.source)


def equipment_condition(case: Case, limit: Limit, investment: Decimal, equipment: Decimal) -> Condition:
    """设备占项目投资的比例 against its limit. Exactly the limit qualifies (以上)."""
    met = limit.met_by_share(equipment, investment)
    share = _share_text(equipment, investment)
    value = f"{share}（设备{grouped(equipment)}万元，投资{grouped(investment)}万元）"
    return Condition(met, limit.label, value, limit.words, case.source)


def award_condition(case: Case, award: Decimal) -> Condition:
    """The reviewed amount (万元) against the scheme's range, both ends included."""
    award_range = case.scheme.award
    met = award_range is not None and award_range.low <= award <= award_range.high
    limit = award_range.words if award_range else "计划未规定"
    return Condition(met, "评审确定的金额", f"{grouped(award)}万元", limit, case.source)


def refuse_part_above_whole(investment: Decimal, equipment: Decimal) -> None:
    """Equipment is a part of the investment; figures that say otherwise are misread, not merely unmet."""
    if equipment > investment:
        raise UserError(
            f"equipment（设备投资）{grouped(equipment)}万元大于"
            f" investment（项目投资）{grouped(investment)}万元，设备投资应包含在项目投资之内，请核对。"
        )


def _share_text(part: Decimal, whole: Decimal) -> str:
    if not whole:
        return "无投资"
    share = part * 100 / whole
    # Cut, not rounded: 69.996 % must not be shown as the 70 % that it falls short of.
    shown = share.quantize(Decimal("0.01"), ROUND_FLOOR)
    return f"{'' if shown * whole == part * 100 else '约'}{grouped(shown)}%"
