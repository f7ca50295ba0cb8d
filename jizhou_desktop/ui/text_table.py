"""Rows of words under heads: the model and the view that short lists share."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

Index = QModelIndex | QPersistentModelIndex
Line = tuple[tuple[str, ...], QIcon | None]
"""The words of a row and the sign before its first, if any."""

_MOST_FITTED = 500
"""Above so many rows their heights are not fitted to long sentences: measuring them would take seconds."""

_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TextTable(QAbstractTableModel):
    """Rows of words under heads, with a sign in the first column where there is one."""

    def __init__(self, heads: Sequence[str], *, figures: Sequence[int] = ()) -> None:
        """`figures` are the columns whose words stand at the right."""
        super().__init__()
        self._heads = tuple(heads)
        self._figures = frozenset(figures)
        self._rows: list[Line] = []

    def show_rows(self, rows: Sequence[Line]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        words, sign = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self._figures else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return sign
        return None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self._figures else _LEFT
        return None


def table_view(model: TextTable, widths: Sequence[int]) -> QTableView:
    """A view of it; widths in characters, the last column takes what is left."""
    view = _TableView(widths)
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setTabKeyNavigation(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    view.horizontalHeader().setStretchLastSection(True)
    view.horizontalHeader().setHighlightSections(False)
    return view


class _TableView(QTableView):
    """Keeps columns as wide as the text size asks, and rows as high as their words."""

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        self._widths = tuple(widths)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._fit_rows)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as asked, or each its share where there is not enough room; the last takes what is left."""
        wide = self.fontMetrics().horizontalAdvance("国")
        share = min(1, self.viewport().width() / (wide * sum(self._widths)))
        for column, characters in enumerate(self._widths[:-1]):
            self.setColumnWidth(column, round(wide * characters * share))
        self._fit_rows()

    def _fit_rows(self) -> None:
        if self.model() is None:
            return
        least = round(self.fontMetrics().height() * 1.7)
        if 0 < self.model().rowCount() <= _MOST_FITTED:
            self.verticalHeader().setMinimumSectionSize(least)
            self.resizeRowsToContents()
