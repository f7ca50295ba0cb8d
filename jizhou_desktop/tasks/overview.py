"""The state of the year at a glance (工作台): counts, results against targets, what is left of the funds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jizhou_desktop.domain.assessment import Result, enterprises_turned, results_by_path, results_by_place
from jizhou_desktop.domain.pool import Pool
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import pool_left
from jizhou_desktop.tasks.transformations import transformations


@dataclass(frozen=True)
class Overview:
    """The figures. `turned` counts an enterprise once, however many paths it goes; `target` is the plan's own.

    `by_place` is empty for an office that keeps only its own records.
    """

    enterprises: int
    transformations: int
    claims: int
    turned: int
    target: int
    by_path: tuple[Result, ...]
    by_place: tuple[Result, ...]
    pools: Mapping[str, Pool]


def overview(workspace: Workspace, year: int) -> Overview:
    """The figures of one year. Raises UserError where there is no plan of that year."""
    plan = resources.plan_of_year(year)
    targets = workspace.records.all_of(Kind.TARGET, year=year)
    going = transformations(workspace, year=year)
    collects = workspace.profile.office.collects
    keepers = [office.code for office in resources.places()] if collects else []
    pools = {scheme.id: pool_left(workspace, scheme.id, year) for scheme in plan.schemes}
    return Overview(
        enterprises=workspace.records.count(Kind.ENTERPRISE),
        transformations=len(going),
        claims=len(workspace.records.all_of(Kind.CLAIM, year=year)),
        turned=enterprises_turned(going, plan.enterprise_paths),
        target=plan.target,
        by_path=tuple(results_by_path([path.id for path in plan.paths], targets, going)),
        by_place=tuple(results_by_place(keepers, targets, going)),
        pools={scheme: pool for scheme, pool in pools.items() if pool is not None},
    )


def owners(workspace: Workspace, uids: Iterable[str]) -> dict[str, str]:
    """The enterprise's name behind each record, by the record's uid; records that belong to none are left out."""
    found = {uid: record for uid in uids if (record := workspace.records.get(uid))}
    enterprises = {
        uid: record if record.parent is None else workspace.records.get(record.parent) for uid, record in found.items()
    }
    return {uid: record.text("name") for uid, record in enterprises.items() if record and record["name"]}
