"""How an entry form is laid out: label, columns to compare with, entry, comment, and the sentence beside or below."""

from collections.abc import Mapping, Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.ui.entries.make import Entry
from jizhou_desktop.ui.entries.remark import RemarkLabel

Beside = tuple[str, Mapping[str, str]]
"""A column to compare with: its heading, and the shown value of each field."""

_LEAST_ENTRY, _LEAST_REMARK = 8, 14
"""Widths in characters. Where a sentence has less room beside its entry, it goes below."""
_LEAST_OF_TWO = 17
"""Characters an entry must have where questions stand in two columns: a usual enterprise's name."""
_LEAST_QUESTIONS = 8
"""A form of fewer questions stands in one column."""
_TALL = 3
"""Lines that an answer of several lines takes."""
_EDGES, _BETWEEN = 40, 36


class _Way(Enum):
    TWO = "two columns of questions, sentences below"
    BESIDE = "one column, sentences at its right"
    BELOW = "one column, sentences below"


class EntryGrid:
    """Lays the rows out in `page`. Each question has two lines of a grid: the second is for its sentence.

    Where there is room, questions stand in two columns: down the left one, then down the right, as Enter goes.
    """

    def __init__(
        self,
        page: QWidget,
        fields: Sequence[Field],
        entries: Mapping[str, Entry],
        beside: Sequence[Beside],
        width: int,
        *,
        comments: bool,
    ) -> None:
        """`width` is an entry's, in characters, where there is room."""
        self.remarks = {field.name: RemarkLabel(page) for field in fields}
        self.comments = {field.name: QLabel(page) for field in fields} if comments else {}
        self._page, self._fields, self._entries, self._beside, self._width = page, fields, entries, beside, width
        for comment in self.comments.values():
            comment.setObjectName("remark")
        self._labels = {field.name: _label(field, entries[field.name]) for field in fields}
        self._shown = {field.name: [_shown(values.get(field.name, "")) for _, values in beside] for field in fields}
        self._heads = [_shown(heading) for heading, _values in beside]
        for head in self._heads:
            head.setObjectName("muted")
        self._way: _Way | None = None
        self._line = QHBoxLayout(page)
        self._line.setContentsMargins(20, 14, 20, 16)
        self._line.setSpacing(_BETWEEN)
        self._grids: list[QGridLayout] = []
        self.arrange(page.width())

    @property
    def in_two_columns(self) -> bool:
        """Whether questions stand in two columns."""
        return self._way is _Way.TWO

    def arrange(self, room: int) -> None:
        """Lays the questions out as that many pixels allow."""
        way = self._way_for(room)
        if way is not self._way:
            self._way = way
            self._place_all()

    def _way_for(self, room: int) -> _Way:
        character = self._page.fontMetrics().horizontalAdvance("国")
        labels = max((label.sizeHint().width() for label in self._labels.values()), default=0)
        many = not self._beside and not self.comments and len(self._fields) >= _LEAST_QUESTIONS
        if many and room - _EDGES - _BETWEEN >= 2 * (labels + 10 + _LEAST_OF_TWO * character):
            return _Way.TWO
        columns = (7 if self.comments else 0) + 6 * len(self._beside) + self._width + _LEAST_REMARK
        return _Way.BESIDE if room - labels > columns * character else _Way.BELOW

    def _place_all(self) -> None:
        """Puts every part into its grid anew; the parts themselves stay, and with them cursor and focus."""
        for grid in self._grids:
            while grid.count():
                grid.takeAt(0)
            self._line.removeItem(grid)
        columns = self._in_columns() if self.in_two_columns else [list(self._fields)]
        self._grids = [self._grid(fields) for fields in columns]
        self._space_out()

    def _in_columns(self) -> list[list[Field]]:
        """The questions in two columns of about the same height, their order kept."""
        heights = [_TALL if field.kind is FieldKind.LINES else 1 for field in self._fields]
        cut = min(range(len(heights)), key=lambda place: abs(sum(heights[:place]) - sum(heights[place:])))
        return [list(self._fields[:cut]), list(self._fields[cut:])]

    def _grid(self, fields: Sequence[Field]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        self._line.addLayout(grid, 1)
        for column, head in enumerate(self._heads, start=1):
            grid.addWidget(head, 0, column)
        for line, field in enumerate(fields):
            self._place(grid, 2 * line + 1, field)
        grid.setRowStretch(2 * len(fields) + 1, 1)
        entry = len(self._beside) + 1
        grid.setColumnStretch(entry, 0 if self._way is _Way.BESIDE else 1)
        grid.setColumnStretch(entry + 2, 1 if self._way is _Way.BESIDE else 0)
        return grid

    def _place(self, grid: QGridLayout, line: int, field: Field) -> None:
        entry, across = self._entries[field.name], len(self._beside) + 1
        top = Qt.AlignmentFlag.AlignTop if field.kind is FieldKind.LINES else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._labels[field.name], line, 0, Qt.AlignmentFlag.AlignRight | top)
        for column, shown in enumerate(self._shown[field.name], start=1):
            grid.addWidget(shown, line, column)
        grid.addWidget(entry, line, across)
        if self.comments:
            grid.addWidget(self.comments[field.name], line, across + 1)
        if self._way is _Way.BESIDE:
            grid.addWidget(self.remarks[field.name], line, across + 2)
        else:
            grid.addWidget(self.remarks[field.name], line + 1, across, 1, 2 if self.comments else 1)

    def _space_out(self) -> None:
        character = self._page.fontMetrics().horizontalAdvance("国")
        for entry in self._entries.values():
            entry.setMinimumWidth(character * _LEAST_ENTRY)
            entry.setMaximumWidth(16777215 if self.in_two_columns else character * self._width)
            entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _label(field: Field, entry: Entry) -> QLabel:
    label = QLabel(f"{field.label} *" if field.required else field.label)
    label.setBuddy(entry)
    label.setToolTip(f"{field.help}{'（必填）' if field.required else ''}")
    return label


def _shown(text: str) -> QLabel:
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
