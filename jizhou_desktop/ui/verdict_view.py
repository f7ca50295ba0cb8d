"""Whether an application is eligible, clause by clause, and the amount in figures and in capitals (大写)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from jizhou_desktop.domain.capitals import capitals
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.verdict import Condition, Verdict
from jizhou_desktop.ui.entries.remark import set_tone
from jizhou_desktop.ui.icons import picture
from jizhou_desktop.ui.widgets import muted, section

_SIGNS = {True: ("good", "good", "符合"), False: ("error", "error", "不符合"), None: ("judge", "query", "待人工认定")}


class VerdictView(QWidget):
    """Read while typing. Each clause: met or not as a shape and a word, the value, the limit, the section."""

    def __init__(self) -> None:
        super().__init__()
        self._headline = section("")
        self._headline.setWordWrap(True)
        self._amount = QLabel()
        self._amount.setObjectName("figure")
        self._capitals = QLabel()
        self._capitals.setObjectName("capitals")
        self._working = muted("")
        for label in (self._amount, self._capitals, self._working):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
        self._clauses = QVBoxLayout()
        self._parts: list[QFrame] = []
        self._clauses.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._headline)
        layout.addWidget(self._amount)
        layout.addWidget(self._capitals)
        layout.addWidget(self._working)
        layout.addSpacing(6)
        layout.addLayout(self._clauses)
        self.shown: Verdict | None = None

    def words(self) -> list[str]:
        """What is shown now, without the working and the figures of each clause."""
        lines = [self._headline.text()]
        if self.shown is None or not self.shown.eligible:
            said = [] if self.shown else [self._working.text()]
        else:
            said = [self._amount.text(), self._capitals.text()]
        return [*lines, *said, *(part.property("said") for part in self._parts)]

    def show_verdict(self, verdict: Verdict) -> None:
        """Shows what the plan says of the figures typed so far."""
        self.shown = verdict
        self._headline.setText("符合申报条件" if verdict.eligible else "不符合申报条件")
        fen = verdict.amount_fen if verdict.eligible else None
        self._amount.setText("" if fen is None else f"{wan_text(fen)}万元")
        self._capitals.setText("" if fen is None else f"人民币{capitals(fen)}")
        self._working.setText(verdict.working if verdict.eligible else "")
        self._show_lines(fen is not None)
        # what is left to a review or a measure is said too
        self._working.setVisible(bool(self._working.text()))
        self._clear()
        self._parts = [_clause(condition) for condition in verdict.conditions]
        for part in self._parts:
            self._clauses.addWidget(part)

    def show_why_not(self, sentence: str) -> None:
        """Shows why there is no verdict yet."""
        self.shown = None
        self._headline.setText("填写投资和设备投入后，逐条显示是否符合")
        self._working.setText(sentence)
        self._show_lines(False)
        self._working.setVisible(bool(sentence))
        self._clear()

    def _show_lines(self, shown: bool) -> None:
        for label in (self._amount, self._capitals, self._working):
            label.setVisible(shown)

    def _clear(self) -> None:
        for part in self._parts:
            self._clauses.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []


def _clause(condition: Condition) -> QFrame:
    sign, colour, word = _SIGNS[condition.met]
    frame = QFrame()
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(1, 1)
    grid.setVerticalSpacing(2)
    mark = QLabel()
    mark.setPixmap(picture(sign, colour, round(frame.fontMetrics().height() * 1.1)))
    grid.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
    said = f"{word}：{condition.text}"
    frame.setProperty("said", said)
    told = QLabel(said)
    told.setObjectName("remark")
    set_tone(told, {True: "good", False: "error", None: "query"}[condition.met])
    figures = QLabel(f"实际 {condition.value}\n要求 {condition.limit}")
    for line, label in enumerate((told, figures, muted(f"依据 {condition.source}"))):
        label.setWordWrap(True)
        grid.addWidget(label, line, 1)
    frame.setAccessibleName(f"{word}，{condition.text}，实际{condition.value}，要求{condition.limit}")
    return frame
