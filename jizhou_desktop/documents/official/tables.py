"""Tables in a document: title, unit, head and rows at 小四; a table that goes on repeats its head (续表)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.line_breaking import pieces, wrapped
from jizhou_desktop.domain.column_widths import column_widths
from jizhou_desktop.domain.document import Table
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import HAIR, POINT, RISE

SIZE, _SMALL = 12.0, 10.5
"""小四 and 五号, pt."""
_LEADING, _PADDING = 1.45, 1.6
_PITCH = SIZE * _LEADING * POINT
_OUTER, _INNER = 0.35, 0.2
_CAPTION, _NOTE = 9.0, 6.5
"""The height of what stands above the head, and of a row of the note below, mm."""
_CONTINUED = "（续表）"
_LEAST_ROWS = 2
"""Rows under the head that a piece must hold: a head alone tells nothing."""

Cell = Sequence[str]
Row = Sequence[Cell]


@dataclass(frozen=True)
class TablePiece:
    """As many rows of a table as one page takes, each a row of cells of lines; `first` bears the title."""

    table: Table
    widths: Sequence[float]
    head: Row
    rows: Sequence[Row]
    first: bool = True
    last: bool = True

    @property
    def height(self) -> float:
        """Caption, head, rows and note, in mm."""
        note = _NOTE if self.last and self.table.note else 0.0
        return self.caption + _row_height(self.head) + sum(map(_row_height, self.rows)) + note

    @property
    def caption(self) -> float:
        """The height of what stands above the head, in mm."""
        return _CAPTION if (self.table.title or self.table.unit or not self.first) else 0.0


def pieces_of(
    table: Table, width: float, pen: Pen, first_room: float, room: float, *, after: float = 0.0
) -> list[TablePiece]:
    """The table cut into pieces: the first fits `first_room` mm where it can, the others `room` mm.

    The last leaves `after` mm free in its room, for what must not stand on a page without rows of the table.
    """
    if first_room < room and least_height(table, width, pen) > first_room:
        first_room = room
    widths = _widths(table, width, pen)
    head = _lines(table.head, widths, Role.HEI, pen)
    rows = [_lines(row, widths, Role.FANGSONG, pen) for row in table.rows]
    groups = list(_groups(TablePiece(table, widths, head, ()), rows, first_room, room))
    end = TablePiece(table, widths, head, groups[-1], first=len(groups) == 1)
    if end.height + after > (first_room if end.first else room) and len(end.rows) > _LEAST_ROWS:
        groups[-1:] = [groups[-1][:-_LEAST_ROWS], groups[-1][-_LEAST_ROWS:]]
    count = len(groups)
    return [
        TablePiece(table, widths, head, group, first=number == 0, last=number == count - 1)
        for number, group in enumerate(groups)
    ]


def least_height(table: Table, width: float, pen: Pen) -> float:
    """The room that a table needs to begin: its caption, its head and the first rows."""
    widths = _widths(table, width, pen)
    head = _lines(table.head, widths, Role.HEI, pen)
    rows = [_lines(row, widths, Role.FANGSONG, pen) for row in table.rows[:_LEAST_ROWS]]
    return TablePiece(table, widths, head, rows, last=False).height


def _groups(empty: TablePiece, rows: Sequence[Row], first_room: float, room: float) -> Iterator[list[Row]]:
    """The rows of each piece; a row that no page holds whole is cut between its lines."""
    first, going_on = empty.height, TablePiece(empty.table, empty.widths, empty.head, (), first=False).height
    group: list[Row] = []
    left = first_room - first
    waiting = list(rows)
    while waiting:
        row = waiting.pop(0)
        if _row_height(row) > left + HAIR and group:
            yield group
            group, left = [], room - going_on
        if _row_height(row) > left + HAIR and not group:
            row, rest = _cut(row, left)
            waiting.insert(0, rest)
        group.append(row)
        left -= _row_height(row)
    yield group


def _cut(row: Row, height: float) -> tuple[Row, Row]:
    fit = max(int((height - 2 * _PADDING) / _PITCH), 1)
    return [cell[:fit] for cell in row], [cell[fit:] for cell in row]


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
    pen.lines(rules[: len(piece.rows)] + rules[len(piece.rows) + 1 :], width=_INNER)
    pen.rect(left, begin, width, y - begin, line=_OUTER)
    if piece.last and piece.table.note:
        pen.text(left, y + 5.0, f"注：{piece.table.note}", Role.SONG, _SMALL)
        y += _NOTE
    return y


def _caption(pen: Pen, piece: TablePiece, left: float, top: float, width: float) -> None:
    title = piece.table.title if piece.first else f"{piece.table.title}{_CONTINUED}"
    middle = left + width / 2 - pen.width(title, Role.HEI, SIZE) / 2
    pen.text(middle, top + 6, title, Role.HEI, SIZE)
    if piece.table.unit:
        unit = f"单位：{piece.table.unit}"
        pen.text(left + width - pen.width(unit, Role.SONG, _SMALL), top + 6.5, unit, Role.SONG, _SMALL)


def _draw_row(pen: Pen, piece: TablePiece, row: Row, left: float, top: float, *, is_head: bool) -> None:
    role = Role.HEI if is_head else Role.FANGSONG
    height = _row_height(row)
    x = left
    for column, lines in enumerate(row):
        width = piece.widths[column]
        align = "c" if is_head else _align(piece.table, column)
        y = top + (height - len(lines) * _PITCH) / 2
        for number, line in enumerate(lines):
            free = width - pen.width(line, role, SIZE)
            start = {"c": free / 2, "r": free - _PADDING}.get(align, _PADDING)
            baseline = y + number * _PITCH + (_PITCH - SIZE * POINT) / 2 + RISE * SIZE * POINT
            pen.text(x + start, baseline, line, role, SIZE)
        x += width


def _align(table: Table, column: int) -> str:
    """`aligns` is a letter a column: l, c or r."""
    return table.aligns[column] if column < len(table.aligns) else "l"


def _widths(table: Table, width: float, pen: Pen) -> list[float]:
    shares = table.widths or (1.0,) * len(table.head)
    return column_widths(shares, width, [_longest_figure(table, column, pen) for column in range(len(shares))])


def _longest_figure(table: Table, column: int, pen: Pen) -> float:
    """The room of a column's longest figure with its unit, which must not be parted, mm; 0 where it holds none."""
    found = {piece for row in table.rows for piece in pieces(row[column]) if piece[0].isdigit()}
    return max((pen.width(piece, Role.FANGSONG, SIZE) + 2 * _PADDING + HAIR for piece in found), default=0.0)


def _lines(cells: Sequence[str], widths: Sequence[float], role: Role, pen: Pen) -> list[list[str]]:
    return [
        wrapped(cell, width - 2 * _PADDING, lambda text: pen.width(text, role, SIZE))
        for cell, width in zip(cells, widths, strict=True)
    ]


def _row_height(row: Row) -> float:
    return max([1, *map(len, row)]) * _PITCH + 2 * _PADDING
