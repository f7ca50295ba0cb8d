"""One line of text: names, codes, dates, figures. What was typed is kept as typed; reading it is the judge's work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from jizhou_desktop.domain.uscc import ALPHABET, LENGTH, check_uscc, normalise
from jizhou_desktop.ui.entries.remark import ERROR, GOOD, NOTHING, QUERY, Remark


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
