"""The list of enterprises as a model: rows in, columns out, no query. Stands 100,000 rows, drawn as they are seen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCollator, QLocale, QModelIndex, QPersistentModelIndex, Qt

from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.tasks.dossier_rows import DossierRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIZES = ("微型", "小型", "中型", "大型")


@dataclass(frozen=True)
class Column:
    """A column: its head, what a row shows, what it is sorted by, and whether it is a figure. Width in characters."""

    head: str
    shown: Callable[[DossierRow], str]
    key: Callable[[DossierRow], Any]
    width: int
    figure: bool = False


class DossierTable(QAbstractTableModel):
    """The model. Sorting is over all rows, and keeps the order of equals."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._all: list[DossierRow] = []
        self._rows: list[DossierRow] = []
        self._only: frozenset[str] | None = None
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: list[DossierRow]) -> None:
        """Replaces all rows, in the order chosen before."""
        self.beginResetModel()
        self._all = rows
        if self._sorted_by:
            self._order(*self._sorted_by)
        self._choose()
        self.endResetModel()

    def show_only(self, uids: frozenset[str] | None) -> None:
        """Shows only some of the rows, all where None. Their order stands: nothing is sorted while one types."""
        self.beginResetModel()
        self._only = uids
        self._choose()
        self.endResetModel()

    def row(self, number: int) -> DossierRow:
        """The row at that place."""
        return self._rows[number]

    def place_of(self, uid: str) -> int | None:
        """Where a record stands; None where it is not among the rows."""
        return next((place for place, row in enumerate(self._rows) if row.uid == uid), None)

    def as_table(self, numbers: Iterable[int]) -> list[list[str]]:
        """The rows as they are shown, under their heads, to be copied."""
        shown = [[column.shown(self._rows[number]) for column in self.columns] for number in numbers]
        return [[column.head for column in self.columns], *shown]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.shown(self._rows[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole and column.figure:
            return _RIGHT
        return None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].figure else _LEFT
        return super().headerData(section, side, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order) if column >= 0 else None
        if self._sorted_by:
            self._order(column, order)
            self._choose()
        self.layoutChanged.emit()

    def _choose(self) -> None:
        only = self._only
        self._rows = self._all if only is None else [row for row in self._all if row.uid in only]

    def _order(self, column: int, order: Qt.SortOrder) -> None:
        self._all.sort(key=self.columns[column].key, reverse=order == Qt.SortOrder.DescendingOrder)


def enterprise_columns(
    place: Callable[[str], str], industry: Callable[[str], str], size: Callable[[DossierRow], str]
) -> list[Column]:
    """The columns of the list; `place` and `industry` turn codes into names, `size` gives the size class."""
    by_pinyin = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    return [
        Column("企业名称", lambda row: row.name, lambda row: by_pinyin.sortKey(row.name), 18),
        Column("统一社会信用代码", lambda row: row.uscc, lambda row: row.uscc, 13),
        Column("乡镇（园区）", lambda row: place(row.place), lambda row: row.place, 7),
        Column("行业", lambda row: industry(row.industry), lambda row: row.industry, 12),
        Column("规模", size, lambda row: _SIZES.index(said) if (said := size(row)) in _SIZES else -1, 5),
        Column("营业收入（万元）", _revenue, lambda row: _or_least(row.revenue), 10, figure=True),
        Column("从业人员（人）", _people, lambda row: _or_least(row.employees), 8, figure=True),
    ]


def _revenue(row: DossierRow) -> str:
    return "" if row.revenue is None else wan_text(row.revenue)


def _people(row: DossierRow) -> str:
    return "" if row.employees is None else f"{row.employees:,}"


def _or_least(value: int | None) -> int:
    """Blank figures come before all others, also before a loss."""
    return -(1 << 62) if value is None else value
