"""本单位任务: a township's tasks with what is done of each; who answers is typed into the table itself."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.own_tasks import OwnTask, assign, own_tasks
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.widgets import Strip, button, muted, page_layout, row, shortcut

Index = QModelIndex | QPersistentModelIndex
_HEADS = ("路径", "任务", "完成", "推进", "差额", "负责机构", "责任人")
_DEPARTMENT, _PERSON = 5, 6
_WIDTHS = (22, 4, 4, 4, 4, 12, 8)
_MARGINS = 64
_NOWHERE = QModelIndex()


class OwnTaskTable(QAbstractTableModel):
    """The tasks; 负责机构 and 责任人 may be typed over."""

    assigned = Signal(str, str, str)
    """Path's id, department, person."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._tasks: Sequence[OwnTask] = ()

    def show_tasks(self, tasks: Sequence[OwnTask]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self._tasks = tuple(tasks)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        task = self._tasks[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(task)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._plan.path(task.result.key).text
        if role == Qt.ItemDataRole.TextAlignmentRole and 0 < index.column() < _DEPARTMENT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.EditRole or index.column() < _DEPARTMENT:
            return False
        task, typed = self._tasks[index.row()], str(value).strip()
        department = typed if index.column() == _DEPARTMENT else task.department
        person = typed if index.column() == _PERSON else task.person
        if (department, person) != (task.department, task.person):
            self.assigned.emit(task.result.key, department, person)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        held = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return held | Qt.ItemFlag.ItemIsEditable if index.column() >= _DEPARTMENT else held

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return None

    def _words(self, task: OwnTask) -> tuple[str, ...]:
        path, result = self._plan.path(task.result.key), task.result
        counts = (result.target, result.done, result.under_way, result.gap)
        return f"{path.section}　{path.title}", *map(str, counts), task.department, task.person


class OwnTasksPage(QWidget):
    """For an office that keeps its own records: what it must bring, and who answers for it."""

    print_asked = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = OwnTaskTable(resources.plan_of_year(desk.year))
        self.table.assigned.connect(self._assign)
        self.view = _view(self.table)
        self.strip = Strip()
        self._empty = QLabel("还没有下达给本单位的任务。导入区级数据包，或由区级通知后登记。")
        self._empty.setObjectName("muted")
        layout = page_layout(self)
        words = muted("双击或直接输入“负责机构”“责任人”，回车即保存。", wrap=False)
        paper = button("打印任务分解表", self.print_asked.emit, sign="paper", hint="Ctrl+P")
        layout.addLayout(row(words, 1, paper))
        layout.addWidget(self.strip)
        layout.addWidget(self._empty)
        layout.addWidget(self.view, 1)
        shortcut("Ctrl+P", self, self.print_asked.emit)
        self.reload()

    def reload(self) -> None:
        """Reads the tasks anew."""
        tasks = own_tasks(self._desk.workspace, self._desk.year)
        self.table.show_tasks(tasks)
        self._empty.setVisible(not tasks)
        self.view.setVisible(bool(tasks))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns as wide as the text asks, or each its share where there is not enough room."""
        super().resizeEvent(event)
        wide = self.view.fontMetrics().horizontalAdvance("国")
        share = min(1, (self.width() - _MARGINS) / (wide * sum(_WIDTHS)))
        for column, characters in enumerate(_WIDTHS):
            self.view.setColumnWidth(column, round(wide * characters * share))

    def _assign(self, path: str, department: str, person: str) -> None:
        desk = self._desk
        saved = assign(
            desk.workspace, desk.year, path, department=department, person=person, now=desk.now(), new_uid=desk.new_uid
        )
        if saved.record is None:
            self.strip.say("；".join(problem.message for problem in saved.errors), tone="error")
            return
        self.strip.say("")
        self.reload()
        self.said.emit("已保存")


def _view(table: OwnTaskTable) -> QTableView:
    view = QTableView()
    view.setModel(table)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
    view.verticalHeader().hide()
    view.setAccessibleName("本单位任务")
    view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return view
