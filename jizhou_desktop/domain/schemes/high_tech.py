"""高新技术企业首次认定奖励 三（一）: 30—50万元; the district's half at application, the city's after recognition."""

from dataclasses import replace

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.schemes.case import Case, Key
from jizhou_desktop.domain.schemes.conditions import award_condition
from jizhou_desktop.domain.schemes.rule import Rule
from jizhou_desktop.domain.schemes.settle import settle, shares_text, split
from jizhou_desktop.domain.verdict import Condition, Verdict


def reckon(case: Case) -> Verdict:
    """The whole award over both payments; with `recognised=no` only what may be paid now, the district's half."""
    award = case.wan("award")
    recognised = case.yes("recognised") if case.has("recognised") else None
    conditions = (award_condition(case, award), _recognition(case, recognised))
    amount = fen_of_wan(award)
    verdict = settle(case, conditions, amount, _both_payments(case, amount))
    return _first_payment(case, verdict, amount) if verdict.eligible and recognised is False else verdict


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
    keys=(Key("award", "奖励标准", "万元"), Key("recognised", "是否已认定", "yes 或 no", required=False)),
    reckon=reckon,
    figures=("award",),
)
