"""The sentence beside a field, with a sign of its own, so that it is read without telling red from black."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.ui.icons import picture

ERROR, QUERY, GOOD, PLAIN = "error", "query", "good", "plain"
_SIGNS = {ERROR: "error", QUERY: "query", GOOD: "good", PLAIN: ""}
_COLOURS = {ERROR: "error", QUERY: "query", GOOD: "good", PLAIN: "muted"}


@dataclass(frozen=True)
class Remark:
    """A sentence and its tone: error (不改不能保存), query (请核对), good, plain (only tells)."""

    text: str
    tone: str = PLAIN


NOTHING = Remark("")


def remark_on(problem: Problem, label: str) -> Remark:
    """A problem as the sentence beside its field: the field's name before it is left out."""
    tone = {Severity.ERROR: ERROR, Severity.QUERY: QUERY}.get(problem.severity, PLAIN)
    return Remark(problem.message.removeprefix(f"{label}："), tone)


def set_tone(widget: QWidget, tone: str) -> None:
    """Lets the style sheet see a widget's new tone."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class RemarkLabel(QWidget):
    """Shows one remark: sign and sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setObjectName("remark")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(1)
        self._shown = NOTHING
        self.hide()

    @property
    def shown(self) -> Remark:
        return self._shown

    def show_remark(self, remark: Remark) -> None:
        """Replaces what is shown; NOTHING leaves the place empty."""
        if remark == self._shown:
            return
        self._shown = remark
        sign = _SIGNS[remark.tone] if remark.text else ""
        self._sign.setVisible(bool(sign))
        if sign:
            self._sign.setPixmap(picture(sign, _COLOURS[remark.tone], self.fontMetrics().height()))
        self._words.setText(remark.text)
        set_tone(self._words, remark.tone)
        self.setVisible(bool(remark.text))
