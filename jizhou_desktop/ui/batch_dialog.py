"""批量修改: one answer for all selected enterprises, each shown old → new before anything is saved; and taking back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QMenu, QVBoxLayout, QWidget

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.tasks import batch_edit, resources
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entries.make import Entry, entry_for
from jizhou_desktop.ui.messages import ask, tell
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import Strip, button, muted, row, shortcut

_PAUSE = 200
_ROOM = 60
"""Pixels of the window that stay in sight around the dialog."""
_HEADS = {"企业": 18, "改前": 14, "改后": 18, "说明": 10}
_BLANK = "（空）"


class BatchDialog(QDialog):
    """The dialog. `changed` tells what was done, for the status bar."""

    changed = Signal(str)

    def __init__(self, desk: Desk, uids: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"批量修改：已选{len(uids):,}家")
        self._desk, self._uids, self._over = desk, tuple(uids), parent
        self.field = QComboBox()
        for field in batch_edit.fields():
            self.field.addItem(field.label, field.name)
        self.append = QCheckBox("追加在原有内容之后")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look_now)
        self.entry: Entry = self._make_entry()
        self.table = TextTable(tuple(_HEADS))
        self.strip = Strip()
        self._count = QLabel()
        self.done_button = button("保存修改", self.save, sign="save", weight="main", hint="Ctrl+S")
        self.back = button("撤销以前的批量修改…", self._offer_batches)
        self._lay_out()
        self.field.currentIndexChanged.connect(lambda _place: self._change_field())
        self.append.toggled.connect(lambda _on: self.look_now())
        shortcut("Ctrl+S", self, self.save)
        self._change_field()

    def look_now(self) -> batch_edit.BatchLook:
        """Shows what would change."""
        self._pause.stop()
        looked = batch_edit.look(
            self._desk.workspace, self._uids, self.field.currentData(), self.entry.value(),
            append=self.append.isChecked(),
        )  # fmt: skip
        lines = [
            (change.record.text("name"), change.before or _BLANK, "" if change.left else change.after or _BLANK,
             change.left)
            for change in looked.changes
        ]  # fmt: skip
        self.table.show_rows([(line, None) for line in lines])
        self._count.setText(f"将修改{looked.count:,}家，{len(looked.changes) - looked.count:,}家不变")
        self.done_button.setEnabled(looked.count > 0)
        problem = next(iter(looked.problems), None)
        tone = "error" if problem and problem.severity is Severity.ERROR else "query"
        self.strip.say(problem.message if problem else "", tone=tone)
        return looked

    def save(self) -> None:
        """Saves what is shown, as one."""
        looked = self.look_now()
        if not looked.count:
            return
        try:
            batch_edit.save(self._desk.workspace, looked, now=self._desk.now())
        except UserError as error:
            self.strip.say(str(error), tone="error")
            return
        self.changed.emit(f"已修改{looked.count:,}家的“{looked.field.label}”，可在批量修改中整批撤销")
        self.accept()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        self._line = row(QLabel("把"), self.field, QLabel("改为"), self.entry, self.append, 1)
        layout.addLayout(self._line)
        layout.addWidget(self.strip)
        layout.addWidget(table_view(self.table, tuple(_HEADS.values())), 1)
        cancel = button("取消", self.reject, hint="Esc")
        layout.addLayout(row(self._count, muted("留空即清空该项。保存前不会改动任何档案。", wrap=False), 1))
        layout.addLayout(row(self.back, 1, self.done_button, cancel))
        character = self.fontMetrics().horizontalAdvance("国")
        over = self._over.window().size()
        self.resize(min(character * 66, over.width() - _ROOM), min(character * 36, over.height() - _ROOM))

    def _make_entry(self) -> Entry:
        field = next(field for field in batch_edit.fields() if field.name == self.field.currentData())
        entry = entry_for(field, resources.codes())
        entry.setMinimumWidth(self.fontMetrics().horizontalAdvance("国") * 18)
        entry.changed.connect(self._pause.start)
        return entry

    def _change_field(self) -> None:
        old, self.entry = self.entry, self._make_entry()
        self._line.replaceWidget(old, self.entry)
        old.hide()
        old.deleteLater()
        field = next(field for field in batch_edit.fields() if field.name == self.field.currentData())
        self.append.setChecked(False)
        self.append.setVisible(batch_edit.appendable(field))
        QWidget.setTabOrder(self.field, self.entry)
        self.look_now()

    # taking back

    def _offer_batches(self) -> None:
        saved = batch_edit.batches(self._desk.workspace)
        if not saved:
            tell(self, "还没有批量修改过。")
            return
        menu = QMenu(self)
        for batch in saved[:12]:
            words = f"{batch.at[:16].replace('T', ' ')}　{batch.why}　{batch.count:,}家　{batch.by}"
            menu.addAction(words.replace("&", "&&"), partial(self._ask_back, batch))
        menu.popup(self.back.mapToGlobal(self.back.rect().topLeft()))

    def _ask_back(self, batch: batch_edit.Batch) -> None:
        question = f"把“{batch.why}”的{batch.count:,}家恢复为修改前的内容？此后又改过该项的企业不动。"
        ask(self, question, {"撤销这一批": lambda: self.take_back(batch.why), "取消": lambda: None})

    def take_back(self, why: str) -> None:
        """Gives every enterprise of a batch its earlier answer."""
        try:
            count, left = batch_edit.take_back(self._desk.workspace, why, now=self._desk.now())
        except UserError as error:
            self.strip.say(str(error), tone="error")
            return
        rest = f"，{left:,}家此后又改过，没有动" if left else ""
        self.changed.emit(f"已撤销：{count:,}家恢复为修改前的内容{rest}")
        self.accept()
