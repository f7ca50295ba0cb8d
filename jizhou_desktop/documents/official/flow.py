"""Laying the body's rows on pages: 22 rows a page, no heading last on one, no signature alone on one (7.3.5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from jizhou_desktop.documents.official.runs import BodyRow, TextRow
from jizhou_desktop.documents.official.tables import TablePiece, pieces_of
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import BOTTOM, EM_3, ROW, TEXT_HEIGHT, TEXT_WIDTH, TOP
from jizhou_desktop.domain.document import Table

_HAIR = 0.05
"""mm; rounding must not cost a row."""
_TABLE_GAP = 4.0
"""Free above and below a table, mm."""
WIDEST_ROW = ROW + 0.3
"""The pitch that a page may be opened to where rows were moved from it to the next (7.3.5)."""


@dataclass(frozen=True)
class Placed:
    """A row or a piece of a table with the y of its upper edge, in mm."""

    what: TextRow | TablePiece
    y: float


@dataclass
class FlowPage:
    """One page of the body: what stands on it, and where the next row would begin."""

    top: float
    placed: list[Placed] = field(default_factory=list)
    end: float = 0.0

    def __post_init__(self) -> None:
        self.end = self.end or self.top

    def room(self) -> float:
        """What is left on the page, mm."""
        return BOTTOM - self.end


def flow(rows: Iterable[BodyRow], pen: Pen, first_top: float, ending: float) -> list[FlowPage]:
    """The pages, of which the first begins at `first_top` mm and the last keeps `ending` mm free under its text.

    Where the ending does not fit under the last rows, two of them go on to its page, so that it never stands alone.
    """
    pages = _fill(rows, pen, first_top)
    if pages[-1].room() + _HAIR >= ending:
        return pages
    page = FlowPage(TOP)
    if isinstance(pages[-1].placed[-1].what, TablePiece):
        _move_last_table_row(pages[-1], page)
        return [*pages, page]
    moved = _movable(pages[-1])
    _open_up(pages[-1], len(moved))
    for row in moved:
        _put(page, row)
    return [*pages, page]


def _fill(rows: Iterable[BodyRow], pen: Pen, first_top: float) -> list[FlowPage]:
    pages = [FlowPage(first_top)]
    waiting = list(rows)
    for number, row in enumerate(waiting):
        if isinstance(row, Table):
            _put_table(pages, row, pen)
            continue
        needed = _kept_together(waiting[number:])
        if pages[-1].room() + _HAIR < needed and pages[-1].placed:
            pages.append(FlowPage(TOP))
        _put(pages[-1], row)
    return pages


def _kept_together(rows: Sequence[BodyRow]) -> float:
    """The height of a row and of what must follow it: a heading and the row after it."""
    count = 1
    while count < len(rows) and isinstance(rows[count - 1], TextRow) and rows[count - 1].keeps:  # type: ignore[union-attr]
        count += 1
    return (count - 1) * ROW + EM_3


def _put(page: FlowPage, row: TextRow) -> None:
    page.placed.append(Placed(row, page.end))
    page.end += ROW


def _put_table(pages: list[FlowPage], table: Table, pen: Pen) -> None:
    first_room = pages[-1].room() - _TABLE_GAP
    for number, piece in enumerate(pieces_of(table, TEXT_WIDTH, pen, first_room, TEXT_HEIGHT)):
        if number or not piece.first or piece.height > first_room:
            pages.append(FlowPage(TOP))
        _put_piece(pages[-1], piece)


def _put_piece(page: FlowPage, piece: TablePiece) -> None:
    page.placed.append(Placed(piece, page.end))
    page.end = _next_row(page, page.end + piece.height + _TABLE_GAP)


def _move_last_table_row(page: FlowPage, following: FlowPage) -> None:
    """Lets the last row of a table go on to the page of the signature; a table of one row goes whole."""
    placed = page.placed.pop()
    piece = placed.what
    page.end = placed.y
    if isinstance(piece, TablePiece) and len(piece.rows) > 1:
        _put_piece(page, replace(piece, rows=piece.rows[:-1]))
        piece = replace(piece, rows=piece.rows[-1:], first=False)
    if isinstance(piece, TablePiece):
        _put_piece(following, piece)


def _next_row(page: FlowPage, y: float) -> float:
    """The next row of the page's grid from `y` mm down, so that text under a table stands in rows again."""
    return page.top + ceil((y - page.top - _HAIR) / ROW) * ROW


def _movable(page: FlowPage) -> list[TextRow]:
    """The last two rows of a page (one where it has no more to give), taken from it, with a heading above them."""
    moved: list[TextRow] = []
    while page.placed and isinstance(page.placed[-1].what, TextRow):
        above = page.placed[-2].what if len(page.placed) > 1 else None
        if len(moved) >= 2 and not (isinstance(above, TextRow) and above.keeps and page.placed[-1].what.keeps):
            break
        if above is None and moved:
            break
        placed = page.placed.pop()
        page.end = placed.y
        moved.insert(0, placed.what)  # type: ignore[arg-type]
    return moved


def _open_up(page: FlowPage, moved: int) -> None:
    """Opens the rows of a page that lost some, so that it is still filled as far as the standard lets it be."""
    if not moved or not all(isinstance(placed.what, TextRow) for placed in page.placed):
        return
    count = len(page.placed)
    pitch = min(WIDEST_ROW, (BOTTOM - page.top) / max(count, 1))
    if count and pitch > ROW:
        page.placed = [Placed(placed.what, page.top + number * pitch) for number, placed in enumerate(page.placed)]
        page.end = page.top + count * pitch
