"""The list of problems under a page: picking one goes to its field, F4 answers what a rule asks about (核实)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QContextMenuEvent
from PySide6.QtWidgets import QListWidgetItem, QMenu

from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.ui.fitted_list import FittedList
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.palette import COLOURS
from jizhou_desktop.ui.widgets import Card, button, muted, row, shortcut

_SIGNS = {Severity.ERROR: ("error", "error"), Severity.QUERY: ("query", "query"), Severity.HINT: ("hint", "accent")}
_MOST_SHOWN = 3
"""Problems shown at a time; the others are scrolled to."""
_MOST_OF_WINDOW = 0.14
"""However large the text, most of the page is for what is entered."""


class ProblemList(Card):
    """Errors first, what was explained last. Sign, word and sentence tell how much each weighs, so that it also reads
    in black. Connect `explain_asked` where questions can be answered; the list offers it only then.
    """

    picked = Signal(object)
    """A Problem."""
    explain_asked = Signal(object)
    """A Problem, whose explanation is to be written or changed."""

    def __init__(self, heading: str = "审核结果", *, explains: bool = True) -> None:
        super().__init__()
        self._heading, self._explains = heading, explains
        self._explain = button("填写说明", self.explain, sign="query", hint="F4")
        self._count = muted("")
        self._list = FittedList(heading, most=_MOST_SHOWN, most_of_window=_MOST_OF_WINDOW)
        self._list.itemActivated.connect(self._pick)
        self._list.itemClicked.connect(self._pick)
        self.inside.setContentsMargins(12, 8, 12, 10)
        self.inside.addLayout(row(self._count, 1, self._explain))
        self.inside.addWidget(self._list)
        self._count.setWordWrap(False)
        self._list.currentItemChanged.connect(lambda _now, _before: self._offer())
        shortcut("F4", self, self.explain)
        self.hide()

    @property
    def problem(self) -> Problem | None:
        """The problem that is chosen; it stays chosen while its field is worked on."""
        item = self._list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    @property
    def problems(self) -> list[Problem]:
        """All problems in the list, in its order."""
        return [self._list.item(line).data(Qt.ItemDataRole.UserRole) for line in range(self._list.count())]

    def explain(self) -> None:
        """Asks for the chosen question to be answered."""
        if self._may_explain():
            self.explain_asked.emit(self.problem)

    def start(self) -> None:
        """Puts the cursor on the first problem, or on the one that is chosen."""
        if self._list.count():
            self._list.setCurrentRow(max(self._list.currentRow(), 0))
            self._list.setFocus()

    def choose(self, problem: Problem) -> None:
        """Chooses a problem without going to its field."""
        self._list.setCurrentRow(self.problems.index(problem))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and the right button offer the same two things."""
        problem = self.problem
        if problem is None:
            return
        menu = QMenu(self)
        menu.addAction("转到该项（回车）").triggered.connect(lambda: self.picked.emit(problem))
        said = "修改说明（F4）" if problem.explanation else "填写说明（F4）"
        action = menu.addAction(said)
        action.setEnabled(self._may_explain())
        action.triggered.connect(self.explain)
        menu.popup(event.globalPos())

    def show_problems(self, problems: Sequence[Problem], whose: Mapping[str, str] | None = None) -> None:
        """Replaces the list; it hides where there is nothing to tell. `whose` names the owner of a record's uid."""
        owners = whose or {}
        order = list(Severity)
        unique = dict.fromkeys(
            sorted(problems, key=lambda one: (one.explanation is not None, order.index(one.severity)))
        )
        kept = self.problem
        self._list.clear()
        for problem in unique:
            sign, colour = _SIGNS[problem.severity] if problem.explanation is None else ("good", "muted")
            item = QListWidgetItem(icon(sign, colour), _line(problem, owners.get(problem.record, "")))
            item.setData(Qt.ItemDataRole.UserRole, problem)
            if problem.explanation is not None:
                item.setForeground(QBrush(QColor(COLOURS["muted"])))
            self._list.addItem(item)
            if kept is not None and (kept.record, kept.rule, kept.message) == (
                problem.record,
                problem.rule,
                problem.message,
            ):
                self._list.setCurrentItem(item)
        asks = any(problem.severity is Severity.QUERY and problem.rule for problem in unique)
        self._explain.setVisible(self._explains and asks)
        self._offer()
        self._count.setText(f"{self._heading}：{_counted(list(unique))}（单击或回车转到该项）")
        self.setVisible(bool(unique))
        self._list.fit()

    def _offer(self) -> None:
        self._explain.setEnabled(self._may_explain())
        answered = self.problem is not None and self.problem.explanation is not None
        self._explain.setText("修改说明" if answered else "填写说明")

    def _may_explain(self) -> bool:
        problem = self.problem
        asked = problem is not None and problem.severity is Severity.QUERY and bool(problem.rule)
        return self._explains and asked

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))


def _line(problem: Problem, owner: str) -> str:
    said = problem.explanation
    line = f"{problem.severity.label}　{owner}{'：' if owner else ''}{problem}"
    return f"{line}\n已说明　{said.text}（{said.said_by}，{said.said_at[:10]}）" if said else line


def _counted(problems: Sequence[Problem]) -> str:
    left = [problem for problem in problems if problem.explanation is None]
    counts = {kind.label: sum(problem.severity is kind for problem in left) for kind in Severity}
    counts["已说明的核实"] = len(problems) - len(left)
    return "，".join(f"{label}{count}条" for label, count in counts.items() if count)
