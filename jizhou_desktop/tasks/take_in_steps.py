"""Rows on transformations that have steps (办理环节): a workbook brings no progress that the steps do not say."""

from collections.abc import Iterable
from dataclasses import replace

from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Record
from jizhou_desktop.exchange.compare import Fate, RowFate, changes_of
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.steps import standings
from jizhou_desktop.tasks.transformations import FROM_STEPS, with_standing


def by_steps(workspace: Workspace, fates: Iterable[RowFate]) -> list[RowFate]:
    """The fates, where a row says the progress (state, day, opinion, reviewer) as the last step does or not at all.

    A row that says it otherwise is faulty: steps are taken one by one, by whom they concern, and not by a workbook.
    """
    judged = list(fates)
    planned = resources.planned_years()
    held = {fate.held.uid: fate.held for fate in judged if fate.held and fate.held.year in planned}
    found = standings(workspace, held.values())
    standing = {uid: with_standing(record, found[uid]) for uid, record in held.items() if found[uid].steps}
    return [
        _judged(fate, standing[fate.held.uid])
        if fate.fate is not Fate.FAULTY and fate.held and fate.held.uid in standing
        else fate
        for fate in judged
    ]


def _judged(fate: RowFate, stands: Record) -> RowFate:
    differs = [name for name in changes_of("", fate.row.values, stands) if name in FROM_STEPS]
    if differs:
        said = f"这项任务现在是“{stands.text('state')}”，进展由办理环节登记，请在转型任务页办理。"
        problem = Problem(said, field=differs[0], cell=fate.row.place)
        return replace(
            fate, row=replace(fate.row, problems=(*fate.row.problems, problem)), fate=Fate.FAULTY, changes={}
        )
    values = {name: value for name, value in fate.row.values.items() if name not in FROM_STEPS}
    changes = {name: change for name, change in fate.changes.items() if name not in FROM_STEPS}
    kept = Fate.CHANGED if changes else Fate.SAME
    return replace(fate, row=replace(fate.row, values=values), fate=kept, changes=changes)
