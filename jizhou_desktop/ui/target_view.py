"""The grid of 年初计划 on screen: places scroll, their sums stay in sight below."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from jizhou_desktop.ui.target_table import SUMS, TargetTable

_COLUMN = 6.4
"""Characters in a column: its heading's line and a little room."""


class TargetView(QWidget):
    """Two views of one table, scrolled together: the places above, the sums below."""

    def __init__(self, table: TargetTable) -> None:
        super().__init__()
        self._table = table
        self.places, self.sums = _view(table), _view(table)
        self.sums.horizontalHeader().hide()
        self.sums.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sums.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sums.horizontalScrollBar().valueChanged.connect(self.places.horizontalScrollBar().setValue)
        self.places.horizontalScrollBar().valueChanged.connect(self.sums.horizontalScrollBar().setValue)
        self.places.setAccessibleName("年初计划任务分解")
        self.places.installEventFilter(self)
        table.modelReset.connect(self._part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.places, 1)
        layout.addWidget(self.sums)
        self._part()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes down a column as in a spreadsheet; Delete clears what is selected."""
        if watched is self.places and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(1 if event.modifiers() != Qt.KeyboardModifier.ShiftModifier else -1)
                return True
            if event.key() == Qt.Key.Key_Delete:
                for index in self.places.selectedIndexes():
                    self._table.setData(index, "")
                return True
        return super().eventFilter(watched, event)

    def _go(self, step: int) -> None:
        index = self.places.currentIndex()
        line = index.row() + step
        if 0 <= line < self._table.places:
            self.places.setCurrentIndex(self._table.index(line, index.column()))
        elif step > 0 and index.column() + 1 < self._table.columnCount():
            self.places.setCurrentIndex(self._table.index(0, index.column() + 1))

    def _part(self) -> None:
        for line in range(self._table.rowCount()):
            is_sum = line >= self._table.places
            self.places.setRowHidden(line, is_sum)
            self.sums.setRowHidden(line, not is_sum)
        self._fit()

    def _fit(self) -> None:
        """Columns and heads follow the text size; all columns fit where the window is wide enough."""
        wide = self.fontMetrics().horizontalAdvance("国")
        tall = round(self.fontMetrics().height() * 1.6)
        side = wide * 7
        room = (self.places.viewport().width()) // max(self._table.columnCount(), 1)
        for view in (self.places, self.sums):
            view.verticalHeader().setFixedWidth(side)
            view.verticalHeader().setDefaultSectionSize(tall)
            view.horizontalHeader().setDefaultSectionSize(max(round(wide * _COLUMN), room))
        bar = self.sums.horizontalScrollBar().sizeHint().height()
        self.sums.setFixedHeight(tall * len(SUMS) + bar + 2)


def _view(table: TargetTable) -> QTableView:
    view = QTableView()
    view.setModel(table)
    view.setTabKeyNavigation(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    triggers = QAbstractItemView.EditTrigger
    view.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view
