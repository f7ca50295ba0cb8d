"""The first rows of a sheet as they stand, numbered as Excel does: where an official sees which row is the heading."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from jizhou_desktop.tasks.take_in import SeenSheet
from jizhou_desktop.tasks.take_in_choices import column_letters

_ROWS, _COLUMNS, _WIDE = 30, 40, 9


class RawRows(QTableWidget):
    """`picked` tells the row, counted from 1, that was chosen as the heading: by double click or Enter."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("原表前几行")
        self.activated.connect(lambda index: self.picked.emit(index.row() + 1))

    def show_sheet(self, seen: SeenSheet) -> None:
        """Shows the first rows and columns."""
        rows = [list(row[:_COLUMNS]) for row in seen.sheet.rows[:_ROWS]]
        width = max((len(row) for row in rows), default=0)
        self.setRowCount(len(rows))
        self.setColumnCount(width)
        self.setHorizontalHeaderLabels([column_letters(column) for column in range(width)])
        for line, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(line, column, item)
        wide = self.fontMetrics().horizontalAdvance("国") * _WIDE
        for column in range(width):
            self.setColumnWidth(column, wide)
