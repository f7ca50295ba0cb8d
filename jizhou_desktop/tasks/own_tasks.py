"""本单位任务: a township's part of the split, and who answers for it (确定负责机构，明确任务，落实责任, 四（一）)."""

from dataclasses import dataclass
from datetime import datetime

from jizhou_desktop.domain.assessment import Result, place_of, results_by_path
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.saved import Saved
from jizhou_desktop.tasks.transformations import transformations
from jizhou_desktop.tasks.uids import NewUid


@dataclass(frozen=True)
class OwnTask:
    """One path of the office: the result against its target, and who answers."""

    result: Result
    department: str
    person: str


def own_tasks(workspace: Workspace, year: int) -> list[OwnTask]:
    """The office's tasks in the plan's order: paths that have a target, or on which something is going."""
    office = workspace.profile.office.code
    targets = _targets(workspace, year)
    going = transformations(workspace, year=year, office=office)
    own = {record.text("path"): record for record in targets if record.office == office}
    results = results_by_path([path.id for path in resources.plan_of_year(year).paths], targets, going)
    return [
        _task(result, own.get(result.key)) for result in results if result.target or result.done or result.under_way
    ]


def assign(
    workspace: Workspace, year: int, path: str, *, department: str, person: str, now: datetime, new_uid: NewUid
) -> Saved:
    """Notes who answers for a path, in the office's own record of the task, which copies the district's count."""
    office = workspace.profile.office.code
    targets = _targets(workspace, year)
    on_path = [record for record in targets if record.text("path") == path]
    own = next((record for record in on_path if record.office == office), None)
    answers = {
        "year": str(year),
        "path": path,
        "place": office,
        "count": str(max((record.whole("count") or 0 for record in on_path), default=0)),
        "responsible_department": department,
        "responsible_person": person,
    }
    uid = own.uid if own else new_uid()
    return save_answers(workspace, "target", answers, uid=uid, now=now, record=own, year=year)


def _targets(workspace: Workspace, year: int) -> list[Record]:
    """The targets set for the office, by the district and by its own copies."""
    office = workspace.profile.office.code
    return [record for record in workspace.records.all_of(Kind.TARGET, year=year) if place_of(record) == office]


def _task(result: Result, own: Record | None) -> OwnTask:
    return OwnTask(
        result,
        own.text("responsible_department") if own else "",
        own.text("responsible_person") if own else "",
    )
