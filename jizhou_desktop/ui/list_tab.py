"""A tab of lists that belong to a record: one below the other, each with its heading and what it adds up to."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from jizhou_desktop.ui.row_grid import RowGrid
from jizhou_desktop.ui.widgets import muted, section


class ListTab(QWidget):
    """The lists share the height; the border between two can be moved."""

    def __init__(self, *grids: RowGrid, advice: str = "") -> None:
        super().__init__()
        self.grids = grids
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(6)
        self.said = muted(advice)
        layout.addWidget(self.said)
        self.said.setVisible(bool(advice))
        shared = QSplitter(Qt.Orientation.Vertical)
        shared.setChildrenCollapsible(False)
        for grid in grids:
            shared.addWidget(_headed(grid) if len(grids) > 1 else grid)
        layout.addWidget(shared, 1)
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


def _headed(grid: RowGrid) -> QWidget:
    held = QWidget()
    layout = QVBoxLayout(held)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(section(grid.title))
    layout.addWidget(grid, 1)
    return held
