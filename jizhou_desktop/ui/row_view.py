"""The table of an editable list: columns as wide as what stands in them, at every text size."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.ui.row_model import RowModel

_LEAST = {
    FieldKind.TEXT: 7, FieldKind.LINES: 12, FieldKind.CODE: 8, FieldKind.USCC: 11, FieldKind.PLACE: 6,
    FieldKind.INDUSTRY: 12, FieldKind.PHONE: 8, FieldKind.CHOICE: 6, FieldKind.YES_NO: 4, FieldKind.DATE: 7.5,
    FieldKind.YEAR: 4, FieldKind.WHOLE: 5, FieldKind.DECIMAL: 6, FieldKind.MONEY: 7,
}  # fmt: skip
"""Characters of a column's width however little stands in it."""
_MOST = 20
_LEAST_ROWS = 2
_STRETCHED = (FieldKind.TEXT, FieldKind.LINES)
_MOST_MEASURED = 200
"""Rows whose contents are measured: a pasted list of thousands must not hold up a key."""


class RowView(QTableView):
    """Always edits the cell in hand, as a workbook does."""

    ended = Signal()
    """A step was wanted beyond the last cell."""

    def __init__(self, model: RowModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsMovable(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self.fit)
        model.rowsRemoved.connect(lambda *_: self.fit())

    def step(self, way: int) -> None:
        """To the next cell, or with -1 the one before, from row to row."""
        now, columns = self.currentIndex(), self._rows.columnCount()
        place = now.row() * columns + now.column() + way
        if place >= self._rows.rowCount() * columns:
            self.ended.emit()
        elif place >= 0:
            self.go_to(self._rows.index(*divmod(place, columns)))

    def line(self, way: int) -> None:
        """To the cell below, or with -1 above."""
        now = self.currentIndex()
        self.go_to(self._rows.index(now.row() + way, now.column()))

    def go_to(self, index: QModelIndex) -> None:
        """Takes a cell in hand, where there is one."""
        if index.isValid():
            self.setFocus()
            self.setCurrentIndex(index)

    def copy_down(self) -> None:
        """Fills the cell in hand with what stands above it."""
        now = self.currentIndex()
        if now.row() > 0:
            self._rows.setData(now, self._rows.index(now.row() - 1, now.column()).data())

    def fit(self) -> None:
        """Columns by their contents; what room is left goes to the columns of text, what lacks is scrolled to."""
        wide = self.fontMetrics().horizontalAdvance("国")
        widths = [self._width_of(column, asked, wide) for column, asked in enumerate(self._rows.fields)]
        stretched = [column for column, asked in enumerate(self._rows.fields) if asked.kind in _STRETCHED]
        room = self.viewport().width() - sum(widths)
        for column, width in enumerate(widths):
            share = max(0, room) // len(stretched) if column in stretched else 0
            self.setColumnWidth(column, width + share)
        if len(self._rows.rows) <= _MOST_MEASURED:
            self.resizeRowsToContents()

    def _width_of(self, column: int, asked: Field, wide: int) -> int:
        metrics, margin = self.fontMetrics(), round(1.4 * wide)
        shown = [row.answers.get(asked.name, "") for row in self._rows.rows[:_MOST_MEASURED]]
        lines = [line for text in shown for line in text.split("\n")]
        contents = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        head = self.horizontalHeader().fontMetrics().horizontalAdvance(asked.label)
        least = round(_LEAST[asked.kind] * wide)
        sign = wide if self._has_problem(column) else 0
        return max(least, head, min(contents + sign, _MOST * wide)) + margin

    def _has_problem(self, column: int) -> bool:
        rows = range(min(self._rows.rowCount(), _MOST_MEASURED))
        return any(self._rows.problem_at(self._rows.index(row, column)) for row in rows)

    def minimumSizeHint(self) -> QSize:
        """Heads and a few rows."""
        return QSize(super().minimumSizeHint().width(), round(self.fontMetrics().height() * 1.9 * _LEAST_ROWS))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        now = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            self._open_entry().setFocus()
        elif now.isValid() and now.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(now)

    def _open_entry(self) -> QWidget:
        entries = [child for child in self.viewport().findChildren(QWidget) if child.property("cell")]
        return next((entry for entry in reversed(entries) if entry.isVisible()), self.viewport())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # what the open cell has no use for is not the table's either
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            back = event.key() == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)
