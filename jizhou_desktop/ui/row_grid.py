"""An editable list that belongs to a record (联系人、资质、设备清单、办理环节), filled in as a workbook is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.child_rows import TypedRow, child_rows, save_child_rows
from jizhou_desktop.tasks.row_drafts import drop_rows, find_rows, keep_rows
from jizhou_desktop.ui.copying import pasted
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entries.remark import ERROR, Remark, RemarkLabel
from jizhou_desktop.ui.row_cells import CellDelegate
from jizhou_desktop.ui.row_model import Notes, Row, RowModel
from jizhou_desktop.ui.row_view import RowView
from jizhou_desktop.ui.row_words import remark_on_cell, sums_of
from jizhou_desktop.ui.widgets import button, muted, row

_DRAFT_PAUSE = 1000
"""Milliseconds after the last key before a draft is kept: what a power cut may cost at most."""
_MOST_PASTED = 1000
"""Rows that one paste may bring: more is a workbook, which is taken in by the wizard."""


class RowGrid(QWidget):
    """Type in the cells; Enter goes on, also to the next row; a new row is always at the end. Nothing is saved by it
    until `save()`; a draft is kept meanwhile.
    """

    changed = Signal(list)
    """Something was typed: the values read of each row, as `values_read()` gives them."""
    dirty_changed = Signal(bool)
    ended = Signal()
    """Enter in the last cell of a blank last row: on to whatever is next."""

    def __init__(
        self,
        desk: Desk,
        form_id: str,
        parent: str | None,
        *,
        year: int | None = None,
        fixed: Mapping[str, str] | None = None,
        leave_out: Sequence[str] = (),
        notes: Notes | None = None,
        writable: bool = True,
    ) -> None:
        """The rows of `form_id` under the record `parent` (None: rows that belong to none), of one year where given.

        `fixed` answers questions that are not shown, `leave_out` are questions not asked; `notes` says what else is to
        be told of a row, such as that it has run out; not `writable` where the record is not ours.
        """
        super().__init__()
        self._desk, self._form, self._parent, self._year = desk, resources.form(form_id), parent, year
        office = desk.workspace.profile.office.code
        codes = resources.codes()
        self.model = RowModel(
            self._form, codes, office, fixed=fixed, leave_out=leave_out, notes=notes, writable=writable
        )
        self.view = RowView(self.model)
        self.view.setAccessibleName(self._form.title)
        self._cells = CellDelegate(self.model.fields, codes)
        self.view.setItemDelegate(self._cells)
        self.remark = RemarkLabel()
        self._sums = muted("", wrap=False)
        self._undo = button("恢复刚删的行", self._put_back, weight="link")
        self._gone: list[tuple[int, Row]] = []
        self._saved: list[TypedRow] = []
        self._dirty = False
        self._pause = QTimer(self, singleShot=True, interval=_DRAFT_PAUSE)
        self._pause.timeout.connect(self.keep_draft)
        self._lay_out(writable=writable)
        self._listen()
        self._show([])

    # what pages ask

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._dirty

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not yet in a cell."""
        return self._cells.composing

    @property
    def title(self) -> str:
        """What the list is called."""
        return self._form.title

    @property
    def wrong_rows(self) -> int:
        """How many rows have an error."""
        return sum(not held.judged.sound for held in self.model.rows)

    @property
    def records(self) -> list[Record]:
        """The rows as they are saved."""
        return child_rows(self._desk.workspace, self._parent, Kind(self._form.kind), year=self._year)

    def values_read(self) -> list[dict[str, Value]]:
        """What was understood of each row, in order; rows that say nothing are left out."""
        return [dict(values) for values in self.model.values_read()]

    def load(self) -> bool:
        """Shows the saved rows, and in their place the draft that was left; True where there was one."""
        held = self.records
        self._show([self.model.row_of(record) for record in held])
        draft = find_rows(self._desk.workspace, self._form.id, self._draft_name, held)
        if draft is None or draft == self._saved:
            return False
        self.model.show_rows(draft)
        self._typed()
        return True

    def save(self) -> bool:
        """Saves all rows, or none where an error stands: the cursor is then in its cell, the sentence below."""
        if not self._dirty:
            return True
        self.model.speak_of_all()
        saved = save_child_rows(
            self._desk.workspace,
            self._form.id,
            self._parent,
            self.model.typed_rows(),
            now=self._desk.now(),
            new_uid=self._desk.new_uid,
            year=self._year,
        )
        if saved.records is None:
            self.go_to_error()
            return False
        self._forget_draft()
        self._show([self.model.row_of(record) for record in saved.records])
        return True

    def add(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Puts rows after those that stand there, as if typed: a proposal, of which nothing is saved yet."""
        self.model.show_rows([*self._own_answers(), *(TypedRow(dict(answers)) for answers in rows)])
        self.view.fit()
        self._typed()

    def go_to_error(self) -> None:
        """Puts the cursor into the first cell whose error keeps the rows from being saved."""
        self.view.go_to(self.model.first_error())

    def throw_away(self) -> None:
        """Goes back to what is saved, and forgets the draft."""
        self._forget_draft()
        self._show([self.model.row_of(record) for record in self.records])

    def keep_draft(self) -> None:
        """Keeps what is typed, now."""
        self._pause.stop()
        if self._dirty:
            rows, now = self._own_answers(), self._desk.now()
            keep_rows(self._desk.workspace, self._form.id, self._draft_name, rows, now=now)

    def go_to(self, place: int = -1, name: str = "") -> None:
        """Puts the cursor into a cell: the row counted from 0, the last one where none is named."""
        names = [field.name for field in self.model.fields]
        line = place if 0 <= place < self.model.rowCount() else self.model.rowCount() - 1
        self.view.go_to(self.model.index(line, names.index(name) if name in names else 0))

    def go_to_record(self, uid: str, name: str = "") -> bool:
        """Puts the cursor into the row of a record; False where it is not in this list."""
        for place, held in enumerate(self.model.rows):
            if held.record is not None and held.record.uid == uid:
                self.go_to(place, name)
                return True
        return False

    def add_button(self, made: QPushButton) -> None:
        """Puts what else can be done with the rows beside what every list can do."""
        self._bar.insertWidget(self._bar.count() - 1, made)

    # layout

    def _lay_out(self, *, writable: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.view, 1)
        take_out = button("删除此行", self._take_out, hint="Ctrl+Delete")
        self._undo.hide()
        self._bar = row(self._sums, self._undo, take_out)
        self._bar.insertWidget(0, self.remark, 1)
        layout.addLayout(self._bar)
        take_out.setVisible(writable)  # only now: a part that is shown before it has a place becomes a window

    def _listen(self) -> None:
        self.model.typed.connect(self._typed)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.ended.connect(self.ended)
        self._cells.step_asked.connect(self.view.step)
        self._cells.line_asked.connect(self.view.line)
        self._cells.copy_down_asked.connect(self.view.copy_down)
        self._cells.take_out_asked.connect(self._take_out)
        self._cells.paste_asked.connect(self.paste)

    # keys

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if before.isValid() and before.row() < self.model.rowCount():
            self.model.leave(before.row(), before.column())
            if now.row() != before.row():
                self.model.leave_row(before.row())
                self.view.fit()
        self._remark_on_cell()

    def _take_out(self) -> None:
        now = self.view.currentIndex()
        gone = self.model.take_out(now.row()) if now.isValid() else None
        if gone is not None:
            self._gone.append((now.row(), gone))
            self._undo.show()

    def _put_back(self) -> None:
        place, gone = self._gone.pop()
        self.model.put_in(min(place, self.model.rowCount() - 1), gone)
        self._undo.setVisible(bool(self._gone))
        self.go_to(place)

    def paste(self, text: str) -> None:
        """Fills cells from the one in hand with text copied from a workbook: tabs between cells, a line a row."""
        now = self.view.currentIndex()
        cells = pasted(text)
        self.model.paste(max(now.row(), 0), max(now.column(), 0), cells[:_MOST_PASTED])
        self.view.fit()
        self._remark_on_cell()
        if len(cells) > _MOST_PASTED:
            self.remark.show_remark(
                Remark(f"一次最多粘贴{_MOST_PASTED}行，其余{len(cells) - _MOST_PASTED}行没有粘贴。", ERROR)
            )

    # what is shown

    def _show(self, rows: Sequence[TypedRow]) -> None:
        self.model.show_rows(rows)
        self._saved = self._own_answers()
        self._gone.clear()
        self._undo.hide()
        self._typed()
        self._pause.stop()

    def _typed(self) -> None:
        self._pause.start()
        self._remark_on_cell()
        self._sums.setText(sums_of(self.model))
        dirty = self._own_answers() != self._saved
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)
        self.changed.emit(self.values_read())

    def _own_answers(self) -> list[TypedRow]:
        return [TypedRow(dict(held.answers), held.record) for held in self.model.rows if not held.blank]

    def _remark_on_cell(self) -> None:
        self.remark.show_remark(remark_on_cell(self.model, self.view.currentIndex()))

    @property
    def _draft_name(self) -> str:
        name = self._parent or ""
        return f"{name}/{self._year}" if self._year is not None else name

    def _forget_draft(self) -> None:
        self._pause.stop()
        drop_rows(self._desk.workspace, self._form.id, self._draft_name)
