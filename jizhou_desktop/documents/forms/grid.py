"""A form's grid: rows of cells whose heights grow with their text, laid on pages so that no cell is torn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.domain.face import Role

PADDING = 1.5
"""Free on each side of a cell's text, mm."""
LEADING = 1.5
"""A line's pitch as a multiple of its size."""
MM_PER_POINT = 25.4 / 72

_KEPT_AT_MOST = 60.0
"""A row that may not end a page waits for this much of the next one, mm."""

Width = Callable[[str, Role, float], float]


@dataclass(frozen=True)
class Cell:
    """A cell. `columns` it spans; `align` is left, center or right; `size` in pt.

    `foot` is a line at the lower right (签字、盖章、日期), for opinion boxes (意见栏).
    """

    text: str
    columns: int = 1
    role: Role = Role.FANGSONG
    size: float = 11
    align: str = "left"
    foot: str = ""


@dataclass(frozen=True)
class Row:
    """A row of cells, at least `height` mm high.

    A `head` row is repeated on every page that the grid goes on to; one with `keep` never ends a page.
    """

    cells: Sequence[Cell]
    height: float = 9
    head: bool = False
    keep: bool = False


@dataclass(frozen=True)
class LaidCell:
    """A cell with its place in the row (x, width in mm) and its lines."""

    cell: Cell
    x: float
    width: float
    lines: Sequence[str]


@dataclass(frozen=True)
class LaidRow:
    """A row with its height in mm and its cells."""

    cells: Sequence[LaidCell]
    height: float
    head: bool = False
    keep: bool = False


def label(text: str, columns: int = 1) -> Cell:
    """A question's name: 黑体, centred."""
    return Cell(text, columns, Role.HEI, 10.5, "center")


def laid(rows: Sequence[Row], widths: Sequence[float], width_of: Width) -> list[LaidRow]:
    """Each row with the lines and the height that its text takes. `widths` are the columns' in mm.

    Raises ValueError where a row's cells do not fill the columns: a slip in the form's drawing.
    """
    return [_laid_row(row, widths, width_of) for row in rows]


def paged(rows: Sequence[LaidRow], first_room: float, room: float) -> list[list[LaidRow]]:
    """The rows page by page: `first_room` mm on the first, `room` on the others, head rows repeated.

    A row that no page holds whole is cut between lines; every other stays in one piece.
    """
    heads = [row for row in rows if row.head]
    head_height = sum(row.height for row in heads)
    pages: list[list[LaidRow]] = [[]]
    left = first_room
    waiting = list(rows)
    while waiting:
        row = waiting.pop(0)
        worth_cutting = row.height > room - head_height and left >= _least(row)
        if row.height + _followed(row, waiting) > left and pages[-1] and not worth_cutting:
            pages.append(list(heads))
            left = room - head_height
        if row.height > left:
            row, rest = _cut(row, left)
            waiting.insert(0, rest)
        pages[-1].append(row)
        left -= row.height
    return pages


def _laid_row(row: Row, widths: Sequence[float], width_of: Width) -> LaidRow:
    if sum(cell.columns for cell in row.cells) != len(widths):
        raise ValueError(f"cells of {[cell.text for cell in row.cells]} do not fill {len(widths)} columns")
    cells: list[LaidCell] = []
    column, x = 0, 0.0
    for cell in row.cells:
        width = sum(widths[column : column + cell.columns])
        cells.append(LaidCell(cell, x, width, _lines(cell, width, width_of)))
        column, x = column + cell.columns, x + width
    return LaidRow(cells, max([row.height, *(_height(cell) for cell in cells)]), row.head, row.keep)


def _lines(cell: Cell, width: float, width_of: Width) -> list[str]:
    return wrapped(cell.text, width - 2 * PADDING, lambda text: width_of(text, cell.role, cell.size))


def pitch(cell: Cell) -> float:
    """The height of one line of the cell, mm."""
    return cell.size * LEADING * MM_PER_POINT


def _height(cell: LaidCell) -> float:
    foot = 1.6 * pitch(cell.cell) if cell.cell.foot else 0
    return len(cell.lines) * pitch(cell.cell) + 2 * PADDING + foot


def _followed(row: LaidRow, waiting: Sequence[LaidRow]) -> float:
    """The room that must be left under a row that may not end a page, mm."""
    if not row.keep or not waiting:
        return 0
    return min(waiting[0].height, _KEPT_AT_MOST) + _followed(waiting[0], waiting[1:])


def _least(row: LaidRow) -> float:
    """The room under which cutting a row is not worth it: three lines."""
    return max(3 * pitch(cell.cell) + 2 * PADDING for cell in row.cells)


def _cut(row: LaidRow, height: float) -> tuple[LaidRow, LaidRow]:
    """The part of an overlong row that fits, and the rest; a foot goes with the rest, a label with both."""
    upper, lower = [], []
    for cell in row.cells:
        fit = max(int((height - 2 * PADDING) / pitch(cell.cell)), 1)
        is_label = len(cell.lines) <= fit and not cell.cell.foot
        upper.append(replace(cell, cell=replace(cell.cell, foot=""), lines=cell.lines[:fit]))
        lower.append(replace(cell, lines=cell.lines if is_label else cell.lines[fit:]))
    rest = max(_height(cell) for cell in lower)
    return LaidRow(upper, height), LaidRow(lower, rest)
