"""What is being typed on one page, in several forms and lists: saved together, kept as drafts together."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from jizhou_desktop.ui.answer_sheet import AnswerSheet
from jizhou_desktop.ui.row_grid import RowGrid
from jizhou_desktop.ui.widgets import Strip

Part = AnswerSheet | RowGrid


class Parts(QObject):
    """The first part is the record itself: it is saved before the others, which need something to belong to."""

    dirty_changed = Signal()

    def __init__(self, tabs: QTabWidget, strip: Strip) -> None:
        """What refuses to be saved is brought to the front of `tabs`; `strip` tells so."""
        super().__init__(tabs)
        self._tabs, self._strip = tabs, strip
        self._parts: dict[Part, QWidget] = {}

    def add(self, part: Part, tab: QWidget) -> None:
        """A form or list that lies on a tab."""
        self._parts[part] = tab
        part.dirty_changed.connect(lambda _dirty: self.dirty_changed.emit())

    def drop(self, part: Part) -> None:
        """A part that another takes the place of; what is typed in it is kept as a draft."""
        part.keep_draft()
        del self._parts[part]

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return any(part.dirty for part in self._parts)

    @property
    def composing(self) -> bool:
        """Whether an input method holds text somewhere that is not yet in its field."""
        return any(part.composing for part in self._parts)

    def load(self) -> bool:
        """Shows what is saved and over it the drafts that were left; True where there were some."""
        return any([part.load() for part in self._parts])  # noqa: C419  — every one must load

    def save(self) -> bool:
        """Saves what was typed, part by part; stops at the first that has an error, and goes to it."""
        first, *_ = self._parts
        new = isinstance(first, AnswerSheet) and first.record is None
        for part, tab in list(self._parts.items()):
            # A new record is saved even if only its lists were typed.
            if (part.dirty or (new and part is first)) and not self._save(part, tab):
                return False
        self._strip.say("")
        return True

    def throw_away(self) -> None:
        """Goes back to what is saved, and forgets the drafts."""
        for part in self._parts:
            part.throw_away()
        self._strip.say("")

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        for part in self._parts:
            part.keep_draft()

    def _save(self, part: Part, tab: QWidget) -> bool:
        if isinstance(part, RowGrid):
            saved, wrong = part.save(), f"{part.title}还有{part.wrong_rows}行有错误"
        else:
            answered = part.save()
            saved, wrong = answered.record is not None, f"还有{len(answered.errors)}处错误"
        if not saved:
            self._tabs.setCurrentWidget(tab)
            part.go_to_error()
            self._strip.say(f"没有保存：{wrong}，请按红字改正；已填的内容不会丢失。", tone="error")
        return saved
