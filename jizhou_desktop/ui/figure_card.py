"""A figure that can be clicked to the rows behind it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel

from jizhou_desktop.ui.widgets import Card, muted


class FigureCard(Card):
    """A figure, what it counts, and where a click leads."""

    def __init__(self, what: str, then: Callable[[], object]) -> None:
        super().__init__()
        self._then = then
        self._figure = QLabel("0")
        self._figure.setObjectName("figure")
        self._more = muted("")
        self.inside.setSpacing(2)
        self.inside.addWidget(QLabel(what))
        self.inside.addWidget(self._figure)
        self.inside.addWidget(self._more)
        self.inside.addStretch(1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(what)
        self.setToolTip("单击或回车查看明细")

    def show_figure(self, figure: str, more: str = "") -> None:
        """Shows the figure, and a line that explains it."""
        self._figure.setText(figure)
        self._more.setText(more)
        self.setAccessibleDescription(f"{figure} {more}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._then()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._then()
        else:
            super().keyPressEvent(event)
