"""What is asked of each file before it is kept, or of one that is corrected: record, kind, title, date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from jizhou_desktop.domain.dates import read_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks.evidence import kinds_for, likely_kind, record_label
from jizhou_desktop.ui.entries.choice import ChoiceEntry
from jizhou_desktop.ui.entries.keys import EntryKeys
from jizhou_desktop.ui.entries.line import LineEntry
from jizhou_desktop.ui.widgets import button, muted, row, shortcut

_WIDE = 46
"""Characters of the dialog's width."""


@dataclass(frozen=True)
class About:
    """What is said of one file. `dated` is as typed while asking, and ISO or blank in the answer."""

    name: str
    title: str
    kind: str = ""
    dated: str = ""


class EvidenceDialog(QDialog):
    """One line a file. Enter goes on; the date is read as everywhere."""

    answered = Signal(str, object)
    """The uid of the record, and a list of About in the order of the files."""

    def __init__(
        self, parent: QWidget, heading: str, records: Sequence[Record], record: str, files: Sequence[About]
    ) -> None:
        """`records` are those that the files may be put beside, `record` the uid of the one proposed."""
        super().__init__(parent)
        self.setWindowTitle(heading)
        self._records: Mapping[str, Record] = {one.uid: one for one in records}
        self._files = list(files)
        self.record = QComboBox()
        for one in records:
            self.record.addItem(record_label(one), one.uid)
        self.record.setCurrentIndex(max(self.record.findData(record), 0))
        self.record.setAccessibleName("放在哪条记录")
        kinds = self._kinds
        self.kinds = [_kind_entry(kinds, about) for about in files]
        self.titles, self.dates = [LineEntry() for _ in files], [LineEntry() for _ in files]
        self._error = QLabel()
        self._error.setObjectName("remark")
        self._error.setProperty("tone", "error")
        self._error.setWordWrap(True)
        self._keep = button("确定", self.accept_typed, weight="main", hint="Ctrl+S")
        self._lay_out()
        entries = [entry for line in zip(self.kinds, self.titles, self.dates, strict=True) for entry in line]
        self._keys = EntryKeys(entries, self)
        self._keys.ended.connect(self._keep.setFocus)
        self.record.currentIndexChanged.connect(lambda _place: self._change_kinds())
        shortcut("Ctrl+S", self, self.accept_typed)
        entries[0].setFocus()

    def accept_typed(self) -> None:
        """Reads what was typed; a date that is none is told beside it, and the dialog stays."""
        answers = []
        for place, about in enumerate(self._files):
            try:
                answers.append(self._read(place, about))
            except UserError as error:
                self._error.setText(f"{about.name}：{error}")
                self.dates[place].setFocus()
                return
        self.accept()
        self.answered.emit(str(self.record.currentData()), answers)

    @property
    def error(self) -> str:
        """The sentence that keeps the dialog open; blank where there is none."""
        return self._error.text()

    @property
    def _kinds(self) -> tuple[str, ...]:
        return kinds_for(self._records[str(self.record.currentData())])

    def _read(self, place: int, about: About) -> About:
        typed = self.dates[place].value().strip()
        dated = read_date(typed).isoformat() if typed else ""
        title = self.titles[place].value().strip() or about.title
        return replace(about, kind=self.kinds[place].value(), title=title, dated=dated)

    def _change_kinds(self) -> None:
        """Another record asks for other kinds; what was chosen stays."""
        for entry in self.kinds:
            chosen = entry.value()
            entry.clear()
            entry.addItems(["", *self._kinds])
            entry.set_value(chosen)

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(1, 1)
        for column, head in enumerate(("种类", "标题", "日期（可不填）")):
            grid.addWidget(muted(head, wrap=False), 0, column)
        wide = self.fontMetrics().horizontalAdvance("国")
        for place, about in enumerate(self._files):
            name = muted(about.name)
            grid.addWidget(name, 2 * place + 1, 0, 1, 3)
            for column, entry in enumerate((self.kinds[place], self.titles[place], self.dates[place])):
                entry.setAccessibleName(f"{about.name}{('种类', '标题', '日期')[column]}")
                grid.addWidget(entry, 2 * place + 2, column)
            self.kinds[place].setFixedWidth(wide * 14)
            self.dates[place].setFixedWidth(wide * 9)
            self.titles[place].set_value(about.title)
            self.dates[place].set_value(about.dated)
        grid.setRowStretch(2 * len(self._files) + 1, 1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        if self.record.count() > 1:
            layout.addLayout(row(QLabel("放在"), self.record, 1))
        layout.addWidget(area, 1)
        layout.addWidget(self._error)
        layout.addLayout(row(1, button("取消", self.reject, hint="Esc"), self._keep))
        line = self.fontMetrics().height()
        self.resize(wide * _WIDE, min(line * (9 + 4 * len(self._files)), line * 28))


def _kind_entry(kinds: tuple[str, ...], about: About) -> ChoiceEntry:
    entry = ChoiceEntry(kinds, required=True)
    entry.set_value(about.kind or likely_kind(kinds, about.name))
    return entry
