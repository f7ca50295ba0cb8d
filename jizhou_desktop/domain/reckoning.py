"""Reckoning a subsidy (补贴测算) by the plan's figures: eligible or not, why, and how much."""

from collections.abc import Mapping

from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.schemes import RULES
from jizhou_desktop.domain.schemes.case import Case
from jizhou_desktop.domain.verdict import Verdict


def reckon(plan: Plan, scheme_id: str, figures: Mapping[str, str]) -> Verdict:
    """The verdict on figures as typed (money in 万元) under one scheme of the plan.

    Raises UserError for a scheme the plan does not have, for a key the scheme does not know or lacks, and for a
    figure that is negative or unreadable.
    """
    scheme = plan.scheme(scheme_id)
    rule = RULES[scheme.id]
    case = Case(scheme, plan.year, plan.cite(scheme.section), rule.keys, figures)
    case.check_keys()
    return rule.reckon(case)
