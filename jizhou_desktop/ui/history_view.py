"""修改历史: every state of a record: who, when, why, what before and after; any of them can be put back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Change, Value
from jizhou_desktop.ui.widgets import button, muted, row

_BLANK = "（空）"
_REVISION = Qt.ItemDataRole.UserRole


class HistoryView(QWidget):
    """The newest state first."""

    put_back_asked = Signal(int)
    """The revision to put back."""

    def __init__(self, form: Form, codes: Codes) -> None:
        super().__init__()
        self._form, self._codes = form, codes
        self._tree = QTreeWidget(columnCount=4)
        self._tree.setHeaderLabels(["版次 / 项目", "时间 / 改前", "经办人 / 改后", "说明"])
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._tree.setAccessibleName("修改历史")
        self._tree.currentItemChanged.connect(lambda _now, _before: self._offer())
        self._put_back = button("恢复此版本", self._ask, sign="back")
        self._put_back.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._tree, 1)
        layout.addLayout(row(muted("恢复会成为新的一版，现在的内容仍留在历史中。"), self._put_back))

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Shows the states, oldest given first."""
        self._tree.clear()
        for change in reversed(changes):
            state = self._state(change, newest=change is changes[-1])
            self._tree.addTopLevelItem(state)
            state.setExpanded(change is changes[-1])
        wide = self.fontMetrics().horizontalAdvance("国")
        for column, characters in enumerate((14, 20, 20, 12)):
            self._tree.setColumnWidth(column, wide * characters)
        self._offer()

    def _state(self, change: Change, *, newest: bool) -> QTreeWidgetItem:
        record = change.record
        said = f"第{record.revision}版{'（现行）' if newest else ''}"
        when = record.changed_at.replace("T", " ")[:16]
        state = QTreeWidgetItem([said, when, record.changed_by, change.why])
        state.setData(0, _REVISION, 0 if newest else record.revision)
        for field in self._form.fields:
            after = record[field.name]
            before = change.before.get(field.name) if field.name in change.before else after
            if before != after or (record.revision == 1 and after is not None):
                shown_before = _BLANK if record.revision == 1 else self._shown(field.name, before)
                state.addChild(QTreeWidgetItem([field.label, shown_before, self._shown(field.name, after), ""]))
        return state

    def _shown(self, name: str, value: Value) -> str:
        return show(self._form.field(name), value, self._codes) or _BLANK

    def _chosen(self) -> int:
        item = self._tree.currentItem()
        top = item.parent() or item if item else None
        return int(top.data(0, _REVISION)) if top else 0

    def _offer(self) -> None:
        self._put_back.setEnabled(bool(self._chosen()))

    def _ask(self) -> None:
        if self._chosen():
            self.put_back_asked.emit(self._chosen())
