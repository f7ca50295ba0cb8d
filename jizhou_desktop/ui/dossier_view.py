"""How the list of enterprises is shown: columns as wide as the text size asks, moved and chosen by their heads."""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from jizhou_desktop.tasks.dossier_rows import DossierRow
from jizhou_desktop.ui.copying import copied
from jizhou_desktop.ui.dossier_table import DossierTable

_TAKE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_PADDING = 18
"""Pixels that a cell keeps free at its sides."""


class DossierView(QTableView):
    """The view. It asks for other columns by signal, since rows must bring their answers along."""

    columns_asked = Signal(list)
    """These columns by id, in this order."""
    choose_asked = Signal()

    def __init__(self, table: DossierTable) -> None:
        super().__init__()
        self._table = table
        self.setModel(table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSortingEnabled(True)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("企业列表")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setToolTip("单击排序，拖动改变先后，右键选择栏目")
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._head_menu)
        head.sectionMoved.connect(self._moved)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        self.fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    @property
    def uid_in_hand(self) -> str:
        """The uid of the row in hand; blank where there is none."""
        index = self.currentIndex()
        return self._table.row(index.row()).uid if index.isValid() else ""

    @property
    def selected_rows(self) -> list[DossierRow]:
        """The rows selected, in the order shown."""
        return [self._table.row(place) for place in self._selected()]

    def uid_below(self, uid: str) -> str:
        """The uid of the row below another in the order shown; blank at the end."""
        place = self._table.place_of(uid)
        below = 0 if place is None else place + 1
        return self._table.row(below).uid if place is not None and below < self._table.rowCount() else ""

    def go_to(self, uid: str) -> None:
        """Takes a row in hand, the first where that one is not shown."""
        place = self._table.place_of(uid) if uid else None
        if self._table.rowCount():
            index = self._table.index(place or 0, 0)
            # not selectRow, which adds to the selection while Ctrl is held, as after Ctrl+S
            self.selectionModel().setCurrentIndex(index, _TAKE_ROW)
            self.scrollTo(index)

    def copy(self) -> int:
        """Copies the selected rows under their heads, and tells how many."""
        rows = self._table.as_table(self._selected())
        QGuiApplication.clipboard().setMimeData(copied(rows, [column.figure for column in self._table.columns]))
        return len(rows) - 1

    def fit_columns(self) -> None:
        """Every column as wide as it asks; what is left over goes to the enterprise's name."""
        character = self.fontMetrics().horizontalAdvance("国")
        widths = [character * column.width + _PADDING for column in self._table.columns]
        left = self.viewport().width() - sum(widths)
        name = next((place for place, column in enumerate(self._table.columns) if column.id == "name"), 0)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width + max(0, left) if place == name else width)

    def show_sorted(self) -> None:
        """Puts the arrow over the column that the rows are sorted by, after the columns were changed."""
        column, order = self._table.sorted_by or (-1, Qt.SortOrder.AscendingOrder)
        head = self.horizontalHeader()
        head.blockSignals(True)
        head.setSortIndicator(column, order)
        head.blockSignals(False)

    def _selected(self) -> list[int]:
        ranges = self.selectionModel().selection().toList()
        return sorted({place for part in ranges for place in range(part.top(), part.bottom() + 1)})

    def _moved(self, _logical: int, old: int, new: int) -> None:
        """A head was dragged: the columns themselves take that order, so that copies and workbooks follow."""
        ids = [column.id for column in self._table.columns]
        ids.insert(new, ids.pop(old))
        QTimer.singleShot(0, self, lambda: self._take_order(ids, old, new))

    def _take_order(self, ids: list[str], old: int, new: int) -> None:
        head = self.horizontalHeader()
        head.blockSignals(True)
        head.moveSection(new, old)
        head.blockSignals(False)
        self.columns_asked.emit(ids)

    def _head_menu(self, place: QPoint) -> None:
        column = self.horizontalHeader().logicalIndexAt(place)
        ids = [held.id for held in self._table.columns]
        menu = QMenu(self)
        if 0 <= column < len(ids):
            rest = ids[:column] + ids[column + 1 :]
            head = self._table.columns[column].head
            hide = menu.addAction(f"隐藏“{head}”", lambda: self.columns_asked.emit(rest))
            hide.setEnabled(ids[column] != "name")
            for words, to in (("左移", column - 1), ("右移", column + 1)):
                moved = [*rest[:to], ids[column], *rest[to:]]
                action = menu.addAction(words, partial(self.columns_asked.emit, moved))
                action.setEnabled(0 <= to < len(ids))
            menu.addSeparator()
        menu.addAction("栏目设置…", self.choose_asked.emit)
        menu.popup(self.horizontalHeader().mapToGlobal(place))
