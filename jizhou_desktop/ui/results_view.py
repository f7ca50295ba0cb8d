"""Targets and results by path as a table with bars; a line leads to the transformations behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.domain.assessment import Result
from jizhou_desktop.domain.plan import Path, Plan
from jizhou_desktop.ui.bar_delegate import PARTS, BarDelegate
from jizhou_desktop.ui.widgets import muted

_HEADS = ("路径", "计划", "任务", "完成", "推进", "差额", "完成情况")

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ResultsView(QWidget):
    """One line a path, in the plan's order. 计划 is the plan's own target, 任务 what was split to offices."""

    path_asked = Signal(str)

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._paths: list[str] = []
        self._table = QTableWidget(0, len(_HEADS))
        for column, words in enumerate(_HEADS):
            head = QTableWidgetItem(words)
            head.setTextAlignment(_RIGHT if _is_figure(column) else _LEFT)
            self._table.setHorizontalHeaderItem(column, head)
        self._table.setItemDelegateForColumn(len(_HEADS) - 1, BarDelegate(self._table))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setShowGrid(False)
        self._table.setTabKeyNavigation(False)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setHighlightSections(False)
        self._table.setAccessibleName("各路径目标和完成情况")
        self._table.cellActivated.connect(self._pick)
        self._table.cellClicked.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        layout.addWidget(muted("实心为已认定，斜线为推进中，外框为任务数。单击一行查看明细。"))

    def show_results(self, results: Sequence[Result]) -> None:
        """Shows a line for each path that has a target, a task or a transformation."""
        shown = [result for result in results if self._says_something(result)]
        self._paths = [result.key for result in shown]
        self._table.setRowCount(len(shown))
        for line, result in enumerate(shown):
            self._fill(line, self._plan.path(result.key), result)
        self._fit(len(shown))

    def _says_something(self, result: Result) -> bool:
        return bool(self._plan.path(result.key).target or result.target or result.done or result.under_way)

    def _fill(self, line: int, path: Path, result: Result) -> None:
        planned = "" if path.target is None else f"{path.target}"
        words = (f"{path.section}　{path.title}", planned, *map(str, _counts(result)), "")
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_RIGHT if _is_figure(column) else _LEFT)
            item.setToolTip(f"{path.title}：{path.text}")
            self._table.setItem(line, column, item)
        item.setData(PARTS, (result.target, result.done, result.under_way))
        rate = "" if result.rate is None else f"完成率{result.rate}%"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, rate)

    def _fit(self, lines: int) -> None:
        wide = self.fontMetrics().horizontalAdvance("国")
        head = self._table.horizontalHeader()
        for column in range(1, len(_HEADS) - 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, round(wide * 3.3))
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(len(_HEADS) - 1, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(len(_HEADS) - 1, wide * 8)
        tall = round(self.fontMetrics().height() * 1.6)
        self._table.verticalHeader().setDefaultSectionSize(tall)
        for line in range(lines):
            self._table.setRowHeight(line, tall)
        self._table.setFixedHeight(tall * lines + head.sizeHint().height() + 4)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit(self._table.rowCount())

    def _pick(self, line: int, _column: int) -> None:
        self.path_asked.emit(self._paths[line])


def _is_figure(column: int) -> bool:
    return 0 < column < len(_HEADS) - 1


def _counts(result: Result) -> tuple[int, int, int, int]:
    return result.target, result.done, result.under_way, result.gap
