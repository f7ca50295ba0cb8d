"""Narrowing the list of enterprises: by township, path, state, size, industry and evidence; filters kept by name."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.industry import Industries
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.dossier_rows import DossierRow

PLACE, PATH, STATE, SIZE, SECTION = "place", "path", "state", "size", "section"
SIDES: Mapping[str, str] = {PLACE: "乡镇", PATH: "路径", STATE: "状态", SIZE: "规模", SECTION: "行业"}
"""What rows are grouped and narrowed by, with what an official calls it."""

NONE = ""
"""The group of the rows that have no answer there."""

_KEPT = "list.filters"


@dataclass(frozen=True)
class ListFilter:
    """What is shown. `chosen` are the groups wanted by side; a side that is absent lets all through.

    `year` is that of figures, transformations and evidence; 0 is the year in hand.
    """

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unproved: bool = False
    closed: bool = False
    year: int = 0
    text: str = ""

    def with_side(self, side: str, groups: Iterable[str]) -> "ListFilter":
        """The same with other groups of one side; none of them lets all through."""
        chosen = {**self.chosen, side: tuple(groups)}
        return replace(self, chosen={side: groups for side, groups in chosen.items() if groups})

    @property
    def narrows(self) -> bool:
        """Whether it leaves out any open enterprise."""
        return bool(self.chosen or self.unproved)


Groups = Callable[[DossierRow], tuple[str, ...]]


def groups_by_side(industries: Industries) -> Mapping[str, Groups]:
    """The groups that a row belongs to, by side: several paths and states, one of each other."""
    sections = {industry.code: (industry.section,) for industry in industries}
    sections.setdefault(NONE, (NONE,))
    return {
        PLACE: lambda row: (row.place,),
        PATH: lambda row: tuple(dict.fromkeys(turn.path for turn in row.turns)) or (NONE,),
        STATE: lambda row: tuple(dict.fromkeys(turn.state for turn in row.turns)) or (NONE,),
        SIZE: lambda row: (row.size,),
        SECTION: lambda row: sections.get(row.industry, (NONE,)),
    }


def fitting(rows: Iterable[DossierRow], wanted: ListFilter, sides: Mapping[str, Groups]) -> list[DossierRow]:
    """The rows that fit, in their order. Path and state must be met by one and the same transformation."""
    left = [row for row in rows if row.unproved] if wanted.unproved else list(rows)
    for side, groups in wanted.chosen.items():
        of, among = sides[side], frozenset(groups)
        left = [row for row in left if not among.isdisjoint(of(row))]
    paths, states = wanted.chosen.get(PATH, ()), wanted.chosen.get(STATE, ())
    if paths and states and NONE not in paths and NONE not in states:
        left = [row for row in left if any(turn.path in paths and turn.state in states for turn in row.turns)]
    return left


def counts(rows: Iterable[DossierRow], side: str, sides: Mapping[str, Groups]) -> Mapping[str, int]:
    """How many rows each group of a side has; a row of two paths is counted in both."""
    of = sides[side]
    if side in (PATH, STATE):
        return Counter(group for row in rows for group in of(row))
    return Counter(of(row)[0] for row in rows)


def saved_filters(workspace: Workspace) -> dict[str, ListFilter]:
    """The filters kept in this workspace, by name, in the order they were kept."""
    kept = json.loads(workspace.settings.find(_KEPT) or "{}")
    return {name: _read(plain) for name, plain in kept.items()}


def save_filter(workspace: Workspace, name: str, wanted: ListFilter) -> None:
    """Keeps a filter, in place of one of the same name. Raises UserError for a blank name."""
    if not name.strip():
        raise UserError("请给筛选方案起一个名称，如“渔阳镇规上缺佐证”。")
    _keep(workspace, {**saved_filters(workspace), name.strip(): wanted})


def drop_filter(workspace: Workspace, name: str) -> None:
    """Forgets a filter; one that is not there is no fault."""
    _keep(workspace, {held: wanted for held, wanted in saved_filters(workspace).items() if held != name})


def filter_named(workspace: Workspace, name: str) -> ListFilter:
    """A filter kept. Raises UserError where there is none of that name."""
    held = saved_filters(workspace)
    if name not in held:
        raise UserError(f"没有名为“{name}”的筛选方案，现有：{'、'.join(held) or '无'}。")
    return held[name]


def _keep(workspace: Workspace, filters: Mapping[str, ListFilter]) -> None:
    plain = {name: asdict(wanted) for name, wanted in filters.items()}
    workspace.settings.keep(_KEPT, json.dumps(plain, ensure_ascii=False))


def _read(plain: Mapping[str, object]) -> ListFilter:
    """A filter as kept. What a later version may have added is left aside: a filter is a convenience, no record."""
    known = {name: value for name, value in plain.items() if name in ListFilter.__dataclass_fields__}
    chosen = known.pop("chosen", {})
    held = {side: tuple(groups) for side, groups in chosen.items() if side in SIDES} if isinstance(chosen, dict) else {}
    return ListFilter(**{**known, "chosen": held})  # type: ignore[arg-type]


def group_label(side: str, group: str) -> str:
    """What a group is called: a place's name, a path's title, a section with its letter."""
    if group == NONE:
        return {PATH: "未列入转型", STATE: "未列入转型", SIZE: "待定"}.get(side, "未填")
    if side == PLACE:
        return next((office.name for office in resources.places() if office.code == group), group)
    if side == PATH:
        return next((path.title for path in resources.latest_plan().paths if path.id == group), group)
    if side == SECTION:
        section = resources.codes().industries.find(group)
        return f"{group} {section.name}" if section else group
    return group
