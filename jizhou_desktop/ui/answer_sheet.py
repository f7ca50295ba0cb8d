"""One form being answered: what was typed, whether it is saved, and the draft that survives a power cut."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.drafts import drop_draft, find_draft, keep_draft
from jizhou_desktop.tasks.saved import Saved
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entry_form import EntryForm
from jizhou_desktop.ui.widgets import Strip

_DRAFT_PAUSE = 1000
"""Milliseconds after a key before a draft is kept: what a power cut may cost at most."""


class AnswerSheet(QObject):
    """Ties an entry form to the record it answers."""

    dirty_changed = Signal(bool)

    def __init__(
        self,
        desk: Desk,
        form: Form,
        page: EntryForm,
        *,
        record: Record | None,
        uid: str,
        parent: str | None = None,
        year: int | None = None,
    ) -> None:
        """`record` is None for a new one, which is then saved as `uid`, for `parent` and `year`."""
        super().__init__(page)
        self._desk, self._form, self.page = desk, form, page
        self.record = record
        self._uid, self._parent, self._year = uid, parent, year
        self._saved: Mapping[str, str] = {}
        self._dirty = False
        self._pause = QTimer(self, singleShot=True, interval=_DRAFT_PAUSE)
        self._pause.timeout.connect(self.keep_draft)
        page.changed.connect(self._typed)

    @property
    def form_id(self) -> str:
        """The id of the form that is answered."""
        return self._form.id

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._dirty

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not yet in its field."""
        return self.page.composing

    def go_to_error(self) -> None:
        """Puts the cursor into the first field whose error keeps the answers from being saved."""
        errors = (problem for problem in self.page.judge_now().problems if problem.severity is Severity.ERROR)
        self.page.go_to(next((problem.field for problem in errors), ""))

    def load(self) -> bool:
        """Shows the record, and over it the draft that was left; True where there was one."""
        self.page.show_values(self.record.values if self.record else {})
        self._saved = self.page.answers()
        draft = find_draft(self._desk.workspace, self._form.id, self._draft_name)
        if draft is None or {**self._saved, **draft} == self._saved:
            return False
        self.page.show_answers({**self._saved, **draft})
        self._set_dirty(True)
        return True

    def save(self) -> Saved:
        """Saves all answers, or none where an error stands; the sentences are then beside their fields."""
        self.page.speak_of_all()
        saved = save_answers(
            self._desk.workspace,
            self._form.id,
            self.page.answers(),
            uid=self._uid,
            now=self._desk.now(),
            record=self.record,
            parent=self._parent,
            year=self._year,
        )
        if saved.record is not None:
            self._forget_draft()
            self.record = saved.record
            self.page.show_values(saved.record.values)
            self._saved = self.page.answers()
            self._set_dirty(False)
        return saved

    def throw_away(self) -> None:
        """Goes back to what is saved, and forgets the draft."""
        self._forget_draft()
        self.page.show_values(self.record.values if self.record else {})
        self._set_dirty(False)

    def keep_draft(self) -> None:
        """Keeps what is typed, now."""
        self._pause.stop()
        if self._dirty:
            now = self._desk.now()
            keep_draft(self._desk.workspace, self._form.id, self._draft_name, self.page.answers(), now=now)

    @property
    def _draft_name(self) -> str:
        if self.record is not None:
            return self.record.uid
        return f"{self._parent}/{self._year}" if self._parent else ""

    def _forget_draft(self) -> None:
        self._pause.stop()
        drop_draft(self._desk.workspace, self._form.id, self._draft_name)

    def _typed(self) -> None:
        self._set_dirty(self.page.answers() != self._saved)
        if not self._pause.isActive():  # started anew at each key it would wait as long as somebody types on
            self._pause.start()

    def _set_dirty(self, dirty: bool) -> None:
        if dirty != self._dirty:
            self._dirty = dirty
            self.dirty_changed.emit(dirty)


def say_restored(strip: Strip, throw_away: Callable[[], object]) -> None:
    """Tells that a draft was brought back, and offers to throw it away."""
    strip.say("已恢复上次没有保存的内容，请核对后保存。", tone="query", offers={"放弃草稿": throw_away})
