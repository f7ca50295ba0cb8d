"""Tables in a document: title, unit, head and rows at 小四; a table that goes on repeats its head (续表)."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import POINT, RISE
from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.domain.document import Table
from jizhou_desktop.domain.face import Role

SIZE = 12.0
"""小四, pt."""
_LEADING, _PADDING = 1.45, 1.6
_OUTER, _INNER = 0.35, 0.2
_CAPTION = 9.0
_CONTINUED = "（续表）"


@dataclass(frozen=True)
class TablePiece:
    """As many rows of a table as one page takes, each a row of cells of lines; `first` bears the title."""

    table: Table
    widths: Sequence[float]
    head: Sequence[Sequence[str]]
    rows: Sequence[Sequence[Sequence[str]]]
    first: bool

    @property
    def height(self) -> float:
        """Caption, head and rows, in mm."""
        return self.caption + _row_height(self.head) + sum(_row_height(row) for row in self.rows)

    @property
    def caption(self) -> float:
        """The height of what stands above the head, in mm."""
        return _CAPTION if (self.table.title or self.table.unit or not self.first) else 0.0


def pieces_of(table: Table, width: float, pen: Pen, first_room: float, room: float) -> list[TablePiece]:
    """The table cut into pieces: the first fits `first_room` mm where it can, the others `room` mm."""
    widths = _widths(table, width)
    head = _lines(table.head, widths, Role.HEI, pen)
    rows = [_lines(row, widths, Role.FANGSONG, pen) for row in table.rows]
    pieces: list[TablePiece] = []
    waiting = list(rows)
    while True:
        first = not pieces
        piece = TablePiece(table, widths, head, (), first)
        left = (first_room if first else room) - piece.height
        taken = 0
        while taken < len(waiting) and _row_height(waiting[taken]) <= left:
            left -= _row_height(waiting[taken])
            taken += 1
        if not taken and waiting and first and first_room < room:
            # not one row fits under the text above: the whole table begins on the next page
            return pieces_of(table, width, pen, room, room)
        if not taken and waiting:
            taken = 1  # a row higher than a page is let run over its foot rather than lost
        pieces.append(TablePiece(table, widths, head, tuple(waiting[:taken]), first))
        waiting = waiting[taken:]
        if not waiting:
            return pieces


def draw_piece(pen: Pen, piece: TablePiece, left: float, top: float) -> float:
    """Draws a piece and gives its lower edge, in mm."""
    width = sum(piece.widths)
    _caption(pen, piece, left, top, width)
    y = begin = top + piece.caption
    rules: list[tuple[float, float, float, float]] = []
    for number, row in enumerate([piece.head, *piece.rows]):
        _draw_row(pen, piece, row, left, y, is_head=number == 0)
        y += _row_height(row)
        rules.append((left, y, left + width, y))
    x = left
    for column in piece.widths[:-1]:
        x += column
        rules.append((x, begin, x, y))
    pen.lines(rules, width=_INNER)
    pen.rect(left, begin, width, y - begin, line=_OUTER)
    return y


def _caption(pen: Pen, piece: TablePiece, left: float, top: float, width: float) -> None:
    title = piece.table.title if piece.first else f"{piece.table.title}{_CONTINUED}"
    middle = left + width / 2 - pen.width(title, Role.HEI, SIZE) / 2
    pen.text(middle, top + 6, title, Role.HEI, SIZE)
    if piece.table.unit:
        unit = f"单位：{piece.table.unit}"
        pen.text(left + width - pen.width(unit, Role.SONG, 10.5), top + 6.5, unit, Role.SONG, 10.5)


def _draw_row(
    pen: Pen, piece: TablePiece, row: Sequence[Sequence[str]], left: float, top: float, *, is_head: bool
) -> None:
    role = Role.HEI if is_head else Role.FANGSONG
    height = _row_height(row)
    pitch = SIZE * _LEADING * POINT
    x = left
    for column, lines in enumerate(row):
        width = piece.widths[column]
        align = "c" if is_head else _align(piece.table, column)
        y = top + (height - len(lines) * pitch) / 2
        for number, line in enumerate(lines):
            free = width - pen.width(line, role, SIZE)
            start = {"c": free / 2, "r": free - _PADDING}.get(align, _PADDING)
            baseline = y + number * pitch + (pitch - SIZE * POINT) / 2 + RISE * SIZE * POINT
            pen.text(x + start, baseline, line, role, SIZE)
        x += width


def _align(table: Table, column: int) -> str:
    """`aligns` is a letter a column: l, c or r."""
    return table.aligns[column] if column < len(table.aligns) else "l"


def _widths(table: Table, width: float) -> list[float]:
    shares = table.widths or (1.0,) * len(table.head)
    return [width * share / sum(shares) for share in shares]


def _lines(cells: Sequence[str], widths: Sequence[float], role: Role, pen: Pen) -> list[list[str]]:
    return [
        wrapped(cell, width - 2 * _PADDING, lambda text: pen.width(text, role, SIZE))
        for cell, width in zip(cells, widths, strict=True)
    ]


def _row_height(row: Sequence[Sequence[str]]) -> float:
    return max(len(lines) for lines in row) * SIZE * _LEADING * POINT + 2 * _PADDING
