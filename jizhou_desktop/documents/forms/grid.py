"""A form's grid: rows of cells, some merged over several columns or rows, whose heights grow with their text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from jizhou_desktop.documents.forms.cell_text import lines_of
from jizhou_desktop.domain.face import Role

PADDING, NARROW = 1.5, 1.0
"""Free at both sides of a cell's text, and of one that is centred, mm."""
ABOVE = 0.9
"""Free over and under a cell's text, mm."""
LEADING = 1.4
"""A line's pitch as a multiple of its size."""
FOOT_IN, FOOT_UP, FOOT_LEADING = 5.0, 3.5, 1.4
"""A foot's distance from the right and from the lower edge, mm; its lines stand wider by that factor."""
MM_PER_POINT = 25.4 / 72

Width = Callable[[str, Role, float], float]


@dataclass(frozen=True)
class Cell:
    """A cell. It spans `columns` to the right and `down` rows; `align` is left, center or right; `size` in pt.

    `foot` are lines at the lower right (签字、盖章、日期), for opinion boxes (意见栏); the text then stands at the top.
    A `stacked` text runs down, one character a line, where its box is high enough. ☐ and ☑ in a text are drawn.
    """

    text: str
    columns: int = 1
    role: Role = Role.FANGSONG
    size: float = 11
    align: str = "left"
    foot: str = ""
    down: int = 1
    stacked: bool = False


@dataclass(frozen=True)
class Row:
    """A row of cells, at least `height` mm high. Cells that come down from above are not named again.

    A `head` row is repeated on every page that the grid goes on to; one with `keep` never ends a page.
    """

    cells: Sequence[Cell]
    height: float = 9
    head: bool = False
    keep: bool = False


@dataclass(frozen=True)
class LaidCell:
    """A cell with its place in the row (x, width in mm) and its lines; one that `continues` came down from above."""

    cell: Cell
    x: float
    width: float
    lines: Sequence[str]
    continues: bool = False


@dataclass(frozen=True)
class LaidRow:
    """A row with its height in mm and its cells; `needed` is the height that its text takes."""

    cells: Sequence[LaidCell]
    height: float
    head: bool = False
    keep: bool = False
    needed: float = 0.0

    def lower(self, share: float) -> "LaidRow":
        """The row at a share of its height, as far as its text allows; boxes for stamps keep theirs."""
        if any(cell.cell.foot for cell in self.cells):
            return self
        return replace(self, height=max(self.height * share, self.needed))


def label(text: str, columns: int = 1, down: int = 1) -> Cell:
    """A question's name: 黑体, centred."""
    return Cell(text, columns, Role.HEI, 10.5, "center", down=down)


def sided(text: str, rows: Sequence[Row]) -> list[Row]:
    """The rows with a merged cell at their left that names them all, its text running down (竖排栏目)."""
    side = Cell(text, 1, Role.HEI, 10.5, "center", down=len(rows), stacked=True)
    return [replace(row, cells=[*([] if place else [side]), *row.cells]) for place, row in enumerate(rows)]


def pitch(cell: Cell) -> float:
    """The height of one line of the cell, mm."""
    return cell.size * LEADING * MM_PER_POINT


def height_of(cell: LaidCell) -> float:
    """The height that a cell's text and foot take, mm."""
    foot = cell.cell.foot
    foot_height = FOOT_UP + (foot.count("\n") + 1) * FOOT_LEADING * pitch(cell.cell) if foot else 0
    return len(cell.lines) * pitch(cell.cell) + 2 * ABOVE + foot_height


def laid(rows: Sequence[Row], widths: Sequence[float], width_of: Width) -> list[LaidRow]:
    """Each row with the lines and the height that its text takes. `widths` are the columns' in mm.

    Raises ValueError where a row's cells do not fill the columns: a slip in the form's drawing.
    """
    from_above: dict[int, tuple[LaidCell, int]] = {}
    result: list[LaidRow] = []
    for row in rows:
        cells = list(_placed(row, widths, width_of, from_above))
        needed = max((height_of(cell) for cell in cells if cell.cell.down == 1), default=0.0)
        result.append(LaidRow(cells, max(row.height, needed), row.head, row.keep, needed))
        _grow(result, cells)
    return result


def _placed(
    row: Row, widths: Sequence[float], width_of: Width, from_above: dict[int, tuple[LaidCell, int]]
) -> Iterator[LaidCell]:
    """The row's own cells and those that come down into it. `from_above` tells by column which, and for how long."""
    waiting = list(row.cells)
    column, x = 0, 0.0
    while column < len(widths):
        above, left = from_above.pop(column, (None, 0))
        if above is None and not waiting:
            break
        cell = above.cell if above else waiting.pop(0)
        width = sum(widths[column : column + cell.columns])
        placed = above or LaidCell(cell, x, width, _lines(cell, width, width_of))
        left = left or cell.down
        if left > 1:
            from_above[column] = replace(placed, continues=True), left - 1
        yield placed
        column, x = column + cell.columns, x + width
    if waiting or column != len(widths):
        raise ValueError(f"cells of {[cell.text for cell in row.cells]} do not fill {len(widths)} columns")


def _grow(rows: list[LaidRow], ended: Sequence[LaidCell]) -> None:
    """Raises the last row where a cell merged over several, which ends with it, needs more than they have."""
    for cell in ended:
        span = rows[-cell.cell.down :]
        if cell.cell.down > 1 and len(span) == cell.cell.down and _begins(cell.cell, span):
            lacking = height_of(cell) - sum(row.needed for row in span)
            if lacking > 0:
                needed = rows[-1].needed + lacking
                rows[-1] = replace(rows[-1], needed=needed, height=max(rows[-1].height, needed))


def _begins(cell: Cell, span: Sequence[LaidRow]) -> bool:
    return any(laid_cell.cell is cell and not laid_cell.continues for laid_cell in span[0].cells)


def _lines(cell: Cell, width: float, width_of: Width) -> list[str]:
    centred = cell.align == "center"
    room = width - 2 * (NARROW if centred else PADDING)
    return lines_of(cell.text, room, lambda text: width_of(text, cell.role, cell.size), even=centred)
