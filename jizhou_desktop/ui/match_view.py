"""核对表和栏目: which sheets are read, what their rows are, where the heading is, what each column answers."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QListWidgetItem, QSpinBox, QVBoxLayout, QWidget

from jizhou_desktop.tasks.take_in import SeenSheet, SheetChoice, WorkbookLook
from jizhou_desktop.tasks.take_in_choices import heads, subject_titles, targets
from jizhou_desktop.ui.column_table import ColumnTable
from jizhou_desktop.ui.raw_rows import RawRows
from jizhou_desktop.ui.widgets import Card, muted, row, section

_AUTOMATIC = "自动辨认"
_NO_HEADING = "没有认出表头。要导入这张表，请选“每行是”什么，并双击下面的表头行。"
_LEFT_OUT = "这张工作表不导入。要导入，请在左侧勾选。"
_HELP = "带叹号的请核对。改动会按表头记住，下次自动使用。"
_CHARACTERS = 10


class MatchView(QWidget):
    """`choices` are what the official decided; `asked` wants the file looked at again by them, staying here."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[str, SheetChoice] = {}
        self._seen: Sequence[SeenSheet] = ()
        self.sheets = QListWidget()
        self.sheets.setAccessibleName("工作表")
        self.sheets.setWordWrap(True)
        self.kind = QComboBox()
        self.kind.setAccessibleName("每行是什么")
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(12)
        self.heading = QSpinBox()
        self.heading.setAccessibleName("表头在第几行")
        self.heading.setKeyboardTracking(False)
        self.columns, self.raw = ColumnTable(), RawRows()
        self._said = muted("")
        self._lay_out()
        self.sheets.currentRowChanged.connect(self._show_sheet)
        self.sheets.itemChanged.connect(self._take_sheet)
        self.kind.activated.connect(lambda _index: self._decide(subject=str(self.kind.currentData()), columns={}))
        self.heading.valueChanged.connect(lambda line: self._decide(row=line - 1, columns={}))
        self.columns.chosen.connect(self._choose_column)
        self.raw.picked.connect(self._pick_heading)

    def show_look(self, looked: WorkbookLook) -> None:
        """Shows the file's sheets as they were understood; the sheet that was being looked at stays in front."""
        before = max(self.sheets.currentRow(), 0)
        self.choices = dict(looked.choices)
        self._seen = looked.roster.sheets
        self.sheets.blockSignals(True)
        self.sheets.clear()
        for seen in self._seen:
            self.sheets.addItem(self._item(seen))
        self.sheets.blockSignals(False)
        first = next((place for place, seen in enumerate(self._seen) if seen.taken), 0)
        same = before < len(self._seen) and bool(looked.choices)
        self.sheets.setCurrentRow(before if same else first)
        self._show_sheet(self.sheets.currentRow())

    def _item(self, seen: SeenSheet) -> QListWidgetItem:
        what = subject_titles()[seen.subject.id] if seen.subject and seen.heading else "没有认出"
        hidden = "，隐藏" if seen.sheet.hidden else ""
        item = QListWidgetItem(f"{seen.sheet.name}\n{what}，{len(seen.sheet.rows):,}行{hidden}")
        item.setCheckState(Qt.CheckState.Checked if seen.taken else Qt.CheckState.Unchecked)
        return item

    def _show_sheet(self, place: int) -> None:
        if not 0 <= place < len(self._seen):
            return
        seen = self._seen[place]
        for entry in (self.kind, self.heading):
            entry.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(_AUTOMATIC, "")
        for subject, title in subject_titles().items():
            self.kind.addItem(title, subject)
        self.kind.setCurrentIndex(max(self.kind.findData(seen.subject.id if seen.subject else ""), 0))
        self.heading.setRange(1, max(len(seen.sheet.rows), 1))
        self.heading.setValue(seen.heading.row + 1 if seen.heading else 1)
        for entry in (self.kind, self.heading):
            entry.blockSignals(False)
        self._said.setText(_LEFT_OUT if seen.left_out else _HELP if seen.heading else _NO_HEADING)
        self.columns.show_heads(heads(seen), targets(seen))
        self.columns.setVisible(seen.heading is not None)
        self.raw.setVisible(seen.heading is None)
        if seen.heading is None:
            self.raw.show_sheet(seen)

    def _choice(self) -> tuple[SeenSheet, SheetChoice]:
        seen = self._seen[self.sheets.currentRow()]
        return seen, self.choices.get(seen.sheet.name, SheetChoice())

    def _decide(self, **said: object) -> None:
        """What the rows are or where the heading is: everything else follows from it, so the file is looked at again.

        What is shown beside it was right so far and stays.
        """
        seen, choice = self._choice()
        if seen.heading and choice.row is None and "row" not in said:
            choice = replace(choice, row=seen.heading.row)
        if seen.subject and not choice.subject and "subject" not in said:
            choice = replace(choice, subject=seen.subject.id)
        self.choices[seen.sheet.name] = replace(choice, taken=True, **said)  # type: ignore[arg-type]
        self.asked.emit()

    def _pick_heading(self, line: int) -> None:
        """A heading that was not recognised needs a kind of row; most are rosters."""
        subject = str(self.kind.currentData()) or next(iter(subject_titles()))
        self._decide(row=line - 1, subject=subject, columns={})

    def _take_sheet(self, item: QListWidgetItem) -> None:
        seen = self._seen[self.sheets.row(item)]
        taken = item.checkState() is Qt.CheckState.Checked
        choice = self.choices.get(seen.sheet.name, SheetChoice())
        self.choices[seen.sheet.name] = replace(choice, taken=taken)
        self.sheets.setCurrentItem(item)
        self.asked.emit()

    def _choose_column(self, index: int, target: str) -> None:
        seen, choice = self._choice()
        self.choices[seen.sheet.name] = replace(choice, columns={**choice.columns, index: target})

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        left, right = Card(), Card()
        left.inside.addWidget(section("工作表"))
        left.inside.addWidget(self.sheets, 1)
        right.inside.addLayout(row(QLabel("每行是"), self.kind, QLabel("表头在第"), self.heading, QLabel("行"), 1))
        right.inside.addWidget(self._said)
        right.inside.addWidget(self.columns, 1)
        right.inside.addWidget(self.raw, 1)
        self.sheets.setFixedWidth(self.fontMetrics().horizontalAdvance("国") * _CHARACTERS)
        both = row(left, right)
        both.setStretch(1, 1)
        layout.addLayout(both, 1)
