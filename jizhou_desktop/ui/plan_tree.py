"""The plan's tree of paths with its results, and the plan's own words beside it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QSplitter, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.domain.assessment import Result
from jizhou_desktop.domain.plan import Path, PathItem, Plan
from jizhou_desktop.ui.widgets import muted

_HEADS = ("路径", "责任部门", "计划", "任务", "完成", "推进", "差额")
_ID, _TEXT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_COUNT, _DEPARTMENT = 3.4, 10
"""Characters in a column."""
_MOST_OF_ROOM = 0.3
"""What departments may take of the room beside the counts."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlanTree(QWidget):
    """Groups, paths and their items as the plan numbers them. Enter or a double click asks for the rows behind."""

    path_asked = Signal(str)

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(list(_HEADS))
        self.tree.setAccessibleName("行动计划路径")
        self.tree.setAlternatingRowColors(True)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("行动计划原文")
        self.tree.currentItemChanged.connect(lambda item, _old: self._tell(item))
        self.tree.itemActivated.connect(self._activate)
        self._heads: list[QTreeWidgetItem] = []
        self._paths: dict[str, QTreeWidgetItem] = {}
        self._fill()
        self._lay_out()

    def show_results(self, results: Mapping[str, Result]) -> None:
        """Shows each path's counts, and each group's sums."""
        for path_id, line in self._paths.items():
            result = results[path_id]
            planned = self._plan.path(path_id).target
            counts = ("" if planned is None else str(planned), *_counts(result))
            for column, words in enumerate(counts, start=2):
                line.setText(column, words)
        for group, head in zip(self._plan.groups, self._heads, strict=True):
            held = [results[path.id] for path in group.paths]
            planned = sum(path.target or 0 for path in group.paths)
            total = Result(group.id, *(sum(counts) for counts in zip(*map(_figures, held), strict=True)))
            for column, words in enumerate((str(planned), *_counts(total)), start=2):
                head.setText(column, words)

    def go_to(self, path_id: str) -> None:
        """Takes a path in hand."""
        self.tree.setCurrentItem(self._paths[path_id])

    def _fill(self) -> None:
        for group in self._plan.groups:
            head = _line(f"{group.number}{group.title}", "", "", group.text)
            self.tree.addTopLevelItem(head)
            self._heads.append(head)
            for path in group.paths:
                line = _line(f"{path.number}.{path.title}", self._names(path.departments), path.id, _words_of(path))
                head.addChild(line)
                self._paths[path.id] = line
                self._add_items(line, path.items)
            head.setExpanded(True)
        self.tree.setCurrentItem(self._heads[0])

    def _add_items(self, above: QTreeWidgetItem, items: tuple[PathItem, ...]) -> None:
        for item in items:
            line = _line(f"{item.number}{item.text}", self._names(item.departments), "", item.text)
            above.addChild(line)
            self._add_items(line, item.items)

    def _names(self, departments: tuple[str, ...]) -> str:
        return "、".join(self._plan.department(name).name for name in departments)

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        self.text.setPlainText(str(item.data(0, _TEXT)) if item else "")

    def _activate(self, item: QTreeWidgetItem, _column: int) -> None:
        if path_id := item.data(0, _ID):
            self.path_asked.emit(str(path_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once the tree has its own new width

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Counts take what they need; at the largest text the paths' names go before the departments'."""
        wide = self.tree.fontMetrics().horizontalAdvance("国")
        for column in range(2, len(_HEADS)):
            self.tree.setColumnWidth(column, round(wide * _COUNT))
        room = self.tree.viewport().width() - round(wide * _COUNT) * (len(_HEADS) - 2)
        self.tree.setColumnWidth(1, max(min(wide * _DEPARTMENT, round(room * _MOST_OF_ROOM)), 0))

    def _lay_out(self) -> None:
        wide = self.fontMetrics().horizontalAdvance("国")
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(2, len(_HEADS)):
            self.tree.headerItem().setTextAlignment(column, _RIGHT)
        beside = QSplitter()
        beside.addWidget(self.tree)
        beside.addWidget(self.text)
        beside.setStretchFactor(0, 5)
        beside.setStretchFactor(1, 2)
        beside.setSizes([5 * wide * 10, 2 * wide * 10])
        beside.splitterMoved.connect(lambda _place, _part: self._fit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(beside, 1)
        layout.addWidget(muted("右侧为行动计划原文和本系统的佐证材料、认定要点。双击或回车查看该路径的转型任务。"))


def _line(title: str, departments: str, path_id: str, text: str) -> QTreeWidgetItem:
    line = QTreeWidgetItem([title, departments])
    line.setData(0, _ID, path_id)
    line.setData(0, _TEXT, text)
    line.setToolTip(0, title)
    line.setToolTip(1, departments)
    for column in range(2, len(_HEADS)):
        line.setTextAlignment(column, _RIGHT)
    return line


def _words_of(path: Path) -> str:
    evidence = "\n".join(f"· {name}" for name in path.evidence)
    criteria = "\n".join(f"· {name}" for name in path.criteria)
    items = "".join(f"\n{item.number}{item.text}" for item in path.items)
    said = "" if path.text.rstrip("。") == path.title else f"{path.text}\n"
    return f"{path.section}　{path.title}\n\n{said}{items.strip()}\n\n佐证材料\n{evidence}\n\n认定要点\n{criteria}"


def _figures(result: Result) -> tuple[int, int, int]:
    return result.target, result.done, result.under_way


def _counts(result: Result) -> tuple[str, ...]:
    return tuple(map(str, (*_figures(result), result.gap)))
