"""A list no higher than its first lines, whose sentences may take several; the others are scrolled to."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget


class FittedList(QListWidget):
    """Call `fit()` once it is filled; by itself it fits again when its width, and so the breaking of lines, changes."""

    def __init__(self, name: str, *, most: int | None = None, most_of_window: float | None = None) -> None:
        """At most `most` lines are seen at a time, and within that share of the window's height; None is no limit."""
        super().__init__()
        self._most, self._most_of_window = most, most_of_window
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Takes the height of the lines to be seen; none at all where there are none."""
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))
        shown = self.count() if self._most is None else min(self.count(), self._most)
        height = sum(self.sizeHintForRow(line) for line in range(shown)) + 2 * self.frameWidth() + 2
        if self._most_of_window is not None:
            height = min(height, round(self.window().height() * self._most_of_window))
        self.setFixedHeight(height)
        self.setVisible(shown > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
