"""支持打造名优产品 三（二）: by the district's own measure, whose table the office fills in."""

from jizhou_desktop.domain.schemes.award_table import table_amount, table_working
from jizhou_desktop.domain.schemes.case import Case, Key
from jizhou_desktop.domain.schemes.rule import Rule
from jizhou_desktop.domain.schemes.settle import settle
from jizhou_desktop.domain.verdict import Condition, Verdict


def reckon(case: Case) -> Verdict:
    """The table's amount for the level; without one it is left to the department."""
    typed = case.text("level")
    level = case.scheme.level(typed)
    condition = Condition(
        met=True if level else None,
        text="名优产品等级",
        value=level.label if level else typed,
        limit=f"{case.scheme.measure}所列等级",
        source=case.source,
    )
    return settle(case, (condition,), table_amount(level, 1), table_working(case, level, 1, typed))


RULE = Rule(keys=(Key("level", "名优产品等级"),), reckon=reckon, figures=("measure",))
