"""The list of enterprises as light rows: what a list of 100,000 shows, and no more."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import compress
from typing import NamedTuple

from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.record import Kind, Value
from jizhou_desktop.domain.size_class import class_in
from jizhou_desktop.domain.text import fold
from jizhou_desktop.store.shelf import Shelf
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources


class Turn(NamedTuple):
    """A transformation of the year: its path's key and its state."""

    path: str
    state: str


class DossierRow(NamedTuple):
    """One enterprise. `place` and `industry` are codes; `revenue` (分) and all from `employees` to `unproved` are those
    of one year. `unproved` says that a transformation or claim lacks its evidence file. `more` are the answers that
    were asked for besides.
    """

    uid: str
    name: str
    uscc: str
    place: str
    industry: str
    revenue: int | None
    employees: int | None
    size: str = ""
    turns: tuple[Turn, ...] = ()
    unproved: bool = False
    closed: str = ""
    more: tuple[Value, ...] = ()


class _Year(NamedTuple):
    revenue: int | None = None
    employees: int | None = None
    assets: int | None = None
    more: tuple[Value, ...] = ()


def dossier_rows(
    workspace: Workspace, year: int, *, closed: bool = False, more: Sequence[str] = (), yearly: Sequence[str] = ()
) -> list[DossierRow]:
    """All open enterprises, or the closed ones too, with what is held of that year.

    `more` are further answers of the enterprise, `yearly` of its figures of that year, by their forms' names.
    """
    figures = _figures_of_year(workspace, year, yearly)
    turns, unproved = _turns(workspace, year), _unproved(workspace, year)
    none = _Year(more=(None,) * len(yearly))
    sized = _sizer()
    rows = workspace.records.rows(
        Kind.ENTERPRISE,
        ("uid", "name", "uscc", "place", "industry", "closed"),
        answers=("size_override", *more),
        closed=closed,
    )
    return [
        DossierRow(
            uid, name or "", uscc or "", place or "", industry or "", of.revenue, of.employees,
            override or sized(industry or "", of), turns.get(uid, ()), uid in unproved, shut, (*answers, *of.more),
        )
        for uid, name, uscc, place, industry, shut, override, *answers in rows
        for of in (figures.get(uid, none),)
    ]  # fmt: skip


def years_held(workspace: Workspace) -> list[int]:
    """The years of which there are figures or transformations."""
    kinds = (Kind.YEAR_FIGURES, Kind.TRANSFORMATION)
    held = {year for kind in kinds for (year,) in workspace.records.rows(kind, ("DISTINCT year",), order="year")}
    return sorted(year for year in held if isinstance(year, int))


class Found(NamedTuple):
    """What a search found: the uids of all open enterprises (the same list object while none changes), and a 1 for
    each that fits.
    """

    uids: Sequence[str]
    marks: bytes

    def fitting(self) -> frozenset[str]:
        """The uids of those that fit."""
        return frozenset(compress(self.uids, self.marks))


def found(workspace: Workspace, text: str) -> Found:
    """Which open enterprises hold every word of `text`: what is asked at each pause in typing."""
    return Found(*workspace.records.marks(Kind.ENTERPRISE, text))


def fits_closed(row: DossierRow, text: str) -> bool:
    """Whether a closed enterprise, which the search does not hold, bears every word in its name or code."""
    key = fold(row.name + row.uscc)
    return all(fold(word) in key for word in text.split())


def search_ready(workspace: Workspace) -> bool:
    """Whether `found` answers within a frame; where not, `read_words` is to be asked in a worker first."""
    return workspace.records.find_ready(Kind.ENTERPRISE)


def read_words(workspace: Workspace) -> Callable[[], None]:
    """Reads what enterprises are found by, in whatever thread; the call it gives hands that over, in the window's."""
    words: Shelf = workspace.read_words(Kind.ENTERPRISE)
    return lambda: workspace.records.take_words(Kind.ENTERPRISE, words)


def _sizer() -> Callable[[str, _Year], str]:
    """The size class by a year's figures, quick enough for each of 100,000 rows."""
    line = cache(resources.thresholds().row)

    def size(industry: str, of: _Year) -> str:
        row = line(industry) if of.employees is not None or of.revenue is not None else None
        if row is None:
            return ""
        return class_in(row, {
            "employees": None if of.employees is None else Decimal(of.employees),
            "revenue": None if of.revenue is None else wan_of_fen(of.revenue),
            "assets": None if of.assets is None else wan_of_fen(of.assets),
        })  # fmt: skip

    return size


def _figures_of_year(workspace: Workspace, year: int, yearly: Sequence[str]) -> Mapping[str, _Year]:
    """What the list shows of one year by the enterprise's uid."""
    rows = workspace.records.rows(
        Kind.YEAR_FIGURES, ("parent", "year", "revenue", "employees"), answers=("assets", *yearly), order="parent"
    )
    return {
        parent: _Year(revenue, people, _whole(assets), tuple(more))
        for parent, of, revenue, people, assets, *more in rows
        if of == year
    }


def _turns(workspace: Workspace, year: int) -> Mapping[str, tuple[Turn, ...]]:
    turns: dict[str, tuple[Turn, ...]] = {}
    rows = workspace.records.rows(Kind.TRANSFORMATION, ("parent", "year", "path", "state"), order="path")
    for parent, of, path, state in rows:
        if of == year and parent:
            turns[parent] = (*turns.get(parent, ()), Turn(path or "", state or ""))
    return turns


def _unproved(workspace: Workspace, year: int) -> set[str]:
    """The enterprises of which a transformation or claim of the year has no evidence file."""
    proved = {item.record for item in workspace.attachments.all()}
    return {
        parent
        for kind in (Kind.TRANSFORMATION, Kind.CLAIM)
        for uid, parent, of in workspace.records.rows(kind, ("uid", "parent", "year"))
        if of == year and parent and uid not in proved
    }


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
