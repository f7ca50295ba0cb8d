"""One line of text: names, codes, dates, figures. What was typed is kept as typed; reading it is the judge's work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit

from jizhou_desktop.domain.uscc import ALPHABET, LENGTH, check_uscc, normalise
from jizhou_desktop.ui.entries.remark import ERROR, GOOD, NOTHING, QUERY, Remark
from jizhou_desktop.ui.palette import COLOURS

_MARK = 2
"""Pixels of the line under a wrong character."""


class LineEntry(QLineEdit):
    """An answer on one line."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """The answer as typed."""
        return self.text()

    def set_value(self, text: str) -> None:
        """Shows an answer from its beginning."""
        if text != self.text():
            self.setText(text)
        self.setCursorPosition(0)

    def remark(self) -> Remark:
        """What may be said while typing."""
        return NOTHING


class FigureEntry(LineEntry):
    """Money, numbers and years: digits stand at the right, as on paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)


class UsccEntry(LineEntry):
    """统一社会信用代码: checked at every key, so that a slip is seen where it was made."""

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhUppercaseOnly)

    @property
    def wrong_place(self) -> int:
        """Which character typed is at fault, from 0; -1 where none is, or none can be told from the others."""
        position = check_uscc(self.text()).position
        kept = [place for place, mark in enumerate(self.text()) if normalise(mark)]
        return kept[position - 1] if 0 < position <= len(kept) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks the character at fault by a line under it, that also shows without red."""
        super().paintEvent(event)
        place, text = self.wrong_place, self.displayText()
        if place < 0:
            return
        start = self._across(text, place)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(COLOURS["error"]), _MARK))
        below = self.rect().center().y() + self.fontMetrics().height() // 2 + 1
        painter.drawLine(start, below, self._across(text, place + 1) - 1, below)
        painter.end()

    def _across(self, text: str, place: int) -> int:
        """Where a character begins, in pixels, told from where the cursor stands now."""
        width = self.fontMetrics().horizontalAdvance
        cursor = self.cursorRect().center().x()
        return cursor + width(text[:place]) - width(text[: self.cursorPosition()])

    def remark(self) -> Remark:
        """How many characters are missing, which one cannot be, or that the check character fits."""
        code = normalise(self.text())
        if not code:
            return NOTHING
        if len(code) < LENGTH and all(mark in ALPHABET for mark in code):
            return Remark(f"已输入{len(code)}位，还差{LENGTH - len(code)}位。")
        check = check_uscc(code)
        if check.ok:
            return Remark("校验通过。", GOOD)
        return Remark(check.sentence, QUERY if check.severity == "query" else ERROR)
