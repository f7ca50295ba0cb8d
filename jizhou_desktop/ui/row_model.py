"""The rows of an editable list as they are typed: judged row by row, with a blank one at the end for the next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from jizhou_desktop.domain.answers import Judged, judge, show
from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.record import Record, Value
from jizhou_desktop.tasks.child_rows import TypedRow
from jizhou_desktop.tasks.choices import choices_like
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.palette import COLOURS

Index = QModelIndex | QPersistentModelIndex
Notes = Callable[[Mapping[str, Value]], Sequence[Problem]]

FIGURES = (FieldKind.MONEY, FieldKind.WHOLE, FieldKind.DECIMAL, FieldKind.YEAR)
_SIGNS = {Severity.ERROR: "error", Severity.QUERY: "query"}
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass
class Row:
    """One row: its answers as typed, the record they were read from, and the questions that were left."""

    answers: dict[str, str]
    record: Record | None = None
    left: set[str] = field(default_factory=set)
    judged: Judged = field(default_factory=lambda: Judged({}, []))
    notes: Sequence[Problem] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing at all stands in a row that was never saved."""
        return self.record is None and not any(text.strip() for text in self.answers.values())


class RowModel(QAbstractTableModel):
    """Rows over one form. Rows of another office than `office` are shown and cannot be changed."""

    typed = Signal()
    """Something stands otherwise than before: a cell, or which rows there are."""

    def __init__(
        self,
        form: Form,
        codes: Codes,
        office: str,
        *,
        fixed: Mapping[str, str] | None = None,
        leave_out: Sequence[str] = (),
        notes: Notes | None = None,
        writable: bool = True,
    ) -> None:
        """`fixed` answers questions that are not shown, such as the year; `leave_out` leaves questions unasked;
        `notes` tells of a row what no form can judge.
        """
        super().__init__()
        self._form, self._codes, self._office = form, codes, office
        self._fixed, self._writable = dict(fixed or {}), writable
        self._notes = notes or (lambda _values: ())
        self.fields = [field for field in form.fields if field.name not in {*self._fixed, *leave_out}]
        self.rows: list[Row] = []

    # what stands in it

    def row_of(self, record: Record) -> TypedRow:
        """A record's row as it is shown."""
        return TypedRow({field.name: show(field, record[field.name], self._codes) for field in self.fields}, record)

    def show_rows(self, typed: Sequence[TypedRow]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self.rows = [Row(dict(row.answers), row.record, set(row.answers)) for row in typed]
        self._end_with_a_blank()
        for row in self.rows:
            self._judge(row)
        self.endResetModel()

    def typed_rows(self) -> list[TypedRow]:
        """The rows that say something, with the answers that the page fixed."""
        return [TypedRow({**row.answers, **self._fixed}, row.record) for row in self.rows if not row.blank]

    def values_read(self) -> list[dict[str, Value]]:
        """What was understood of each row that says something."""
        return [row.judged.values for row in self.rows if not row.blank]

    def editable(self, place: int) -> bool:
        """Whether the row is this office's own."""
        record = self.rows[place].record
        return self._writable and (record is None or record.office == self._office)

    def problem_at(self, index: Index) -> Problem | None:
        """What is wrong with a cell that was left."""
        row, name = self.rows[index.row()], self.fields[index.column()].name
        found = [problem for problem in (*row.judged.problems, *row.notes) if problem.field == name]
        found = found if name in row.left else []
        return found[0] if found else None

    def first_error(self) -> QModelIndex:
        """The first cell whose error keeps the rows from being saved."""
        for place, row in enumerate(self.rows):
            for column, asked in enumerate(self.fields):
                problem = self.problem_at(self.index(place, column))
                if not row.blank and problem and problem.severity is Severity.ERROR and problem.field == asked.name:
                    return self.index(place, column)
        return QModelIndex()

    # what is done to it

    def leave(self, place: int, column: int) -> None:
        """Reads a cell that the cursor left, and shows what was understood as it will be kept: 84000元 as 8.4."""
        row, asked = self.rows[place], self.fields[column]
        if not self.editable(place) or not row.answers.get(asked.name):
            return
        row.left.add(asked.name)
        if asked.kind is FieldKind.CHOICE and _wrong(row, asked):
            meant = choices_like(asked.choices, row.answers[asked.name])
            row.answers[asked.name] = meant[0] if meant else row.answers[asked.name]
            self._judge(row)
        if asked.name in row.judged.values and not any(problem.field == asked.name for problem in row.judged.problems):
            row.answers[asked.name] = show(asked, row.judged.values[asked.name], self._codes)
        self._tell(place)

    def leave_row(self, place: int) -> None:
        """Speaks also of the questions that were passed over, now that the cursor went to another row."""
        if place < len(self.rows) and not self.rows[place].blank:
            self.rows[place].left = {asked.name for asked in self.fields}
            self._tell(place)

    def speak_of_all(self) -> None:
        """Shows every problem: when saving was asked for."""
        for place in range(len(self.rows)):
            for column in range(len(self.fields)):
                self.leave(place, column)
            self.leave_row(place)

    def take_out(self, place: int) -> Row | None:
        """Takes a row out; None where it may not be, or there is nothing in it."""
        if not self.editable(place) or self.rows[place].blank:
            return None
        self.beginRemoveRows(_NOWHERE, place, place)
        row = self.rows.pop(place)
        self.endRemoveRows()
        self.typed.emit()
        return row

    def put_in(self, place: int, row: Row) -> None:
        """Puts a row back that was taken out."""
        self.beginInsertRows(_NOWHERE, place, place)
        self.rows.insert(place, row)
        self.endInsertRows()
        self.typed.emit()

    def paste(self, place: int, column: int, cells: Sequence[Sequence[str]]) -> None:
        """Fills cells to the right and downward, with new rows at the end; another office's rows are passed over."""
        for line in cells:
            while place < len(self.rows) and not self.editable(place):
                place += 1
            for shift, text in enumerate(line[: len(self.fields) - column]):
                self.setData(self.index(place, column + shift), text)
            for shift in range(len(line[: len(self.fields) - column])):
                self.leave(place, column + shift)
            place += 1

    # as Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return able | Qt.ItemFlag.ItemIsEditable if index.isValid() and self.editable(index.row()) else able

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        asked = self.fields[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.rows[index.row()].answers.get(asked.name, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if asked.kind in FIGURES else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and not self.editable(index.row()):
            return QColor(COLOURS["muted"])
        problem = self.problem_at(index)
        return _looks(problem, role) if problem else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401  — as Qt asks
        row, name = self.rows[index.row()], self.fields[index.column()].name
        if role != Qt.ItemDataRole.EditRole or not self.editable(index.row()) or row.answers.get(name, "") == value:
            return False
        row.answers[name] = value
        self._judge(row)
        self._tell(index.row())
        if not self.rows[-1].blank:
            self.beginInsertRows(_NOWHERE, len(self.rows), len(self.rows))
            self._end_with_a_blank()
            self.endInsertRows()
        self.typed.emit()
        return True

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  — as Qt asks
        if role == Qt.ItemDataRole.DisplayRole and side == Qt.Orientation.Vertical:
            return "＋" if self.rows[section].blank else str(section + 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.fields[section].label
        if role == Qt.ItemDataRole.ToolTipRole and side == Qt.Orientation.Horizontal:
            return self.fields[section].help
        if role == Qt.ItemDataRole.TextAlignmentRole and side == Qt.Orientation.Horizontal:
            return _RIGHT if self.fields[section].kind in FIGURES else _LEFT
        return None

    def _end_with_a_blank(self) -> None:
        if self._writable and not (self.rows and self.rows[-1].blank):
            self.rows.append(Row({field.name: "" for field in self.fields}))

    def _judge(self, row: Row) -> None:
        row.judged = Judged({}, []) if row.blank else judge(self._form, {**row.answers, **self._fixed}, self._codes)
        row.notes = self._notes(row.judged.values)

    def _tell(self, place: int) -> None:
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.fields) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, place, place)


def _wrong(row: Row, asked: Field) -> bool:
    return any(problem.field == asked.name and problem.severity is Severity.ERROR for problem in row.judged.problems)


def _looks(problem: Problem, role: int) -> object:
    """A cell with a problem: a sign, so that it also reads in black, a tint, and the sentence when pointed at."""
    sign = _SIGNS.get(problem.severity)
    if role == Qt.ItemDataRole.ToolTipRole:
        return problem.message
    if role == Qt.ItemDataRole.ForegroundRole and not sign:
        return QColor(COLOURS["accent"])
    if role == Qt.ItemDataRole.BackgroundRole and sign:
        return QColor(COLOURS[f"{sign}_tint"])
    if role == Qt.ItemDataRole.DecorationRole and sign:
        return icon(sign, sign)
    return None
