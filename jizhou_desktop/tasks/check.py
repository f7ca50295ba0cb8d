"""Audit (审核): every rule over every record of a workspace."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from jizhou_desktop.domain.audit.across import Holdings
from jizhou_desktop.domain.audit.run import run, run_across
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.carriers import check_carriers
from jizhou_desktop.tasks.claims import held_claims
from jizhou_desktop.tasks.dossiers import PARTS, enterprise_file, file_of
from jizhou_desktop.tasks.explain import with_explanations
from jizhou_desktop.tasks.transformations import as_they_stand, transformations

_Thing = TypeVar("_Thing")

_WEIGHT = {Severity.ERROR: 0, Severity.QUERY: 1, Severity.HINT: 2}


def check(workspace: Workspace, *, year: int | None = None) -> list[Problem]:
    """All problems, errors first, with their explanations. With `year`, of yearly records only those of that year."""
    plan = resources.plan_of_year(year) if year is not None else resources.latest_plan()
    enterprises = workspace.records.all_of(Kind.ENTERPRISE)
    held = as_they_stand(workspace, (part for kind in PARTS for part in workspace.records.all_of(kind)))
    parts = _grouped(held, lambda part: part.parent or "")
    # all at once: an audit of every dossier must not ask the store for the evidence of each record by itself
    evidence = _grouped(workspace.attachments.all(), lambda item: item.record)
    problems: list[Problem] = []
    for enterprise in enterprises:
        own = parts[enterprise.uid]
        attached = [item for record in (enterprise, *own) for item in evidence[record.uid]]
        problems += run(file_of(enterprise, own, attached, plan), year)
    problems += run_across(
        Holdings(
            office=workspace.profile.office,
            plan=plan,
            enterprises=enterprises,
            targets=workspace.records.all_of(Kind.TARGET, year=plan.year),
            transformations=transformations(workspace, year=plan.year),
            claims=workspace.records.all_of(Kind.CLAIM, year=plan.year),
            equipment=workspace.records.all_of(Kind.EQUIPMENT),
            other_claims=workspace.records.all_of(Kind.CLAIM),
            committed={claim.record.uid: claim.money.committed_fen for claim in held_claims(workspace, plan.year)},
        )
    )
    problems += check_carriers(workspace)
    return with_explanations(workspace, sorted(problems, key=lambda problem: _WEIGHT[problem.severity]))


def owners(workspace: Workspace) -> dict[str, str]:
    """Whose each record is, by uid: an enterprise's or carrier's own name, and its name for what belongs to it."""
    named = (Kind.ENTERPRISE, Kind.CARRIER)
    dossiers = [record for kind in named for record in workspace.records.all_of(kind, closed=True)]
    names = {record.uid: record.text("name") for record in dossiers}
    parts = [record for kind in Kind if kind not in named for record in workspace.records.all_of(kind)]
    return names | {record.uid: names[record.parent] for record in parts if record.parent in names}


def check_enterprise(workspace: Workspace, enterprise: Record) -> list[Problem]:
    """The problems of one enterprise's dossier."""
    return with_explanations(workspace, run(enterprise_file(workspace, enterprise.uid)))


def _grouped(things: Iterable[_Thing], key_of: Callable[[_Thing], str]) -> dict[str, list[_Thing]]:
    groups: dict[str, list[_Thing]] = defaultdict(list)
    for thing in things:
        groups[key_of(thing)].append(thing)
    return groups
