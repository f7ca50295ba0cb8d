"""职责分工 (四（一）“谁负责、谁落实”): who leads, which departments take part, who answers for which path."""

from collections.abc import Iterable, Mapping

from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.child_rows import child_rows
from jizhou_desktop.tasks.own_tasks import own_tasks

FORM = "duty"
LEADER, MEMBER, PATH_LEAD, CONTACT = "组长", "成员", "路径负责人", "联络人"

_TELLS_APART = ("role", "department", "path")


def duties(workspace: Workspace, year: int) -> list[Record]:
    """The year's rows: this office's own first, then by office, by role as the form lists them, in order of writing."""
    own, roles = workspace.profile.office.code, resources.form(FORM).field("role").choices
    order = {role: place for place, role in enumerate(roles)}
    rows = child_rows(workspace, None, Kind.DUTY, year=year)
    return sorted(rows, key=lambda row: (row.office != own, row.office, order.get(row.text("role"), len(order))))


def propose_duties(workspace: Workspace, year: int, held: Iterable[Mapping[str, Value]]) -> list[dict[str, str]]:
    """The rows that the plan asks for and `held` lacks, their persons blank: nobody is named who was not asked.

    For the district the leader, the departments of part four and the lead of each path; for an office that keeps
    records its leader, its contact and who answers for each of its tasks.
    """
    plan = resources.plan_of_year(year)
    office = workspace.profile.office
    wanted = _of_district(plan) if office.collects else _of_place(plan, office.full_name, _own_paths(workspace, year))
    known = {tuple(str(row.get(name) or "") for name in _TELLS_APART) for row in held}
    return [row for row in wanted if tuple(row.get(name, "") for name in _TELLS_APART) not in known]


def _of_district(plan: Plan) -> list[dict[str, str]]:
    parties = dict.fromkeys(name for duty in plan.duties for name in duty.departments)
    leader, *members = [plan.department(name).name for name in parties]
    rows = [{"role": LEADER, "department": leader}]
    rows += [{"role": MEMBER, "department": member} for member in members]
    for path in plan.paths:
        rows += [
            {"role": PATH_LEAD, "department": plan.department(name).name, "path": path.section} for name in path.lead
        ]
    return rows


def _of_place(plan: Plan, name: str, paths: Iterable[str]) -> list[dict[str, str]]:
    rows = [{"role": role, "department": name} for role in (LEADER, CONTACT)]
    return rows + [{"role": PATH_LEAD, "department": name, "path": plan.path(path).section} for path in paths]


def _own_paths(workspace: Workspace, year: int) -> list[str]:
    return [task.result.key for task in own_tasks(workspace, year)]
