"""Choosing which columns the list shows and in what order, by keyboard or mouse."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.ui.widgets import button, muted, row, shortcut

_ID = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """The columns shown stand first, in their order, ticked; all others follow."""

    chosen = Signal(list)

    def __init__(self, heads: Mapping[str, str], shown: Sequence[str], usual: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("栏目设置")
        self._heads, self._usual = heads, usual
        self.list = QListWidget()
        self.list.setAccessibleName("栏目")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._fill(shown)
        up = button("上移", lambda: self._move(-1), hint="Alt+↑")
        down = button("下移", lambda: self._move(1), hint="Alt+↓")
        usual_again = button("恢复默认", lambda: self._fill(self._usual))
        done = button("确定", self.accept, weight="main", hint="回车")
        layout = QVBoxLayout(self)
        layout.addWidget(muted("空格选用或不选用；Alt+↑↓ 或拖动调整先后。"))
        layout.addWidget(self.list, 1)
        layout.addLayout(row(up, down, usual_again, 1, done, button("取消", self.reject, hint="Esc")))
        done.setDefault(True)
        shortcut("Alt+Up", self, lambda: self._move(-1))
        shortcut("Alt+Down", self, lambda: self._move(1))
        character = self.fontMetrics().horizontalAdvance("国")
        self.resize(character * 30, character * 36)
        self.list.setFocus()

    def accept(self) -> None:
        """Tells the ids of the ticked columns, in order."""
        items = (self.list.item(place) for place in range(self.list.count()))
        self.chosen.emit([item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked])
        super().accept()

    def _fill(self, shown: Sequence[str]) -> None:
        self.list.clear()
        for name in (*shown, *(name for name in self._heads if name not in shown)):
            item = QListWidgetItem(self._heads[name])
            item.setData(_ID, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if name in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _move(self, by: int) -> None:
        place = self.list.currentRow()
        if 0 <= place + by < self.list.count():
            item = self.list.takeItem(place)
            self.list.insertItem(place + by, item)
            self.list.setCurrentItem(item)
