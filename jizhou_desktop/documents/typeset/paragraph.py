"""Setting a paragraph in rows of the grid: 28 cells each, squeezed or opened only where a mark or a figure forbids.

A row ends flush. Where the next characters may not be parted from a mark (避头尾), marks of the row give up their blank
halves to take it in; where they cannot, the row goes without, and what is left opens evenly between its characters.
"""

from bisect import bisect_right
from itertools import accumulate, pairwise

from jizhou_desktop.documents.typeset.cells import Cells
from jizhou_desktop.documents.typeset.grid_row import GridRow, Runs, characters_of, grid_row, loose
from jizhou_desktop.documents.typeset.line_breaking import breaks_in_need, pieces
from jizhou_desktop.domain.standard_page import CELL, HAIR, LEFT, RIGHT

_MOST_TAKEN_IN = CELL
"""The most that a row's marks give up together: one character more than the grid has."""
_TORN = 2.5 * CELL
"""A row with more than this left over is torn: dates and words are parted rather."""
_MOST_BETWEEN = 0.3 * CELL
"""The most that opens between two characters; a row that would need more ends where it ends."""


def set_paragraph(
    runs: Runs, cells: Cells, *, first: float = LEFT, left: float = LEFT, right: float = RIGHT
) -> list[GridRow]:
    """The rows of a paragraph whose first row begins at `first` mm and the others at `left`."""
    return _Paragraph(runs, cells, right).rows(first, left)


class _Paragraph:
    def __init__(self, runs: Runs, cells: Cells, right: float) -> None:
        text = "".join(part for _, part in runs)
        self._characters = characters_of(runs, cells)
        self._right = right
        self._reach = [0.0, *accumulate(character.cell.width for character in self._characters)]
        lengths = [len(piece) for piece in pieces(text)]
        self._breaks = list(accumulate(lengths, initial=0))
        self._reaches = [self._reach[place] for place in self._breaks]
        self._text = text

    def rows(self, first: float, left: float) -> list[GridRow]:
        rows: list[GridRow] = []
        start, x = 0, first
        while start < len(self._text):
            end, row = self._row(start, x)
            rows.append(row)
            start, x = self._past_blanks(end), left
        return rows

    def _row(self, start: int, x: float) -> tuple[int, GridRow]:
        """The row that begins with the character `start`, and where the next one begins."""
        room = self._right - x
        known = bisect_right(self._reaches, self._reach[start] + room + HAIR) - 1
        end = self._breaks[known]
        if end == len(self._text):
            return end, self._set(start, end, x)
        short = room - (self._reach[end] - self._reach[start])
        following = self._breaks[known + 1]
        over = self._reach[following] - self._reach[start] - room
        if HAIR < over <= min(short + HAIR, _MOST_TAKEN_IN):
            take = self._take(start, following, over)
            if take:
                return following, grid_row(self._characters[start:following], x, take=take)
        if end <= start or short > _TORN:
            end = self._part(start, end, following, room)
        return end, self._flush(start, end, x, room)

    def _part(self, start: int, end: int, following: int, room: float) -> int:
        """Where to part the piece between `end` and `following` that would tear the row or is longer than one."""
        fitting = bisect_right(self._reach, self._reach[start] + room + HAIR) - 1
        places = [end + place for place in breaks_in_need(self._text[end:following])]
        fit = [place for place in places if start < place <= fitting]
        if fit:
            return fit[-1]
        return end if end > start else max(fitting, start + 1)

    def _flush(self, start: int, end: int, x: float, room: float) -> GridRow:
        end = self._before_blanks(start, end)
        row = self._characters[start:end]
        short = room - (self._reach[end] - self._reach[start])
        gaps = sum(1 for before, after in pairwise(row) if loose(before, after))
        give = short / gaps if gaps else 0.0
        return grid_row(row, x, give=give if 0 < give <= _MOST_BETWEEN else 0.0)

    def _set(self, start: int, end: int, x: float) -> GridRow:
        return grid_row(self._characters[start : self._before_blanks(start, end)], x)

    def _take(self, start: int, end: int, over: float) -> list[float]:
        """What each mark of the row gives up so that it holds `over` mm more; empty where the marks have too little.

        The last mark gives first: what it gives up lies beyond the text's edge and is not seen. One that opens the row
        keeps its place: the row begins where it must.
        """
        row = self._characters[start:end]
        gives = [character.cell.squeeze for character in row]
        gives[0] = 0.0 if row[0].cell.opens else gives[0]
        last = 0.0 if row[-1].cell.opens else min(gives[-1], over)
        rest, others = over - last, sum(gives[:-1])
        if rest > others + HAIR:
            return []
        share = min(rest / others, 1.0) if others else 0.0
        return [*(give * share for give in gives[:-1]), last]

    def _past_blanks(self, place: int) -> int:
        while place < len(self._text) and self._text[place] == " ":
            place += 1
        return place

    def _before_blanks(self, start: int, end: int) -> int:
        while end > start + 1 and self._text[end - 1] == " ":
            end -= 1
        return end
