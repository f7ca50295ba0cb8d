"""The list of enterprises as a model: rows in, columns out, no query. Stands 100,000 rows, drawn as they are seen."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import compress
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCollator, QLocale, QModelIndex, QPersistentModelIndex, Qt

from jizhou_desktop.tasks.dossier_columns import Column
from jizhou_desktop.tasks.dossier_rows import DossierRow, Found

Index = QModelIndex | QPersistentModelIndex
Narrow = Callable[[list[DossierRow]], list[DossierRow]]
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COLLATOR = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_ALIGNED = Qt.ItemDataRole.TextAlignmentRole
_FEW = 8
"""Where a search found fewer than one in so many, they are looked up one by one instead of going through all rows."""
_pinyin_key = lru_cache(maxsize=200_000)(_COLLATOR.sortKey)


class DossierTable(QAbstractTableModel):
    """The model. Sorting is over all rows, and keeps the order of equals."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._all: list[DossierRow] = []
        self._fitting: list[DossierRow] = []
        self._places: dict[str, int] = {}
        self._rows: list[DossierRow] = []
        self._narrow: Narrow = list
        self._only: Found | None = None
        self._also: Collection[str] = ()
        self._order_known: Sequence[str] = ()
        self._row_of: list[int] = []
        """Where each of the records in the search's order stands among the rows; -1 where it does not."""
        self._outside = False
        """Whether some rows, being closed, are none that a search knows."""
        self._pick: Callable[[bytes], Iterable[int]] = itemgetter(0, 0)
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: list[DossierRow], columns: Sequence[Column] | None = None) -> None:
        """Replaces all rows, and the columns where others are given, in the order chosen before."""
        self.beginResetModel()
        if columns is not None:
            self._sorted_by = self._same_column(columns)
            self.columns = tuple(columns)
        self._all = rows
        if self._sorted_by:
            self._order(*self._sorted_by)
        self._fit()
        self.endResetModel()

    def narrow(self, narrow: Narrow) -> None:
        """Leaves out all rows but those that `narrow` picks, in their order."""
        self.beginResetModel()
        self._narrow = narrow
        self._fit()
        self.endResetModel()

    def show_only(self, only: Found | None, also: Collection[str] = ()) -> None:
        """Shows only what was found, and `also` these; all where None. Their order stands: nothing is sorted while one
        types.
        """
        self.beginResetModel()
        self._only, self._also = only, also
        self._choose()
        self.endResetModel()

    def expect(self, uids: Sequence[str]) -> None:
        """Learns in which order a search will tell what it found, so that the first key need not wait for it."""
        self._order_known = uids
        places = dict(zip(uids, range(len(uids)), strict=True))
        outside = len(uids)
        order = [places.get(row.uid, outside) for row in self._fitting]
        self._outside = outside in order
        self._row_of = [-1] * outside
        for row, place in enumerate(order):
            if place < outside:
                self._row_of[place] = row
        self._pick = itemgetter(*order, outside, outside)

    def row(self, number: int) -> DossierRow:
        """The row at that place."""
        return self._rows[number]

    def found(self) -> list[DossierRow]:
        """All rows that the search box lets through, whatever else narrows the list."""
        if self._only is None:
            return self._all
        only = self._only.fitting().union(self._also)
        return [row for row in self._all if row.uid in only]

    @property
    def all_rows(self) -> Sequence[DossierRow]:
        """All rows there are."""
        return self._all

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """The column that the rows are sorted by, and which way."""
        return self._sorted_by

    def place_of(self, uid: str) -> int | None:
        """Where a record stands; None where it is not among the rows."""
        place = self._places.get(uid)
        if place is None or self._rows is self._fitting:
            return place
        return next((shown for shown, row in enumerate(self._rows) if row.uid == uid), None)

    def as_table(self, numbers: Iterable[int]) -> list[list[str]]:
        """The rows as they are shown, under their heads, to be copied."""
        shown = [[column.shown(self._rows[number]) for column in self.columns] for number in numbers]
        return [[column.head for column in self.columns], *shown]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        if role in _WORDS:
            return self.columns[index.column()].shown(self._rows[index.row()])
        if role == _ALIGNED and self.columns[index.column()].figure:
            return _RIGHT
        return None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        if side == Qt.Orientation.Horizontal and section < len(self.columns):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return self.columns[section].head
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if self.columns[section].figure else _LEFT
        return super().headerData(section, side, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order) if 0 <= column < len(self.columns) else None
        if self._sorted_by:
            self._order(column, order)
            self._fit()
        self.layoutChanged.emit()

    def _fit(self) -> None:
        self._fitting = self._narrow(self._all)
        self._places = {row.uid: place for place, row in enumerate(self._fitting)}
        self.expect(self._order_known)
        self._choose()

    def _choose(self) -> None:
        """The marks of the search put into the order of the rows: all in the interpreter's own loops."""
        if self._only is None:
            self._rows = self._fitting
            return
        if self._only.uids is not self._order_known:
            self.expect(self._only.uids)
        if 0 not in self._only.marks and not self._outside:
            self._rows = self._fitting
            return
        if not self._also and self._only.marks.count(1) * _FEW < len(self._only.marks):
            places = sorted(compress(self._row_of, self._only.marks))
            self._rows = [self._fitting[place] for place in places if place >= 0]
            return
        marks = self._pick(self._only.marks + b"\0")
        if self._also:
            marks = bytearray(marks)
            for place in map(self._places.get, self._also):
                if place is not None:
                    marks[place] = 1
        self._rows = list(compress(self._fitting, marks))

    def _order(self, column: int, order: Qt.SortOrder) -> None:
        self._all.sort(key=self.columns[column].key, reverse=order == Qt.SortOrder.DescendingOrder)

    def _same_column(self, columns: Sequence[Column]) -> tuple[int, Qt.SortOrder] | None:
        """Where the column that the rows are sorted by stands among others."""
        if self._sorted_by is None:
            return None
        column, order = self._sorted_by
        held = [other.id for other in columns]
        name = self.columns[column].id
        return (held.index(name), order) if name in held else None


def by_pinyin(columns: Iterable[Column]) -> list[Column]:
    """The columns, names sorted as a Chinese reader looks for them."""
    return [
        replace(column, key=lambda row: _pinyin_key(row.name)) if column.id == "name" else column for column in columns
    ]
