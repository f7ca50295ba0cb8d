"""支持企业智能化技术改造 三（三）: over 200万元 in two years, equipment at 70 % or more, 6 % of the equipment."""

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.money import fen_of_wan, percent_of
from jizhou_desktop.domain.schemes.case import Case, Key
from jizhou_desktop.domain.schemes.conditions import (
    equipment_condition,
    investment_condition,
    refuse_part_above_whole,
)
from jizhou_desktop.domain.schemes.rule import Rule
from jizhou_desktop.domain.schemes.settle import settle
from jizhou_desktop.domain.verdict import Verdict


def reckon(case: Case) -> Verdict:
    """The plan's rate of the equipment, rounded half up to the 分; the whole is the district's money."""
    investment, equipment = case.wan("investment"), case.wan("equipment")
    refuse_part_above_whole(investment, equipment)
    conditions = (
        investment_condition(case, case.scheme.limit("investment"), investment),
        equipment_condition(case, case.scheme.limit("equipment-share"), investment, equipment),
    )
    equipment_fen = fen_of_wan(equipment)
    amount = equipment_amount(case, equipment_fen)
    return settle(case, conditions, amount, _working(case, equipment_fen, amount))


def equipment_amount(case: Case, equipment_fen: int) -> int:
    """6 % of the equipment (占设备投入6%), in 分."""
    return percent_of(equipment_fen, case.scheme.rate)


def _working(case: Case, equipment_fen: int, amount: int) -> str:
    working = (
        f"设备投入{wan_text(equipment_fen)}万元×{case.scheme.rate:f}%＝{wan_text(amount)}万元"
        "（计划未规定尾数，四舍五入到分），由区专项资金列支。"
    )
    pool = case.scheme.pool_fen
    if pool is not None and amount > pool:
        working += f"超过专项资金总额{wan_text(pool)}万元，须按资金分配办法核定。"
    return working


RULE = Rule(
    keys=(Key("investment", "项目投资", "万元"), Key("equipment", "其中设备投资", "万元")),
    reckon=reckon,
    figures=("rate",),
    limits=("investment", "equipment-share"),
)
