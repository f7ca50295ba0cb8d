"""支持企业专利提升 三（五）: by the district's own measure, so much a patent of each kind."""

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.scheme import AwardLevel
from jizhou_desktop.domain.schemes.award_table import table_amount, table_working
from jizhou_desktop.domain.schemes.case import Case, Key
from jizhou_desktop.domain.schemes.rule import Rule
from jizhou_desktop.domain.schemes.settle import settle
from jizhou_desktop.domain.verdict import Condition, Verdict


def reckon(case: Case) -> Verdict:
    """The table's amount for the kind, times the patents; without one it is left to the department."""
    kind, count = _kind(case), case.whole("count")
    conditions = (
        Condition(True, "专利种类", kind.label, _kinds(case), case.source),
        Condition(count >= 1, "专利件数", f"{count}件", "不少于1件", case.source),
    )
    return settle(case, conditions, table_amount(kind, count), table_working(case, kind, count, kind.label))


def _kind(case: Case) -> AwardLevel:
    kind = case.scheme.level(case.text("kind"))
    if kind is None:
        raise UserError(f"{case.key('kind')}：“{case.text('kind')}”不是专利种类，可填：{_kinds(case)}。")
    return kind


def _kinds(case: Case) -> str:
    return "、".join(level.label for level in case.scheme.levels)


RULE = Rule(keys=(Key("kind", "专利种类"), Key("count", "件数", "件")), reckon=reckon, figures=("measure", "levels"))
