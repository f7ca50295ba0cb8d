"""年初计划 (四（二）): targets split over places, checked against the plan, issued, changed only with a reason."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jizhou_desktop.domain.assessment import RECOGNISED, place_of
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.target_split import Difference, differences, split_by_weight
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.transformations import transformations
from jizhou_desktop.tasks.uids import NewUid

Counts = dict[tuple[str, str], int]
"""家 by place's code and path's id."""

BY_ENTERPRISES, BY_LAST_YEAR = "按企业数", "按上年认定数"
WAYS = (BY_ENTERPRISES, BY_LAST_YEAR)
"""What a proposal may weigh places by."""

MOST = 999


@dataclass(frozen=True)
class YearPlan:
    """The split as it stands. `issue` is the record of 下达, None while the split is a draft.

    `foreign` are the targets set by another office (a township sees the district's), which cannot be changed here.
    """

    year: int
    counts: Counts
    issue: Record | None
    foreign: frozenset[tuple[str, str]]

    def gaps(self) -> list[Difference]:
        """Where the split does not make the plan."""
        plan = resources.plan_of_year(self.year)
        return differences({path.id: path.target for path in plan.paths}, self.counts)


def year_plan(workspace: Workspace, year: int) -> YearPlan:
    """The split of a year. What the district set stands above a township's own copy of it."""
    own = workspace.profile.office.code
    counts: Counts = {}
    foreign: set[tuple[str, str]] = set()
    for record in sorted(_targets(workspace, year), key=lambda record: record.office != place_of(record)):
        task = place_of(record), record.text("path")
        counts[task] = record.whole("count") or 0
        if record.office != own:
            foreign.add(task)
    return YearPlan(year, counts, issue_of(workspace, year), frozenset(foreign))


def issue_of(workspace: Workspace, year: int) -> Record | None:
    """The record of 下达, the latest where there are several."""
    issues = workspace.records.all_of(Kind.ISSUE, year=year)
    return max(issues, key=lambda record: record.text("date"), default=None)


def propose(workspace: Workspace, year: int, way: str) -> Counts:
    """A split of every target of the plan over all places, in proportion; nothing is saved.

    Raises UserError for a way that is not known, and where last year has no results.
    """
    if way not in WAYS:
        raise UserError(f"没有“{way}”这种分解办法，可用：{'、'.join(WAYS)}。")
    plan = resources.plan_of_year(year)
    weights = _enterprises_byplace_of(workspace) if way == BY_ENTERPRISES else _brought(workspace, year - 1)
    if way == BY_LAST_YEAR and not any(weights.values()):
        raise UserError(f"没有{year - 1}年度已认定的转型任务，不能按上年认定数分解；请改用“{BY_ENTERPRISES}”。")
    counts: Counts = {}
    given = Counter[str]()
    for path in plan.paths:
        shares = split_by_weight(path.target or 0, weights, given)
        counts.update({(place, path.id): share for place, share in shares.items() if share})
        given.update(shares)
    return counts


def save_year_plan(
    workspace: Workspace,
    year: int,
    counts: Mapping[tuple[str, str], int],
    *,
    now: datetime,
    new_uid: NewUid,
    why: str = "",
) -> int:
    """Saves the split, all or nothing; gives how many targets changed. A zero takes a target back.

    Raises UserError where a count is out of bounds, a place or path is unknown, the target is another office's, or
    the plan was issued and no reason is given.
    """
    held = {(place_of(record), record.text("path")): record for record in _own_targets(workspace, year)}
    before = {task: record.whole("count") or 0 for task, record in held.items()}
    plan_now = year_plan(workspace, year)
    changed = {task: count for task, count in counts.items() if count != plan_now.counts.get(task, 0)}
    changed |= {task: 0 for task in before if task not in counts and before[task]}
    _refuse_unsound(year, changed, plan_now)
    if changed and plan_now.issue is not None and not why.strip():
        number = plan_now.issue.text("document_number")
        raise UserError(f"{year}年任务已由{number}下达，改动任务数须写明原因。")
    own = workspace.profile.office.code
    records = [
        (held.get(task) or _blank(own, year, task, new_uid())).with_values(count=count)
        for task, count in changed.items()
        if count or task in held
    ]
    by, at = workspace.profile.clerk, now.isoformat(timespec="seconds")
    workspace.records.save_all(records, by=by, at=at, why=why.strip())
    return len(records)


def issue_year_plan(
    workspace: Workspace, year: int, answers: Mapping[str, str], *, now: datetime, new_uid: NewUid
) -> Record:
    """Notes that the split was issued (下达): date and document number as typed.

    Raises UserError where the split does not make the plan, or date or number cannot be read.
    """
    gaps = year_plan(workspace, year).gaps()
    if gaps:
        plan = resources.plan_of_year(year)
        said = "；".join(f"{plan.path(gap.path).title}{gap.sentence}" for gap in gaps)
        raise UserError(f"任务分解与行动计划不符，不能下达：{said}。")
    typed = {**answers, "year": str(year)}
    held = issue_of(workspace, year)
    own = held if held and held.office == workspace.profile.office.code else None
    saved = save_answers(workspace, "issue", typed, uid=own.uid if own else new_uid(), now=now, record=own, year=year)
    if saved.record is None:
        raise UserError("；".join(problem.message for problem in saved.errors))
    return saved.record


def _refuse_unsound(year: int, changed: Mapping[tuple[str, str], int], held: YearPlan) -> None:
    plan = resources.plan_of_year(year)
    names = {place.code: place.name for place in resources.places()}
    for (place, path), count in changed.items():
        title = plan.path(path).title
        if place not in names:
            raise UserError(f"“{title}”分给了不认识的单位“{place}”，请用乡镇、街道、园区的代码。")
        if not 0 <= count <= MOST:
            raise UserError(f"{names[place]}“{title}”的任务数 {count} 应在 0—{MOST} 之间。")
        if (place, path) in held.foreign:
            raise UserError(f"{names[place]}“{title}”的任务由区级下达，本单位不能改动。")


def _blank(office: str, year: int, task: tuple[str, str], uid: str) -> Record:
    place, path = task
    form = resources.form("target")
    return Record(
        uid, Kind.TARGET, office, {"year": year, "path": path, "place": place}, form.id, form.version, year=year
    )


def _targets(workspace: Workspace, year: int) -> list[Record]:
    return workspace.records.all_of(Kind.TARGET, year=year)


def _own_targets(workspace: Workspace, year: int) -> list[Record]:
    own = workspace.profile.office.code
    return [record for record in _targets(workspace, year) if record.office == own]


def _enterprises_byplace_of(workspace: Workspace) -> dict[str, int]:
    rows = workspace.records.rows(Kind.ENTERPRISE, ("place", "office"))
    found = Counter(str(place or office) for place, office in rows)
    return {place.code: found[place.code] for place in resources.places()}


def _brought(workspace: Workspace, year: int) -> dict[str, int]:
    going = transformations(workspace, year=year)
    found = Counter(record.office for record in going if record["state"] == RECOGNISED)
    return {place.code: found[place.code] for place in resources.places()}
