"""Two parts of a page beside each other, or one above the other where the text is too large for that."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_ROOM = 64
"""Characters across that two parts need beside each other."""


class SideBySide(QWidget):
    """The first part has three times the width of the second."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._parts = (first, second)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._beside: bool | None = None
        self._place(beside=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(beside=event.size().width() >= self.fontMetrics().horizontalAdvance("国") * _ROOM)

    def _place(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        for part in self._parts:
            self._grid.removeWidget(part)
        first, second = self._parts
        self._grid.addWidget(first, 0, 0)
        self._grid.addWidget(second, 0 if beside else 1, 1 if beside else 0, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 1 if beside else 0)
