"""Text of several lines. Enter is a new line here; Tab goes on."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit

from jizhou_desktop.ui.entries.remark import NOTHING, Remark

_LINES_SHOWN = 3


class LinesEntry(QPlainTextEdit):
    """An answer of several lines, three of them shown at a time."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """The answer as typed."""
        return self.toPlainText()

    def set_value(self, text: str) -> None:
        """Shows an answer."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def remark(self) -> Remark:
        """Nothing is said while typing."""
        return NOTHING

    def sizeHint(self) -> QSize:
        frame = 2 * self.frameWidth() + round(self.document().documentMargin()) * 2 + 10
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _LINES_SHOWN + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())
