"""One page of the body: rows of one pitch, and tables between them."""

from dataclasses import dataclass, field
from math import ceil

from jizhou_desktop.documents.official.strips import Strip
from jizhou_desktop.documents.official.tables import TablePiece, draw_piece
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.domain.standard_page import BOTTOM, CLOSEST_ROW, EM_3, HAIR, LEFT, ROW, WIDEST_ROW

TABLE_GAP = 2.2
"""Free above a table, and at least below it, mm."""


@dataclass
class FlowPage:
    """What stands on a page from `top` mm down. The last row of text needs the height of its characters only."""

    top: float
    items: list[Strip | TablePiece] = field(default_factory=list)
    pitch: float = ROW
    _rows: int = 0
    _tables: float = 0.0

    @property
    def end(self) -> float:
        """Where the next row would begin, mm."""
        return self.top + self._rows * self.pitch + self._tables

    @property
    def room(self) -> float:
        """What is left for a table, mm."""
        return BOTTOM - self.end - 2 * TABLE_GAP

    def holds(self, rows: int) -> bool:
        """Whether so many rows more fit at the grid's pitch."""
        return (self._rows + rows - 1) * self.pitch + EM_3 <= BOTTOM - self.top - self._tables + HAIR

    def put(self, strip: Strip) -> None:
        """Adds rows; a blank one at the top of a page is left out."""
        if strip.blank and not self.items:
            return
        self.items.append(strip)
        self._rows += strip.rows

    def put_table(self, piece: TablePiece) -> None:
        """Adds a piece of a table, taking whole rows of the grid, so that the text below stands in rows again."""
        self.items.append(piece)
        self._tables += ceil((piece.height + 2 * TABLE_GAP - HAIR) / ROW) * ROW

    def draw_together(self, rows: int = 0, free: float = 0.0) -> bool:
        """Draws the rows together so that `rows` more fit above `free` mm at the foot; False where they cannot."""
        pitch = self._filling(rows, free)
        if pitch < CLOSEST_ROW:
            return False
        self.pitch = min(self.pitch, pitch)
        return True

    def open_up(self) -> None:
        """Opens the rows of a page that lost some to the next, so far as the standard's grid lets it."""
        if self.holds(1):
            self.pitch = max(self.pitch, min(self._filling(0, 0.0), WIDEST_ROW))

    def _filling(self, rows: int, free: float) -> float:
        """The pitch at which the page, with `rows` more, ends `free` mm above its foot."""
        gaps = self._rows + rows - 1
        return (BOTTOM - free - self.top - self._tables - EM_3) / gaps if gaps > 0 else ROW

    def draw(self, pen: Pen) -> None:
        """Draws all that stands on the page."""
        y = self.top
        for item in self.items:
            if isinstance(item, Strip):
                item.draw(pen, y, self.pitch)
                y += item.rows * self.pitch
            else:
                draw_piece(pen, item, LEFT, y + TABLE_GAP)
                y += ceil((item.height + 2 * TABLE_GAP - HAIR) / ROW) * ROW
