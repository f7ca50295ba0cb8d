"""How an entry form is laid out: label, columns to compare with, entry, comment, and the sentence beside or below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.ui.entries.make import Entry
from jizhou_desktop.ui.entries.remark import RemarkLabel

Beside = tuple[str, Mapping[str, str]]
"""A column to compare with: its heading, and the shown value of each field."""

_LEAST_ENTRY, _LEAST_REMARK = 8, 14
"""Widths in characters. Where a sentence has less room beside its entry, it goes below."""


class EntryGrid:
    """Lays the rows out in `page`. Each question has two lines of the grid: the second is for its sentence."""

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
        self.remarks = {field.name: RemarkLabel() for field in fields}
        self.comments = {field.name: QLabel() for field in fields} if comments else {}
        self._page, self._beside, self._width = page, beside, width
        self._wide: bool | None = None
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(20, 16, 20, 20)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._headings()
        for line, field in enumerate(fields):
            self._add(2 * line + 1, field, entries[field.name])
        self._grid.setRowStretch(2 * len(fields) + 1, 1)
        self.show_remarks_beside(page.width())

    def show_remarks_beside(self, room: int) -> None:
        """Puts the sentences beside the entries where there is room for them, else below."""
        character = self._page.fontMetrics().horizontalAdvance("国")
        labels = max((self._grid.cellRect(line, 0).width() for line in range(1, self._grid.rowCount())), default=0)
        columns = (7 if self.comments else 0) + 6 * len(self._beside) + self._width + _LEAST_REMARK
        wide = room - labels > columns * character
        if wide != self._wide:
            self._wide = wide
            self._place_remarks()

    def _place_remarks(self) -> None:
        entry = len(self._beside) + 1
        for line, remark in enumerate(self.remarks.values()):
            self._grid.removeWidget(remark)
            if self._wide:
                self._grid.addWidget(remark, 2 * line + 1, entry + 2)
            else:
                self._grid.addWidget(remark, 2 * line + 2, entry, 1, 3)
        self._grid.setColumnStretch(entry, 0 if self._wide else 1)
        self._grid.setColumnStretch(entry + 2, 1 if self._wide else 0)

    def _headings(self) -> None:
        for column, (heading, _values) in enumerate(self._beside, start=1):
            head = _shown(heading)
            head.setObjectName("muted")
            self._grid.addWidget(head, 0, column)

    def _add(self, line: int, field: Field, entry: Entry) -> None:
        character = self._page.fontMetrics().horizontalAdvance("国")
        entry.setMinimumWidth(character * _LEAST_ENTRY)
        entry.setMaximumWidth(character * self._width)
        entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        across = Qt.AlignmentFlag.AlignTop if field.kind is FieldKind.LINES else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(_label(field, entry), line, 0, Qt.AlignmentFlag.AlignRight | across)
        for column, (_heading, values) in enumerate(self._beside, start=1):
            self._grid.addWidget(_shown(values.get(field.name, "")), line, column)
        self._grid.addWidget(entry, line, len(self._beside) + 1)
        if self.comments:
            self._grid.addWidget(self.comments[field.name], line, len(self._beside) + 2)


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
