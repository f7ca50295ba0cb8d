"""A page of several forms and lists on tabs: saved, kept and left together, whatever they are the forms of."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from jizhou_desktop.ui.answer_sheet import say_restored
from jizhou_desktop.ui.messages import ask_unsaved
from jizhou_desktop.ui.parts import Parts
from jizhou_desktop.ui.widgets import Strip, shortcut


class SheetsPage(QWidget):
    """Pages lay out tabs and strip, add their parts, call `_begin`, and say what depends on what is saved
    (`_refresh`) and on what is typed (`_show_state`).
    """

    closed = Signal()
    said = Signal(str)

    def __init__(self, what: str) -> None:
        """`what` is left with a question where it is not saved: 这份档案."""
        super().__init__()
        self._what = what
        self.tabs, self.strip = QTabWidget(), Strip()
        self.parts = Parts(self.tabs, self.strip)

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        return self.parts.dirty

    def save(self) -> bool:
        """Saves what was typed; False where an error keeps it from being saved."""
        if not self.parts.save():
            return False
        self._refresh()
        self.said.emit("已保存")
        return True

    def leave(self) -> None:
        """Back to the list, with a question where something is not saved."""
        if not self.dirty:
            self.closed.emit()
            return
        ask_unsaved(self, f"{self._what}有未保存的内容。", save=self._save_and_close, discard=self._close_unsaved)

    def keep_drafts(self) -> None:
        """Keeps what is typed, before the window goes."""
        self.parts.keep_drafts()

    # for the pages made of it

    def _begin(self) -> None:
        """Once all parts are there: keys, the drafts that were left, and what depends on what is saved."""
        self.parts.dirty_changed.connect(self._show_state)
        shortcut("Ctrl+S", self, self._unless_composing(self.save))
        shortcut("Esc", self, self._unless_composing(self.leave))
        if self.parts.load():
            say_restored(self.strip, self.parts.throw_away)
        self._refresh()

    def _refresh(self) -> None:
        raise NotImplementedError

    def _show_state(self) -> None:
        raise NotImplementedError

    def _unless_composing(self, then: Callable[[], object]) -> Callable[[], object]:
        """An input method that holds text keeps its keys, and what it holds would not be saved."""
        return lambda: None if self.parts.composing else then()

    def _save_and_close(self) -> None:
        if self.save():
            self.closed.emit()

    def _close_unsaved(self) -> None:
        self.parts.throw_away()
        self.closed.emit()
