"""转型任务: the year's transformations as a list, narrowed by path, state or words."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from jizhou_desktop.domain.assessment import enterprises_turned
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.text import fold
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.transformations import GoingTask, going_tasks
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import button, page_layout, row, shortcut, title

_HEADS = {"企业（载体）": 18, "路径": 15, "进展": 6, "日期": 9, "办理期限": 10, "佐证": 6, "成效": 5, "所属单位": 8}
ALL_PATHS, ALL_STATES, ALL_PLACES = "全部路径", "全部进展", "全部单位"


class TransformationList(QWidget):
    """Asks for everything by signal."""

    new_asked = Signal(str)
    """A path's id."""
    open_asked = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = resources.plan_of_year(desk.year)
        self._all: Sequence[GoingTask] = ()
        self._shown: Sequence[GoingTask] = ()
        self.search = QLineEdit(placeholderText="查找企业、载体（Ctrl+F）", clearButtonEnabled=True)
        self.search.setAccessibleName("查找")
        self.paths, self.states, self.places = self._path_choice(), self._state_choice(), self._place_choice()
        self.table = TextTable(tuple(_HEADS))
        self.view = table_view(self.table, tuple(_HEADS.values()))
        self.view.activated.connect(lambda index: self.open_asked.emit(self.uid_at(index.row())))
        self._empty = QLabel("没有符合条件的转型任务。按“登记”（Ctrl+N）选路径，再选企业或载体。")
        self._empty.setObjectName("muted")
        self.new = self._new_button()
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._narrow())
        for choice in (self.paths, self.states, self.places):
            choice.currentIndexChanged.connect(lambda _place: self._narrow())

    def reload(self) -> None:
        """Reads the list anew."""
        self._all = going_tasks(self._desk.workspace, self._desk.year)
        self._narrow()

    def narrow_to(self, *, path: str = "", place: str = "") -> None:
        """Narrows the list to one path or one place; blank shows all."""
        self.paths.setCurrentIndex(max(self.paths.findData(path), 0))
        self.places.setCurrentIndex(max(self.places.findData(place), 0))

    def uid_at(self, line: int) -> str:
        """The uid of the transformation on a line."""
        return self._shown[line].record.uid

    def summary(self) -> str:
        """Both counts: what was recognised, and how many enterprises that are."""
        records = [task.record for task in self._shown]
        done = sum(task.standing.done for task in self._shown)
        turned = enterprises_turned(records, self._plan.enterprise_paths)
        return f"共{len(records)}项，已认定{done}项，实现转型企业{turned}家（一家只算一次）"

    def _narrow(self) -> None:
        path, place = self.paths.currentData(), self.places.currentData()
        state, words = self.states.currentText(), fold(self.search.text())
        self._shown = [
            task
            for task in self._all
            if path in ("", task.path.id)
            and place in ("", task.record.office)
            and state in (ALL_STATES, task.standing.state)
            and words in fold(task.subject.text("name"))
        ]
        self.table.show_rows([(self._words(task), icon(*_sign(task))) for task in self._shown])
        self.view.setVisible(bool(self._shown))
        self._empty.setVisible(not self._shown)
        self.said.emit(self.summary())

    def _words(self, task: GoingTask) -> tuple[str, ...]:
        due = task.standing.due(self._plan.calendar)
        late = "（逾期）" if due is not None and due < self._desk.now().date() else ""
        asked = len(task.path.evidence)
        return (
            task.subject.text("name"),
            f"{task.path.section}　{task.path.title}",
            task.standing.state,
            _day(task.record.text("date")),
            f"{chinese_date(due)}{late}" if due else "",
            f"{asked - len(task.missing_evidence)}/{asked}",
            "已填" if task.result else "未填",
            resources.office(task.record.office).name,
        )

    def _path_choice(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName("路径")
        made.addItem(ALL_PATHS, "")
        for path in self._plan.paths:
            made.addItem(f"{path.section}　{path.title}", path.id)
        return made

    def _state_choice(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName("进展")
        made.addItems([ALL_STATES, *self._plan.procedure("transformation").names])
        return made

    def _place_choice(self) -> QComboBox:
        """Hidden for an office that keeps only its own."""
        made = QComboBox()
        made.setAccessibleName("所属单位")
        made.addItem(ALL_PLACES, "")
        for office in resources.places():
            made.addItem(office.name, office.code)
        made.setVisible(self._desk.workspace.profile.office.collects)
        return made

    def _new_button(self) -> QPushButton:
        """A menu of the plan's paths, group by group: who is registered depends on the path."""
        made = button("登记", self.ask_path, sign="add", weight="main", hint="Ctrl+N")
        self._menu = QMenu(made)
        for group in self._plan.groups:
            self._menu.addSection(f"{group.number}{group.title}")
            for path in group.paths:
                self._menu.addAction(f"{path.number}.{path.title}", partial(self.new_asked.emit, path.id))
        return made

    def ask_path(self) -> None:
        """On the path that the list is narrowed to, or on one of the menu."""
        if path := self.paths.currentData():
            self.new_asked.emit(path)
            return
        self._menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addLayout(row(title(f"转型任务　{self._desk.year}年度"), 1, self.new))
        layout.addLayout(row(self.search, self.paths, self.states, self.places))
        layout.addWidget(self.view, 1)
        layout.addWidget(self._empty, 1)
        shortcut("Ctrl+N", self, self.ask_path)
        shortcut("Ctrl+F", self, self.search.setFocus)


def _day(text: str) -> str:
    return chinese_date(date.fromisoformat(text)) if text[:4].isdigit() else text


def _sign(task: GoingTask) -> tuple[str, str]:
    if task.standing.done:
        return ("good", "good")
    return ("error", "error") if task.standing.withdrawn else ("judge", "accent")
