"""One row of text on the grid: its runs, each with the place and spacing that the pen needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.cells import Cell, Cells
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import SIZE_3, baseline

Runs = Sequence[tuple[Role, str]]
_SAME = 1e-6


@dataclass(frozen=True)
class Run:
    """Characters of one face and one spacing, from `x` mm."""

    role: Role
    text: str
    x: float
    space: float
    stretch: float


@dataclass(frozen=True)
class GridRow:
    """A row of 3号 text; `right` is where its last cell ends, mm."""

    runs: Sequence[Run]
    right: float

    def draw(self, pen: Pen, top: float) -> None:
        """Draws the row, its characters' boxes beginning at `top` mm."""
        y = baseline(top)
        for run in self.runs:
            pen.text(run.x, y, run.text, run.role, SIZE_3, space=run.space, stretch=run.stretch)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Character:
    """A character with its face and its cell."""

    text: str
    role: Role
    cell: Cell


def characters_of(runs: Runs, cells: Cells) -> list[Character]:
    """The characters of a paragraph, in order."""
    return [Character(mark, role, cells.of(role, mark)) for role, text in runs for mark in text]


def loose(before: Character, after: Character) -> bool:
    """Whether room may open between two characters: not inside a figure or a word."""
    return before.cell.whole or after.cell.whole


def grid_row(characters: Sequence[Character], x: float, *, give: float = 0.0, take: Sequence[float] = ()) -> GridRow:
    """The row that begins at `x` mm, with `give` mm more between characters or each mark's `take` mm less."""
    runs: list[Run] = []
    last: Character | None = None
    for place, character in enumerate(characters):
        less = take[place] if take else 0.0
        if last is not None and loose(last, character):
            x += give
        at = x - less if character.cell.opens else x
        cell = character.cell
        space = cell.space + (give if cell.whole else 0.0)
        if last is not None and _joins(last, character) and not (less and cell.opens) and not _taken(take, place - 1):
            runs[-1] = replace(runs[-1], text=runs[-1].text + character.text)
        else:
            runs.append(Run(character.role, character.text, at, space, cell.stretch))
        x += cell.width - less
        last = character
    return GridRow(runs, x)


def _joins(before: Character, after: Character) -> bool:
    """Whether two characters can be drawn by one command: one face, one spacing."""
    one, other = before.cell, after.cell
    same = before.role is after.role and one.whole == other.whole and one.stretch == other.stretch
    return same and abs(one.space - other.space) < _SAME


def _taken(take: Sequence[float], place: int) -> bool:
    return bool(take) and take[place] > 0
