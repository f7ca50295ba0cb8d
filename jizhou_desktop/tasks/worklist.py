"""今日待办: what waits for this office: overdue, returned, soon due, without evidence, certificates that end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jizhou_desktop.domain.audit.subjects import day_of
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.standing import Standing
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import held_claims
from jizhou_desktop.tasks.transformations import going_tasks

SOON_WORKING_DAYS = 3
"""So many working days before its limit a step is shown as due."""
ENDING_DAYS = 90
"""So many days before its end a qualification is shown: renewal (高企重新认定) takes that long."""

RETURNED = "退回"
_NOT_YET_ASKED = ("拟转型", "实施中")
"""States in which nobody needs to have handed evidence in."""


class Urgency(StrEnum):
    """Most urgent first, as the list is ordered."""

    LATE = "已逾期"
    RETURNED = "被退回"
    DUE = "即将到期"
    MISSING = "缺佐证"
    ENDING = "证书到期"


@dataclass(frozen=True)
class Todo:
    """One line: how urgent, what about, in a sentence; the record to open."""

    urgency: Urgency
    about: str
    sentence: str
    record: str


@dataclass(frozen=True)
class _Watch:
    """Whose list, by which plan, on which day."""

    workspace: Workspace
    plan: Plan
    today: date


def worklist(workspace: Workspace, year: int, today: date) -> list[Todo]:
    """What this office can do something about, most urgent first."""
    watch = _Watch(workspace, resources.plan_of_year(year), today)
    order = list(Urgency)
    found = [*_transformations(watch), *_claims(watch), *_qualifications(watch)]
    return sorted(found, key=lambda todo: (order.index(todo.urgency), todo.about, todo.record))


def _transformations(watch: _Watch) -> Iterator[Todo]:
    for task in going_tasks(watch.workspace, watch.plan.year):
        about = f"{task.subject.text('name')}　{task.path.title}"
        yield from _by_standing(watch, task.record, task.standing, about)
        begun = task.standing.state not in ("", *_NOT_YET_ASKED)
        if begun and not task.standing.withdrawn and not task.evidence:
            sentence = f"{task.standing.state}，没有佐证材料，应有{task.path.evidence[0]}等{len(task.path.evidence)}种"
            yield Todo(Urgency.MISSING, about, sentence, task.record.uid)


def _claims(watch: _Watch) -> Iterator[Todo]:
    workspace = watch.workspace
    names = {record.uid: record.text("name") for record in workspace.records.all_of(Kind.ENTERPRISE)}
    kept = {item.record for item in workspace.attachments.all()}
    for claim in held_claims(workspace, watch.plan.year):
        about = f"{names.get(claim.record.parent or '', '')}　{watch.plan.scheme(claim.record.form).title}"
        yield from _by_standing(watch, claim.record, claim.standing, about)
        if not claim.standing.over and not claim.standing.withdrawn and claim.record.uid not in kept:
            yield Todo(Urgency.MISSING, about, "没有佐证材料，请在申报页添加", claim.record.uid)


def _by_standing(watch: _Watch, record: Record, standing: Standing, about: str) -> Iterator[Todo]:
    """What was returned to this office; what is late or soon due, where it may take the next step."""
    office, last = watch.workspace.profile.office, standing.last
    if standing.state == RETURNED and record.office == office.code:
        why = f"：{last.text('opinion')}" if last and last.text("opinion") else ""
        yield Todo(Urgency.RETURNED, about, f"被退回{why}。请补正后重新申报", record.uid)
    due = standing.due(watch.plan.calendar)
    steps = "、".join(dict.fromkeys(step.name for step in standing.may(office) if not step.reason))
    if due is None or not steps:
        return
    sentence = f"“{standing.state}”之后应于{chinese_date(due)}前办理{steps}"
    if due < watch.today:
        yield Todo(Urgency.LATE, about, sentence, record.uid)
    elif watch.plan.calendar.between(watch.today, due) <= SOON_WORKING_DAYS:
        yield Todo(Urgency.DUE, about, sentence, record.uid)


def _qualifications(watch: _Watch) -> Iterator[Todo]:
    records = watch.workspace.records
    for row in records.all_of(Kind.QUALIFICATION, office=watch.workspace.profile.office.code):
        ends = day_of(row, "expires")
        if ends is not None and watch.today <= ends <= watch.today + timedelta(days=ENDING_DAYS):
            enterprise = records.get(row.parent or "")
            sentence = f"{row.text('type')}{chinese_date(ends)}到期，请提醒企业办理延续"
            name = enterprise.text("name") if enterprise else ""
            yield Todo(Urgency.ENDING, name, sentence, row.parent or row.uid)
