"""重大创新项目及“杀手锏”产品 三（一）: 100—300万元 set by review, city and district 50 % each."""

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.schemes.case import Case, Key
from jizhou_desktop.domain.schemes.conditions import award_condition
from jizhou_desktop.domain.schemes.rule import Rule
from jizhou_desktop.domain.schemes.settle import settle, shares_text
from jizhou_desktop.domain.verdict import Verdict


def reckon(case: Case) -> Verdict:
    """The reviewed amount where it lies within the range, split between the two budgets."""
    award = case.wan("award")
    amount = fen_of_wan(award)
    shares = shares_text(case.scheme, amount)
    working = f"评审确定{wan_text(amount)}万元，其中{shares}。"
    return settle(case, (award_condition(case, award),), amount, working)


RULE = Rule(keys=(Key("award", "评审确定的资助额", "万元"),), reckon=reckon, figures=("award",))
