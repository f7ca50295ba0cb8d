"""The list of enterprises as light rows: what a list of 100,000 shows, and no more."""

from typing import NamedTuple

from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.domain.size_class import size_class
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources


class DossierRow(NamedTuple):
    """One enterprise. `place` and `industry` are codes; `revenue` in 分 and `employees` are those of one year."""

    uid: str
    name: str
    uscc: str
    place: str
    industry: str
    revenue: int | None
    employees: int | None


_Figures = tuple[int | None, int | None]


def dossier_rows(workspace: Workspace, year: int) -> list[DossierRow]:
    """All open enterprises with their figures of that year."""
    figures = _figures_of_year(workspace, year)
    rows = workspace.records.rows(Kind.ENTERPRISE, ("uid", "name", "uscc", "place", "industry"))
    return [
        DossierRow(str(uid), str(name), _text(uscc), _text(place), _text(industry), *figures.get(str(uid), _NONE))
        for uid, name, uscc, place, industry in rows
    ]


def found(workspace: Workspace, text: str) -> frozenset[str]:
    """The uids of the open enterprises that hold every word of `text`: what is asked at each pause in typing."""
    return frozenset(workspace.records.find(Kind.ENTERPRISE, text))


def size_by_row(row: DossierRow) -> str:
    """The size class that the row's own figures give; blank where its industry asks for 资产总额 too."""
    revenue = None if row.revenue is None else wan_of_fen(row.revenue)
    return size_class(row.industry, row.employees, revenue, None, resources.thresholds()).size


def _figures_of_year(workspace: Workspace, year: int) -> dict[str, _Figures]:
    """营业收入 and 从业人员 of one year by the enterprise's uid."""
    rows = workspace.records.rows(Kind.YEAR_FIGURES, ("parent", "year", "revenue", "employees"), order="parent")
    return {str(parent): (_whole(revenue), _whole(people)) for parent, of, revenue, people in rows if of == year}


_NONE: _Figures = (None, None)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
