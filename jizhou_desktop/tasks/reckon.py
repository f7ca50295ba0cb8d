"""Reckoning a subsidy by the plan's rules, with or without a workspace."""

from collections.abc import Mapping

from jizhou_desktop.domain.reckoning import reckon as reckon_by_plan
from jizhou_desktop.domain.verdict import Verdict
from jizhou_desktop.tasks import resources


def reckon(scheme: str, figures: Mapping[str, str], *, plan_id: str = "") -> Verdict:
    """Eligibility, reasons and amount of `scheme` for the figures as typed (money in 万元), by the latest plan.

    Raises UserError for an unknown scheme or key, and for a figure that is negative or unreadable.
    """
    plan = resources.plan(plan_id) if plan_id else resources.latest_plan()
    return reckon_by_plan(plan, scheme, figures)
