"""Picking one enterprise, or one carrier: type, arrow down, Enter."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.dossiers import find_records
from jizhou_desktop.tasks.workspaces import Workspace
from jizhou_desktop.ui.widgets import button, muted, row

_PAUSE = 120
_MOST_SHOWN = 200


class EnterprisePicker(QDialog):
    """Sends `picked` with its uid."""

    picked = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget, *, kind: Kind = Kind.ENTERPRISE) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._kind = workspace, kind
        called = "企业" if kind is Kind.ENTERPRISE else "载体"
        self.setWindowTitle(f"选择{called}")
        self.search = QLineEdit(placeholderText="输入名称、信用代码、拼音首字母")
        self.search.setAccessibleName(f"查找{called}")
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _item: self._pick())
        self._count = muted("", wrap=False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        chosen = button("选定", self._pick, weight="main")
        layout.addLayout(row(self._count, 1, button("取消", self.reject), chosen))
        wide = self.fontMetrics().horizontalAdvance("国")
        self.resize(wide * 40, wide * 30)
        self.reload()

    def reload(self) -> None:
        """Shows the enterprises that fit what was typed."""
        self._pause.stop()
        found = find_records(self._workspace, self._kind, self.search.text().strip())
        self.list.clear()
        for record in found[:_MOST_SHOWN]:
            item = QListWidgetItem(f"{record.text('name')}　{record.text('uscc')}")
            item.setData(Qt.ItemDataRole.UserRole, record.uid)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        more = f"，显示前{_MOST_SHOWN}家" if len(found) > _MOST_SHOWN else ""
        self._count.setText(f"共{len(found):,}家{more}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while the cursor stays in the search box."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._pause.isActive():
                    self.reload()
                self._pick()
                return True
        return False

    def _pick(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()
