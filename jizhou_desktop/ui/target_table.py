"""年初计划 as a grid: a row a place, a column a path; below them the sums, the plan and what is still missing."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from jizhou_desktop.domain.office import Office
from jizhou_desktop.domain.plan import Path
from jizhou_desktop.domain.text import half_width
from jizhou_desktop.ui.palette import COLOURS

Index = QModelIndex | QPersistentModelIndex
Counts = dict[tuple[str, str], int]

_NOWHERE = QModelIndex()
SUMS = ("合计／计划", "差额")
_HEAD_WIDTH, _HEAD_LINES = 5, 3
"""Characters in a line of a heading, and its lines: a longer title is in the tip."""


class TargetTable(QAbstractTableModel):
    """Counts that are typed; what is foreign or a sum is only read."""

    changed = Signal()
    refused = Signal(str)
    """What was typed is no count: the sentence."""

    def __init__(self, places: Sequence[Office], paths: Sequence[Path], most: int) -> None:
        """`most` is the largest count that a place may be given."""
        super().__init__()
        self._places, self._paths, self._most = tuple(places), tuple(paths), most
        self._counts: Counts = {}
        self._foreign: frozenset[tuple[str, str]] = frozenset()

    @property
    def counts(self) -> Counts:
        """What is typed now, zeros left out."""
        return {task: count for task, count in self._counts.items() if count}

    @property
    def places(self) -> int:
        """How many rows are places; the sums follow."""
        return len(self._places)

    def show_counts(self, counts: Counts, foreign: frozenset[tuple[str, str]] = frozenset()) -> None:
        """Replaces all counts."""
        self.beginResetModel()
        self._counts, self._foreign = dict(counts), foreign
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._places) + len(SUMS)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._paths) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index.row(), index.column())
        if role == Qt.ItemDataRole.BackgroundRole and self._is_sum(index):
            return QColor(COLOURS["head"])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.EditRole or self._is_sum(index):
            return False
        typed = half_width(str(value)).strip()
        if typed and (not typed.isdigit() or int(typed) > self._most):
            place, path = self._places[index.row()], self._paths[index.column()]
            self.refused.emit(f"{place.name}“{path.title}”：“{typed}”不是任务数，请填0—{self._most}的整数。")
            return False
        self._counts[self._task(index.row(), index.column())] = int(typed or 0)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        held = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        fixed = self._is_sum(index) or self._task(index.row(), index.column()) in self._foreign
        return held if fixed else held | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        across = side == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.ToolTipRole and across and section < len(self._paths):
            return f"{self._paths[section].section}　{self._paths[section].title}"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if across:
            return _in_lines(self._paths[section].title) if section < len(self._paths) else "合计"
        return self._places[section].name if section < len(self._places) else SUMS[section - len(self._places)]

    def _is_sum(self, index: Index) -> bool:
        return index.row() >= len(self._places) or index.column() >= len(self._paths)

    def _task(self, line: int, column: int) -> tuple[str, str]:
        return self._places[line].code, self._paths[column].id

    def _words(self, line: int, column: int) -> str:
        if line < len(self._places):
            count = self._count(line, column)
            return str(count) if count or column == len(self._paths) else ""
        planned, split = self._planned(column), self._sum(column)
        if line == len(self._places):
            return f"{split}" if planned is None else f"{split}／{planned}"
        return "—" if planned is None else str(planned - split)

    def _count(self, line: int, column: int) -> int:
        if column < len(self._paths):
            return self._counts.get(self._task(line, column), 0)
        return sum(self._count(line, path) for path in range(len(self._paths)))

    def _sum(self, column: int) -> int:
        return sum(self._count(line, column) for line in range(len(self._places)))

    def _planned(self, column: int) -> int | None:
        if column < len(self._paths):
            return self._paths[column].target
        return sum(path.target or 0 for path in self._paths)

    def _colour(self, line: int, column: int) -> QColor | None:
        """The difference tells in red that it is none yet, in green that it is."""
        if line != self.rowCount() - 1 or column >= len(self._paths) or self._planned(column) is None:
            return None
        return QColor(COLOURS["good" if self._words(line, column) == "0" else "error"])


def _in_lines(title: str) -> str:
    lines = [title[place : place + _HEAD_WIDTH] for place in range(0, len(title), _HEAD_WIDTH)]
    more = "…" if len(lines) > _HEAD_LINES else ""
    return "\n".join(lines[:_HEAD_LINES]) + more
