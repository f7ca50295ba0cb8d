"""转型任务: one enterprise or carrier on one path in one year, as it stands by the steps that were taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from jizhou_desktop.domain.effect import Effect, effects
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plan import ENTERPRISE, Path
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.standing import Standing
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.saved import Saved
from jizhou_desktop.tasks.steps import standings
from jizhou_desktop.tasks.uids import NewUid

FORM = "transformation"
FROM_STEPS = ("state", "date", "opinion", "reviewer")
"""Answers of the form that the last step gives, where there is one: what, when, why, by whom."""

_MANY = 200
"""From so many on, reading all enterprises at once is quicker than asking for each."""

SUBJECTS = {ENTERPRISE: "企业", "park": "园区", "building": "楼宇", "base": "小微企业创业创新示范基地"}
"""Who goes a path, by the plan's word and by the carrier form's choice."""


@dataclass(frozen=True)
class GoingTask:
    """A transformation with whose it is, where it stands and how many pieces of evidence are kept of it."""

    record: Record
    subject: Record
    path: Path
    standing: Standing
    evidence: frozenset[str]
    result: Record | None

    @property
    def missing_evidence(self) -> list[str]:
        """The kinds of evidence that the path asks for and nobody has put there."""
        return [kind for kind in self.path.evidence if kind not in self.evidence]


def transformations(
    workspace: Workspace, *, year: int | None = None, office: str | None = None, parent: str | None = None
) -> list[Record]:
    """The open transformations that fit, each in the state that its last step left it in."""
    held = workspace.records.all_of(Kind.TRANSFORMATION, year=year, office=office, parent=parent)
    return as_they_stand(workspace, held)


def as_they_stand(workspace: Workspace, held: Iterable[Record]) -> list[Record]:
    """Records, transformations among them as their last steps left them; what has no step stays as it was typed."""
    records, planned = list(held), resources.planned_years()
    going = [record for record in records if record.kind is Kind.TRANSFORMATION and record.year in planned]
    found = standings(workspace, going)
    return [with_standing(record, found[record.uid]) if record.uid in found else record for record in records]


def with_standing(record: Record, standing: Standing) -> Record:
    """The record with the answers that its last step gives."""
    last = standing.last
    if last is None:
        return record
    return record.with_values(state=standing.state, date=last["date"], opinion=last["opinion"], reviewer=last["person"])


def going_tasks(workspace: Workspace, year: int) -> list[GoingTask]:
    """The year's transformations with all that a list shows of them, by the plan's order of paths, then by name."""
    order = {path.id: place for place, path in enumerate(resources.plan_of_year(year).paths)}
    tasks = _laid_open(workspace, workspace.records.all_of(Kind.TRANSFORMATION, year=year), year)
    return sorted(tasks, key=lambda task: (order[task.path.id], task.subject.text("name"), task.record.uid))


def going_task(workspace: Workspace, uid: str) -> GoingTask:
    """One of them. Raises UserError where there is none of that record number, or its path is not in the plan."""
    record = workspace.records.get(uid)
    if record is not None and record.kind is Kind.TRANSFORMATION and record.year is not None:
        for task in _laid_open(workspace, [record], record.year):
            return task
    raise UserError(f"没有记录号为“{uid}”的转型任务，或行动计划没有它的路径，请重新查找。")


def _laid_open(workspace: Workspace, held: Iterable[Record], year: int) -> list[GoingTask]:
    paths = {path.id: path for path in resources.plan_of_year(year).paths}
    records = [record for record in held if record.text("path") in paths]
    found, kinds, subjects = standings(workspace, records), _evidence_kinds(workspace), _subjects(workspace, records)
    results = {record.parent: record for record in workspace.records.all_of(Kind.RESULT, year=year)}
    return [
        GoingTask(
            record=with_standing(record, found[record.uid]),
            subject=subjects[record.parent],
            path=paths[record.text("path")],
            standing=found[record.uid],
            evidence=kinds.get(record.uid, frozenset()),
            result=results.get(record.uid),
        )
        for record in records
        if record.parent is not None and record.parent in subjects
    ]


def new_transformation(
    workspace: Workspace, subject: Record, path: Path, year: int, *, now: datetime, new_uid: NewUid
) -> Saved:
    """Registers an enterprise or carrier on a path (拟转型).

    Raises UserError where it is there already, or the path is not for the likes of it.
    An enterprise may go several paths; it then counts on each, and once towards the plan's goal (一).
    """
    wanted, is_a = SUBJECTS[path.subject], subject.text("subject") or SUBJECTS[ENTERPRISE]
    if is_a != wanted:
        raise UserError(f"“{path.title}”由{wanted}办理，“{subject.text('name')}”不是{wanted}。")
    for other in workspace.records.all_of(Kind.TRANSFORMATION, year=year, parent=subject.uid):
        if other.text("path") == path.id:
            raise UserError(f"“{subject.text('name')}”{year}年已登记“{path.title}”，不要重复登记。")
    procedure = resources.plan_of_year(year).procedure(FORM)
    first = next(step.name for step in procedure.steps if step.first)
    answers = {"year": str(year), "path": path.id, "state": first, "date": now.date().isoformat()}
    return save_answers(workspace, FORM, answers, uid=new_uid(), now=now, parent=subject.uid, year=year)


def effect_of(workspace: Workspace, task: GoingTask) -> list[Effect]:
    """Before and after by the enterprise's own figures; none for a carrier."""
    year = task.record.year
    if task.subject.kind is not Kind.ENTERPRISE or year is None:
        return []
    held = workspace.records.all_of(Kind.YEAR_FIGURES, parent=task.subject.uid)
    by_year: Mapping[int | None, Record] = {record.year: record for record in held}
    return effects(by_year.get(year - 1), by_year.get(year))


def _evidence_kinds(workspace: Workspace) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for item in workspace.attachments.all():
        kinds.setdefault(item.record, set()).add(item.kind)
    return {uid: frozenset(found) for uid, found in kinds.items()}


def _subjects(workspace: Workspace, held: Iterable[Record]) -> dict[str, Record]:
    wanted = {record.parent for record in held if record.parent}
    if len(wanted) < _MANY:
        found = {uid: workspace.records.get(uid) for uid in wanted}
        return {uid: record for uid, record in found.items() if record is not None}
    kinds = (Kind.ENTERPRISE, Kind.CARRIER)
    every = (record for kind in kinds for record in workspace.records.all_of(kind, closed=True))
    return {record.uid: record for record in every if record.uid in wanted}
