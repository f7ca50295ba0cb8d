"""Where a page is scrolled: the wheel with Ctrl zooms, and beyond the end of a page it turns."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_A_STEP = 120
"""What a wheel turns in one notch, in eighths of a degree."""


class PageArea(QScrollArea):
    """Holds the picture of one page."""

    zoomed = Signal(int)
    """Larger (1) or smaller (-1)."""
    left = Signal(int)
    """Scrolled beyond the lower (1) or the upper end (-1)."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setWidget(inside)
        self.setAccessibleName("页面")
        self._beyond = 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self.zoomed.emit(1 if turned > 0 else -1)
            event.accept()
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.minimum() if turned > 0 else bar.maximum())
        self._beyond = self._beyond + turned if at_end else 0
        if abs(self._beyond) >= _A_STEP:
            self._beyond = 0
            self.left.emit(-1 if turned > 0 else 1)
            event.accept()
            return
        super().wheelEvent(event)
