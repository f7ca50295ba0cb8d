"""The groups of the list (分组): which there are, what they are called, how many fit each as the list stands."""

from collections.abc import Mapping, Sequence

from jizhou_desktop.domain.size_class import SIZES
from jizhou_desktop.tasks.dossier_rows import DossierRow
from jizhou_desktop.tasks.list_filter import NONE, Groups, ListFilter, counts, fitting, group_label

_IN_ORDER = {size: place for place, size in enumerate(SIZES)}
"""Sizes go from large to small; everything else by its code."""


def labels(rows: Sequence[DossierRow], side: str, sides: Mapping[str, Groups]) -> dict[str, str]:
    """What the groups of a side are called that some enterprise is in, in the order of their codes, 无 last."""
    held = counts(rows, side, sides)
    groups = sorted(held, key=lambda group: (group == NONE, _IN_ORDER.get(group, 0), group))
    return {group: group_label(side, group) for group in groups}


def lines(
    found: Sequence[DossierRow], wanted: ListFilter, side: str, called: Mapping[str, str], sides: Mapping[str, Groups]
) -> tuple[list[tuple[str, str, int]], int]:
    """Each group of a side with its name and count, and the count of all, where every other side is narrowed."""
    open_side = fitting(found, wanted.with_side(side, ()), sides)
    counted = counts(open_side, side, sides)
    named = {**called, **{group: group_label(side, group) for group in counted}}
    return [(group, named[group], counted[group]) for group in named if counted.get(group)], len(open_side)
