"""The columns of a sheet, each with its first values, what it was taken for and how surely; each can be changed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from jizhou_desktop.tasks.take_in_choices import HeadMatch, is_numbering
from jizhou_desktop.ui.icons import icon

_HEADS = ("列", "表头", "前几行内容", "对应项目", "把握")
_WIDE, _NARROW = (3, 14, 0, 15, 9), (2.2, 8, 0, 11.4, 7)
"""Characters; the first values take what is left."""

_ROOMY = 52
"""Characters in the table from which the wide widths fit."""

_SAMPLES, _TARGET, _SURE = 2, 3, 4
_NAMED, _ALIAS = 100, 90


class ColumnTable(QTableWidget):
    """`chosen` tells a column's index and its question (`form.field`), blank for one that is not taken."""

    chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(0, len(_HEADS))
        for column, words in enumerate(_HEADS):
            head = QTableWidgetItem(words)
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, head)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("列的对应")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(_SAMPLES, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_heads(self, heads: Sequence[HeadMatch], targets: Mapping[str, str]) -> None:
        """Shows the columns; `targets` are the questions that each may answer, with their labels."""
        self.setRowCount(0)
        self.setRowCount(len(heads))
        for line, head in enumerate(heads):
            said = (f"{head.year}年" if head.year else "", head.unit)
            meant = "，".join(part for part in said if part and part.rstrip("年") not in head.heading)
            samples = "；".join(sample.replace("\n", " ") for sample in head.samples)
            for column, words in enumerate(
                (head.letters, (head.heading or "（无表头）") + (f"（{meant}）" if meant else ""), samples)
            ):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(line, column, item)
            self.setCellWidget(line, _TARGET, self._choices(line, head, targets))
            self._show_sure(line, head)
        self._fit()

    def target(self, line: int) -> QComboBox:
        """The drop-down of a line."""
        entry = self.cellWidget(line, _TARGET)
        assert isinstance(entry, QComboBox)  # noqa: S101  — every line was given one
        return entry

    def _choices(self, line: int, head: HeadMatch, targets: Mapping[str, str]) -> QComboBox:
        entry = QComboBox()
        entry.setAccessibleName(f"{head.letters}列 {head.heading} 对应项目")
        entry.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        entry.setMinimumContentsLength(8)
        for target, label in targets.items():
            entry.addItem(label, target)
        entry.setCurrentIndex(max(entry.findData(head.target), 0))
        entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        entry.activated.connect(lambda place: self._choose(line, head.index, str(entry.itemData(place))))
        return entry

    def _choose(self, line: int, index: int, target: str) -> None:
        item = QTableWidgetItem("已指定")
        item.setIcon(icon("check", "good"))
        self.setItem(line, _SURE, item)
        self.chosen.emit(index, target)

    def _show_sure(self, line: int, head: HeadMatch) -> None:
        confidence = head.confidence
        how = "名称" if confidence >= _NAMED else "别名" if confidence >= _ALIAS else "内容"
        unread = "不读" if is_numbering(head) else "不认识"
        item = QTableWidgetItem(f"{confidence}% {how}" if confidence else unread)
        sign = ("check", "good") if confidence >= _ALIAS else ("query", "query") if confidence else ("hint", "muted")
        item.setIcon(icon(*sign))
        item.setToolTip("名称、别名：表头与项目相符；内容：按单元格里的内容推断。")
        self.setItem(line, _SURE, item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        wide = self.fontMetrics().horizontalAdvance("国")
        widths = _WIDE if self.viewport().width() > wide * _ROOMY else _NARROW
        for column, characters in enumerate(widths):
            if characters:
                self.horizontalHeader().resizeSection(column, round(wide * characters))

    def _fit(self) -> None:
        self._spread()
        for line in range(self.rowCount()):
            self.setRowHeight(line, self.target(line).sizeHint().height() + 4)
