"""高新技术企业首次认定奖励 三（一）: 30—50万元 by size; the district pays half at application, the city the rest later.

The plan sets the range and no amount for each size (按照规模大小): the office fills a table in, size by size. Where it
has an amount for the enterprise's size, that is the award and a typed one must agree.
"""

from dataclasses import replace
from decimal import Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped, wan_text
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.scheme import AwardLevel
from jizhou_desktop.domain.schemes.case import Case, Key
from jizhou_desktop.domain.schemes.conditions import award_condition
from jizhou_desktop.domain.schemes.rule import Rule
from jizhou_desktop.domain.schemes.settle import settle, shares_text, split
from jizhou_desktop.domain.verdict import Condition, Verdict


def reckon(case: Case) -> Verdict:
    """The whole award over both payments; with `recognised=no` only what may be paid now, the district's half."""
    level = case.scheme.level(case.text("size")) if case.has("size") else None
    award = _award(case, level)
    recognised = case.yes("recognised") if case.has("recognised") else None
    conditions = [award_condition(case, award)]
    if level is not None and level.amount is not None:
        conditions.append(_by_size(case, level, level.amount, award))
    conditions.append(_recognition(case, recognised))
    amount = fen_of_wan(award)
    verdict = settle(case, conditions, amount, _both_payments(case, amount))
    if not verdict.eligible:
        return verdict
    verdict = replace(verdict, standard_fen=amount)
    return _first_payment(case, verdict, amount) if recognised is False else verdict


def _award(case: Case, level: AwardLevel | None) -> Decimal:
    """The award in 万元 as typed, else that of the table. Raises UserError where neither says it."""
    if case.has("award"):
        return case.wan("award")
    if level is not None and level.amount is not None:
        return level.amount
    size = f"“{case.text('size')}”" if case.has("size") else "企业规模"
    raise UserError(
        f"{case.scheme.short}还须填写 {case.key('award')}；补贴标准表中没有{size}的金额，填好后按规模自动得出。"
    )


def _by_size(case: Case, level: AwardLevel, amount: Decimal, award: Decimal) -> Condition:
    measure = f"{case.scheme.measure}，" if case.scheme.measure else ""
    limit = f"{measure}{level.label}企业{grouped(amount)}万元"
    return Condition(award == amount, "按企业规模的奖励标准", f"{grouped(award)}万元", limit, case.source)


def _recognition(case: Case, recognised: bool | None) -> Condition:
    value = {True: "已认定", False: "尚未认定", None: "未填写"}[recognised]
    # Not yet recognised fails nobody: the plan has the district pay at application.
    return Condition(recognised or None, "国家高新技术企业首次认定", value, "认定后拨付市财政部分", case.source)


def _both_payments(case: Case, amount: int) -> str:
    return (
        f"奖励标准{wan_text(amount)}万元，分两次拨付：{shares_text(case.scheme, amount)}；"
        "区财政在申请认定时先行补助，市财政在认定后奖励。"
    )


def _first_payment(case: Case, verdict: Verdict, amount: int) -> Verdict:
    district, city = split(case.scheme, amount)
    working = (
        f"奖励标准{wan_text(amount)}万元，尚未认定，现可拨付区财政部分{wan_text(district)}万元；"
        f"认定后市财政再拨付{wan_text(city)}万元，未获认定的应收回区财政补助。"
    )
    return replace(verdict, amount_fen=district, district_fen=district, city_fen=0, working=working)


RULE = Rule(
    keys=(
        Key("award", "奖励标准", "万元", required=False),
        Key("size", "企业规模", "大型、中型、小型或微型", required=False),
        Key("recognised", "是否已认定", "yes 或 no", required=False),
    ),
    reckon=reckon,
    figures=("award",),
)
