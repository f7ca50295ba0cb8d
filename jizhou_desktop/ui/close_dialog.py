"""Closing a dossier: why and since when. It leaves the lists and is kept for ever."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from jizhou_desktop.domain.dates import chinese_date, read_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.record_history import REASONS, close_dossier
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entries.choice import ChoiceEntry
from jizhou_desktop.ui.entries.line import LineEntry
from jizhou_desktop.ui.entries.remark import ERROR, Remark, RemarkLabel
from jizhou_desktop.ui.widgets import button, muted, row


class CloseDialog(QDialog):
    """Closes the record itself, so that a mistake is told where it was typed."""

    done_with = Signal(str)
    """Closed; the reason as it is kept."""

    def __init__(self, desk: Desk, uid: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._uid = desk, uid
        self.setWindowTitle("关闭档案")
        self.reason = ChoiceEntry(REASONS, required=True)
        self.reason.setAccessibleName("关闭原因")
        self.reason.set_value(REASONS[0])
        self.date, self.note = LineEntry(), LineEntry()
        self.date.setAccessibleName("日期")
        self.note.setAccessibleName("备注")
        self.date.set_value(chinese_date(desk.now().date()))
        self.remark = RemarkLabel()
        asked = QFormLayout()
        for label, entry in (("关闭原因", self.reason), ("日期", self.date), ("备注", self.note)):
            asked.addRow(label, entry)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(muted(f"“{name}”关闭后不再列入名单和统计，全部内容和历史仍保留，可以重新启用。"))
        layout.addLayout(asked)
        layout.addWidget(self.remark)
        close = button("关闭档案", self.close_it, weight="main")
        close.setDefault(True)
        layout.addLayout(row(1, button("取消", self.reject), close))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("国") * 28)

    def close_it(self) -> None:
        """Closes the dossier, or says what is wrong."""
        try:
            day = read_date(self.date.value())
            closed = close_dossier(
                self._desk.workspace,
                self._uid,
                self.reason.value(),
                on=day,
                note=self.note.value(),
                now=self._desk.now(),
            )
        except UserError as error:
            self.remark.show_remark(Remark(str(error), ERROR))
            return
        self.accept()
        self.done_with.emit(closed.closed)
