"""One of a few answers, picked with the arrow keys, by its number, or with the mouse; the wheel never changes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from jizhou_desktop.domain.record import NOT_APPLICABLE, NOT_OBTAINED
from jizhou_desktop.ui.entries.remark import NOTHING, Remark

YES_NO = ("是", "否")


class ChoiceEntry(QComboBox):
    """An answer out of a list. Where it may be left out, 不适用 and 未取得 can be said too."""

    changed = Signal()

    def __init__(self, choices: Sequence[str], *, required: bool) -> None:
        super().__init__()
        withheld = () if required else (NOT_APPLICABLE, NOT_OBTAINED)
        self._choices = tuple(choices)
        self.addItems(["", *choices, *withheld])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentTextChanged.connect(lambda _text: self.changed.emit())

    def value(self) -> str:
        """The choice, blank where none was made."""
        return self.currentText()

    def set_value(self, text: str) -> None:
        """Shows a choice; one that the list does not know is kept and shown, for the judge to speak of."""
        if self.findText(text) < 0:
            self.addItem(text)
        self.setCurrentIndex(self.findText(text))

    def remark(self) -> Remark:
        """Nothing is said while choosing."""
        return NOTHING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.text()
        if number.isascii() and number.isdigit() and 0 < int(number) <= len(self._choices):
            self.set_value(self._choices[int(number) - 1])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value("")
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
