"""支持企业智能化节能改造 三（四）: over 80万元, equipment at 70 % or more, 200 吨标煤 or 20万度 a year saved.

Outside industry the amounts are halved (非工业项目条件减半); the 70 % is the make-up of a project and stands.
"""

from decimal import Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped, wan_text
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.scheme import Limit
from jizhou_desktop.domain.schemes.case import Case, Key
from jizhou_desktop.domain.schemes.conditions import (
    equipment_condition,
    investment_condition,
    refuse_part_above_whole,
)
from jizhou_desktop.domain.schemes.rule import Rule
from jizhou_desktop.domain.schemes.settle import settle
from jizhou_desktop.domain.verdict import Condition, Verdict


def reckon(case: Case) -> Verdict:
    """Whether the project qualifies; the amount is set by review (`award`), within the pool."""
    investment, equipment = case.wan("investment"), case.wan("equipment")
    refuse_part_above_whole(investment, equipment)
    conditions = [
        investment_condition(case, limit_for(case, "investment"), investment),
        equipment_condition(case, limit_for(case, "equipment-share"), investment, equipment),
        saving_condition(case),
    ]
    award = case.wan("award") if case.has("award") else None
    if award is not None:
        conditions.append(_pool_condition(case, award))
    amount = None if award is None else fen_of_wan(award)
    return settle(case, conditions, amount, _working(case, amount))


def limit_for(case: Case, limit_id: str) -> Limit:
    """The limit as it stands for this project: halved limits are halved outside industry."""
    limit = case.scheme.limit(limit_id)
    return limit if case.yes("industrial") or not limit.halved else limit.scaled(case.scheme.outside_industry)


def saving_condition(case: Case) -> Condition:
    """年节能量 or 年节电量: either one that reaches its limit is enough, and one of them must be given."""
    savings = [
        (limit_for(case, limit_id), case.quantity(key))
        for key, limit_id in (("tce", "coal-saved"), ("kwh", "electricity-saved"))
        if case.has(key)
    ]
    if not savings:
        raise UserError(f"{case.scheme.short}须填写 {case.key('tce')} 或 {case.key('kwh')}，至少一项。")
    met = any(limit.met(saved) for limit, saved in savings)
    value = "，".join(f"{limit.label}{_amount(saved, limit)}" for limit, saved in savings)
    limits = (limit_for(case, "coal-saved"), limit_for(case, "electricity-saved"))
    return Condition(
        met, "年节能量或年节电量", value, "，或".join(f"{limit.label}{limit.words}" for limit in limits), case.source
    )


def _pool_condition(case: Case, award: Decimal) -> Condition:
    pool = case.scheme.pool
    met = pool is None or award <= pool
    limit = "计划未规定" if pool is None else f"不超过专项资金{grouped(pool)}万元"
    return Condition(met, "评审确定的金额", f"{grouped(award)}万元", limit, case.source)


def _amount(saved: Decimal, limit: Limit) -> str:
    return f"{grouped(saved)}{limit.unit}"


def _working(case: Case, amount: int | None) -> str:
    halved = "" if case.yes("industrial") else "非工业项目，投资额和节能量条件减半，设备占比为项目构成要求，不减半。"
    if amount is None:
        return f"{halved}计划只规定“给予一定的资金支持”，金额由评审确定，在专项资金内安排。"
    return f"{halved}评审确定{wan_text(amount)}万元，由区节能专项资金列支。"


RULE = Rule(
    keys=(
        Key("investment", "项目投资", "万元"),
        Key("equipment", "其中设备投资", "万元"),
        Key("tce", "年节能量", "吨标准煤", required=False),
        Key("kwh", "年节电量", "千瓦时", required=False),
        Key("industrial", "是否工业项目", "yes 或 no"),
        Key("award", "评审确定的金额", "万元", required=False),
    ),
    reckon=reckon,
    limits=("investment", "equipment-share", "coal-saved", "electricity-saved"),
)
