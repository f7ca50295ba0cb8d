"""The entry page of a form: a row for each question with label, entry and the sentence beside it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from jizhou_desktop.domain.answers import Judged, judge, show
from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Value
from jizhou_desktop.ui.entries.choice import ChoiceEntry
from jizhou_desktop.ui.entries.keys import EntryKeys
from jizhou_desktop.ui.entries.make import Entry, entry_for
from jizhou_desktop.ui.entries.remark import NOTHING, PLAIN, QUERY, Remark, remark_on, set_tone
from jizhou_desktop.ui.entry_grid import Beside, EntryGrid

_PAUSE = 200
"""Milliseconds after the last key before the answers are judged."""
_NARROW, _WIDE = 12, 30
"""Widths of an entry in characters: beside other years' figures, and alone."""

_STILL_THERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A list of offers that opens, or another program in front, is no leaving of the field."""

Comment = Callable[[str, Value], str]


class EntryForm(QWidget):
    """Asks the questions of `form`. Judges while typing, but speaks of a field only once it was left."""

    changed = Signal()
    """Something was typed."""
    judged = Signal(object)
    """The answers were read: a Judged."""
    entered = Signal(QWidget)
    """The cursor came into this entry."""
    ended = Signal()
    """Enter in the last entry."""

    def __init__(
        self,
        form: Form,
        codes: Codes,
        *,
        leave_out: Sequence[str] = (),
        beside: Sequence[Beside] = (),
        carried: Mapping[str, str] | None = None,
        comment: Comment | None = None,
        entry_width: int = 0,
    ) -> None:
        """`beside` are columns to compare with (heading, shown values), `carried` what F2 brings, `comment` what is
        said of a figure at its right, such as the change against last year. `entry_width` is in characters.
        """
        super().__init__()
        self._form, self._codes = form, codes
        self._fields = {field.name: field for field in form.fields if field.name not in leave_out}
        self._fixed: dict[str, str] = {}
        self._carried = dict(carried or {})
        self._comment = comment
        self._entries = {field.name: self._make_entry(field) for field in self._fields.values()}
        width = entry_width or (_NARROW if beside else _WIDE)
        self._grid = EntryGrid(self, list(self._fields.values()), self._entries, beside, width, comments=bool(comment))
        self._remarks, self._comments = self._grid.remarks, self._grid.comments
        self._left: set[str] = set()
        self._problems: dict[str, Problem] = {}
        self._values: dict[str, Value] = {}
        self._keys = EntryKeys(list(self._entries.values()), self)
        self._keys.carry_asked.connect(self._carry)
        self._keys.withheld.connect(self._withhold)
        self._keys.ended.connect(self.ended)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.judge_now)

    # what pages ask

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not yet in the entry."""
        return self._keys.composing

    def answers(self) -> dict[str, str]:
        """All answers as typed, and those the page itself fixed."""
        return {**{name: entry.value() for name, entry in self._entries.items()}, **self._fixed}

    def values_read(self) -> dict[str, Value]:
        """The values that were understood when last judged."""
        return dict(self._values)

    def fix(self, name: str, text: str) -> None:
        """Gives the answer to a question that was left out of the page."""
        self._fixed[name] = text

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Shows the values of a record."""
        self.show_answers({name: show(field, values.get(name), self._codes) for name, field in self._fields.items()})

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Shows answers as they were typed (a draft)."""
        for name, entry in self._entries.items():
            entry.blockSignals(True)
            entry.set_value(answers.get(name, ""))
            entry.blockSignals(False)
        self._left = {name for name, entry in self._entries.items() if entry.value()}
        self.judge_now()

    def judge_now(self) -> Judged:
        """Reads all answers at once and shows what is wrong with those that were left."""
        self._pause.stop()
        judged = judge(self._form, self.answers(), self._codes)
        self._problems = {problem.field: problem for problem in reversed(judged.problems)}
        self._values = judged.values
        for name in self._entries:
            self._refresh(name)
            if self._comment:
                said = self._comment(name, judged.values.get(name))
                self._comments[name].setText(said)
                set_tone(self._comments[name], QUERY if said.endswith("？") else "")
        self.judged.emit(judged)
        return judged

    def speak_of_all(self) -> Judged:
        """Shows every problem, also of fields that were never entered: when saving was asked for."""
        self._left = set(self._entries)
        return self.judge_now()

    def go_to(self, name: str = "") -> None:
        """Puts the cursor into a field; the first where none is named."""
        entry = self._entries.get(name) or next(iter(self._entries.values()))
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def entry(self, name: str) -> Entry:
        """The entry of a question."""
        return self._entries[name]

    def remark(self, name: str) -> Remark:
        """The sentence shown beside a question."""
        return self._remarks[name].shown

    def comment(self, name: str) -> str:
        """What is said at the right of a figure, such as its change against last year."""
        return self._comments[name].text()

    # how it is laid out

    def _make_entry(self, field: Field) -> Entry:
        entry = entry_for(field, self._codes)
        entry.installEventFilter(self)
        entry.changed.connect(self._typed)
        return entry

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.arrange(event.size().width())

    # what happens while typing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._refresh(watched.objectName())
            self.entered.emit(watched)
        elif isinstance(event, QFocusEvent) and event.reason() not in _STILL_THERE:
            self._leave(watched.objectName())
        return False

    def _typed(self) -> None:
        self._refresh(self.sender().objectName())
        self._pause.start()
        self.changed.emit()

    def _leave(self, name: str) -> None:
        entry = self._entries[name]
        if entry.value():
            self._left.add(name)
        judged = self.judge_now()
        field = self._fields[name]
        if field.kind is not FieldKind.LINES and name in judged.values and name not in self._problems:
            # What was understood is shown as it will be kept: 84000元 as 8.4, 20200721 as 2020年7月21日.
            entry.set_value(show(field, judged.values[name], self._codes))

    def _refresh(self, name: str) -> None:
        entry, field = self._entries[name], self._fields[name]
        remark = entry.remark() if entry.hasFocus() else NOTHING
        if not remark.text and name in self._left and name in self._problems:
            remark = remark_on(self._problems[name], field.label)
        set_tone(entry, remark.tone)
        advice = _advice(field) if entry.hasFocus() else ""
        if self._grid.in_two_columns and not isinstance(entry, ChoiceEntry):
            entry.setPlaceholderText(advice)  # below the entry it would move all others at each step
        elif not remark.text:
            remark = Remark(advice, PLAIN)
        self._remarks[name].show_remark(remark)

    def _carry(self, name: str) -> None:
        if self._carried.get(name):
            self._entries[name].set_value(self._carried[name])

    def _withhold(self, name: str, word: str) -> None:
        """Says 不适用 or 未取得, where a question may be left open."""
        if not self._fields[name].required:
            self._entries[name].set_value(word)


def _advice(field: Field) -> str:
    if field.kind is FieldKind.LINES:
        return f"{field.help}{'；' if field.help else ''}回车换行，Tab 到下一项"
    return field.help
