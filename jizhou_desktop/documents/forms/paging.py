"""A grid's rows laid on pages, so that no cell is torn and a last page of few rows is saved."""

from collections.abc import Sequence
from dataclasses import replace

from jizhou_desktop.documents.forms.grid import ABOVE, LaidCell, LaidRow, height_of, pitch

_KEPT_AT_MOST = 60.0
"""A row that may not end a page waits for this much of the next one, mm."""
_LOWER = (0.93, 0.86, 0.8)
"""How much lower the rows of a form may be to save a page, tried in turn."""
_SAVED_OF = 4
"""Beyond so many pages one less is not worth lower rows."""


def paged(rows: Sequence[LaidRow], first_room: float, room: float, under: float = 0) -> list[list[LaidRow]]:
    """The rows page by page: `first_room` mm on the first, `room` on the others, head rows repeated.

    A row that no page holds whole is cut between lines; every other stays in one piece. `under` mm follow the last
    row on its page. Rows are set a little lower where that saves a page.
    """
    pages = _paged(rows, first_room, room, under)
    if 1 < len(pages) <= _SAVED_OF:
        for share in _LOWER:
            fewer = _paged([row.lower(share) for row in rows], first_room, room, under)
            if len(fewer) < len(pages):
                return fewer
    return pages


def _paged(rows: Sequence[LaidRow], first_room: float, room: float, under: float) -> list[list[LaidRow]]:
    heads = [row for row in rows if row.head]
    head_height = sum(row.height for row in heads)
    pages: list[list[LaidRow]] = [[]]
    left = first_room
    waiting = list(reversed(rows))
    while waiting:
        row = waiting.pop()
        worth_cutting = row.height > room - head_height and left >= _least(row)
        if row.height + _followed(row, waiting, under) > left and pages[-1] and not worth_cutting:
            pages.append(list(heads))
            left = room - head_height
        if row.height > left:
            row, rest = _cut(row, left)
            waiting.append(rest)
        pages[-1].append(row)
        left -= row.height
    return pages


def _followed(row: LaidRow, waiting: Sequence[LaidRow], under: float) -> float:
    """The room that a row keeps under it, mm: it may not end a page, or is the last. `waiting` ends with the next."""
    height, place = 0.0, len(waiting) - 1
    while row.keep and place >= 0:
        row = waiting[place]
        height, place = height + min(row.height, _KEPT_AT_MOST), place - 1
    return height if place >= 0 else height + under


def _least(row: LaidRow) -> float:
    """The room under which cutting a row is not worth it: three lines."""
    return max(3 * pitch(cell.cell) + 2 * ABOVE for cell in row.cells)


def _cut(row: LaidRow, height: float) -> tuple[LaidRow, LaidRow]:
    """The part of an overlong row that fits, and the rest; a foot goes with the rest, a label with both."""
    upper, lower = [], []
    for cell in row.cells:
        first, rest = _parted(cell, height)
        upper.append(first)
        lower.append(rest)
    needed = max(height_of(cell) for cell in lower if cell.cell.down == 1)
    return LaidRow(upper, height), LaidRow(lower, needed, needed=needed)


def _parted(cell: LaidCell, height: float) -> tuple[LaidCell, LaidCell]:
    if cell.cell.down > 1:
        return cell, replace(cell, continues=True)
    fit = max(int((height - 2 * ABOVE) / pitch(cell.cell)), 1)
    first = replace(cell, cell=replace(cell.cell, foot=""), lines=cell.lines[:fit])
    is_label = len(cell.lines) <= fit and not cell.cell.foot
    return first, replace(cell, lines=cell.lines if is_label else cell.lines[fit:])
