"""今日待办 as a list; a line leads to the record that waits."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem

from jizhou_desktop.tasks.worklist import Todo, Urgency
from jizhou_desktop.ui.fitted_list import FittedList
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.widgets import Card

_SIGNS = {
    Urgency.LATE: ("error", "error"),
    Urgency.RETURNED: ("back", "error"),
    Urgency.DUE: ("query", "query"),
    Urgency.MISSING: ("folder", "query"),
    Urgency.ENDING: ("hint", "accent"),
}
_MOST_SHOWN = 5


class TodoList(Card):
    """Sign and word tell how urgent a line is, so that it also reads in black."""

    picked = Signal(str)
    """A record's uid."""

    def __init__(self) -> None:
        super().__init__()
        self._head = QLabel()
        self._head.setObjectName("sectionTitle")
        self.list = FittedList("今日待办", most=_MOST_SHOWN)
        self.list.itemActivated.connect(self._pick)
        self.list.itemClicked.connect(self._pick)
        self.inside.addWidget(self._head)
        self.inside.addWidget(self.list)

    def show_todos(self, todos: Sequence[Todo]) -> None:
        """Replaces the list."""
        self.list.clear()
        for todo in todos:
            item = QListWidgetItem(icon(*_SIGNS[todo.urgency]), f"{todo.urgency}　{todo.about}：{todo.sentence}")
            item.setData(Qt.ItemDataRole.UserRole, todo.record)
            self.list.addItem(item)
        counts = {urgency: sum(todo.urgency is urgency for todo in todos) for urgency in Urgency}
        said = "，".join(f"{urgency}{count}项" for urgency, count in counts.items() if count)
        self._head.setText(f"今日待办：{said}" if said else "今日待办：没有待办事项")
        self.list.fit()

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(str(item.data(Qt.ItemDataRole.UserRole)))
