"""Sets 3号 text on the grid: a paragraph as rows, a line at a place, the width that a line takes."""

from collections.abc import Sequence

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.cells import Cells
from jizhou_desktop.documents.typeset.grid_row import GridRow, Runs, characters_of, grid_row
from jizhou_desktop.documents.typeset.paragraph import set_paragraph
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import LEFT, RIGHT


class Setter:
    """A pen with the cells of its faces; `pen` draws what does not stand on the grid."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self._cells = Cells(pen)

    def paragraph(
        self, runs: Runs, *, first: float = LEFT, left: float = LEFT, right: float = RIGHT
    ) -> Sequence[GridRow]:
        """The rows of a paragraph whose first row begins at `first` mm, the others at `left`."""
        return set_paragraph(runs, self._cells, first=first, left=left, right=right)

    def width(self, text: str, role: Role = Role.FANGSONG) -> float:
        """What a line takes on the grid, mm."""
        return sum(character.cell.width for character in characters_of([(role, text)], self._cells))

    def put(self, text: str, x: float, top: float, role: Role = Role.FANGSONG) -> float:
        """Draws a line from `x` in the row at `top` mm; gives where it ends."""
        row = grid_row(characters_of([(role, text)], self._cells), x)
        row.draw(self.pen, top)
        return row.right
