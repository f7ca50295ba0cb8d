"""A tab of lists that belong to a record: one below the other, each with its heading and what it adds up to."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from jizhou_desktop.ui.row_grid import RowGrid
from jizhou_desktop.ui.widgets import muted, section

_LEAST_LINES = 6
"""Heads, a few rows and the line below them."""


class ListTab(QWidget):
    """Each list has room for a few rows at least, and shares what is left; on a small screen the tab scrolls."""

    def __init__(self, *grids: RowGrid, advice: str = "") -> None:
        super().__init__()
        self.grids = grids
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(6)
        self.said = muted(advice)
        layout.addWidget(self.said)
        self.said.setVisible(bool(advice))
        layout.addWidget(grids[0] if len(grids) == 1 else _one_below_the_other(grids), 1)
        for grid, following in pairwise(grids):
            grid.ended.connect(following.go_to)

    def say(self, words: str) -> None:
        """What the lists add up to, above them."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def go_to(self) -> None:
        """Puts the cursor into the first list, where the next row is typed."""
        self.grids[0].go_to()

    def go_to_record(self, uid: str) -> bool:
        """Puts the cursor into the row of a record; False where none of the lists has it."""
        return any(grid.go_to_record(uid) for grid in self.grids)


def _one_below_the_other(grids: Sequence[RowGrid]) -> QScrollArea:
    held = QWidget()
    layout = QVBoxLayout(held)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for grid in grids:
        layout.addWidget(section(grid.title))
        layout.addWidget(grid, 1)
        grid.setMinimumHeight(round(grid.fontMetrics().height() * 1.9 * _LEAST_LINES))
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(held)
    return area
