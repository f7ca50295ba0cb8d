"""The list of problems under a page; picking one goes to its field."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.widgets import Card, muted

_SIGNS = {Severity.ERROR: ("error", "error"), Severity.QUERY: ("query", "query"), Severity.HINT: ("hint", "accent")}
_MOST_SHOWN = 3
"""Problems shown at a time; the others are scrolled to."""
_MOST_OF_WINDOW = 0.14
"""However large the text, most of the page is for what is entered."""


class ProblemList(Card):
    """Errors first. Sign, word and sentence tell how much each weighs, so that it also reads in black."""

    picked = Signal(object)
    """A Problem."""

    def __init__(self, heading: str = "审核结果") -> None:
        super().__init__()
        self._heading = heading
        self._count = muted("")
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setAccessibleName(heading)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._pick)
        self._list.itemClicked.connect(self._pick)
        self.inside.setContentsMargins(12, 8, 12, 10)
        self.inside.addWidget(self._count)
        self.inside.addWidget(self._list)
        self.hide()

    def show_problems(self, problems: Sequence[Problem], whose: Mapping[str, str] | None = None) -> None:
        """Replaces the list; it hides where there is nothing to tell. `whose` names the owner of a record's uid."""
        owners = whose or {}
        order = list(Severity)
        unique = dict.fromkeys(sorted(problems, key=lambda problem: order.index(problem.severity)))
        self._list.clear()
        for problem in unique:
            sign, colour = _SIGNS[problem.severity]
            item = QListWidgetItem(icon(sign, colour), _line(problem, owners.get(problem.record, "")))
            item.setData(Qt.ItemDataRole.UserRole, problem)
            self._list.addItem(item)
        self._count.setText(f"{self._heading}：{_counted(list(unique))}（单击或回车转到该项）")
        self.setVisible(bool(unique))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the first few problems are, whose sentences may take several lines."""
        side = self.fontMetrics().height()
        self._list.setIconSize(QSize(side, side))
        shown = min(self._list.count(), _MOST_SHOWN)
        height = sum(self._list.sizeHintForRow(line) for line in range(shown)) + 2 * self._list.frameWidth() + 2
        self._list.setFixedHeight(min(height, round(self.window().height() * _MOST_OF_WINDOW)))

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))


def _line(problem: Problem, owner: str) -> str:
    return f"{problem.severity.label}　{owner}{'：' if owner else ''}{problem}"


def _counted(problems: Sequence[Problem]) -> str:
    counts = {kind: sum(problem.severity is kind for problem in problems) for kind in Severity}
    return "，".join(f"{kind.label}{count}条" for kind, count in counts.items() if count)
