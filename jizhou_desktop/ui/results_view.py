"""Targets and results as a table with bars, by path or by place; a line leads to the transformations behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.domain.assessment import Light, Result
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.ui.bar_delegate import PARTS, BarDelegate
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.widgets import muted

_HEADS = ("计划", "任务", "完成", "推进", "差额", "完成情况")
_LIGHTS = {
    Light.REACHED: ("good", "good"),
    Light.IN_REACH: ("query", "query"),
    Light.SHORT: ("error", "error"),
    Light.FREE: ("hint", "faint"),
}
"""Each light has its own shape, so that it reads in black."""
_KEY = "行首标志：勾为完成，三角为推进中的全部认定后可完成，叉为有缺口。实心为已认定，斜线为推进中，外框为任务数。"

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class ResultLine:
    """A result with its name, the plan's own target where there is one, and what the tip says."""

    result: Result
    name: str
    planned: int | None = None
    tip: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is a target, a task or a transformation."""
        return bool(self.planned or self.result.target or self.result.done or self.result.under_way)


def path_lines(plan: Plan, results: Sequence[Result]) -> list[ResultLine]:
    """A line a path. 计划 is the plan's own target, 任务 what was split to offices."""
    paths = [plan.path(result.key) for result in results]
    return [
        ResultLine(result, f"{path.section}　{path.title}", path.target, f"{path.title}：{path.text}")
        for path, result in zip(paths, results, strict=True)
    ]


class ResultsView(QWidget):
    """One line each, in the order given."""

    picked = Signal(str)
    """The key of a line: a path's id, a place's code."""

    def __init__(self, what: str) -> None:
        """`what` heads the first column: 路径 or 单位."""
        super().__init__()
        self._heads = (what, *_HEADS)
        self._keys: list[str] = []
        self._table = QTableWidget(0, len(self._heads))
        for column, words in enumerate(self._heads):
            head = QTableWidgetItem(words)
            head.setTextAlignment(_RIGHT if _is_figure(column) else _LEFT)
            self._table.setHorizontalHeaderItem(column, head)
        self._table.setItemDelegateForColumn(len(self._heads) - 1, BarDelegate(self._table))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setHighlightSections(False)
        self._table.setAccessibleName(f"各{what}目标和完成情况")
        self._table.cellActivated.connect(self._pick)
        self._table.cellClicked.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        layout.addWidget(muted(_KEY))
        layout.addStretch(1)

    def show_results(self, lines: Sequence[ResultLine]) -> None:
        """Shows the lines that say something."""
        shown = [line for line in lines if line.says_something]
        self._keys = [line.result.key for line in shown]
        self._table.setRowCount(len(shown))
        for place, line in enumerate(shown):
            self._fill(place, line)
        self._fit(len(shown))

    def _fill(self, place: int, line: ResultLine) -> None:
        result = line.result
        planned = "" if line.planned is None else f"{line.planned}"
        for column, text in enumerate((line.name, planned, *map(str, _counts(result)), "")):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_RIGHT if _is_figure(column) else _LEFT)
            item.setToolTip(f"{result.light}。{line.tip}")
            if column == 0:
                item.setIcon(icon(*_LIGHTS[result.light]))
            self._table.setItem(place, column, item)
        item.setData(PARTS, (result.target, result.done, result.under_way))
        rate = "" if result.rate is None else f"完成率{result.rate}%"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, rate)

    def _fit(self, lines: int) -> None:
        wide = self.fontMetrics().horizontalAdvance("国")
        head = self._table.horizontalHeader()
        for column in range(1, len(self._heads) - 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, round(wide * 3.3))
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(len(self._heads) - 1, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(len(self._heads) - 1, wide * 8)
        tall = round(self.fontMetrics().height() * 1.6)
        self._table.verticalHeader().setDefaultSectionSize(tall)
        for line in range(lines):
            self._table.setRowHeight(line, tall)
        self._table.setFixedHeight(tall * lines + head.sizeHint().height() + 4)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit(self._table.rowCount())

    def _pick(self, line: int, _column: int) -> None:
        self.picked.emit(self._keys[line])


def _is_figure(column: int) -> bool:
    return 0 < column < len(_HEADS)


def _counts(result: Result) -> tuple[int, int, int, int]:
    return result.target, result.done, result.under_way, result.gap
