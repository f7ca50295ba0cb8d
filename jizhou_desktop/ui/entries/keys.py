"""The keys that lead through a form: Enter on, Shift+Enter back, F2 last year's value, F3 不适用, F4 未取得."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from jizhou_desktop.domain.record import NOT_APPLICABLE, NOT_OBTAINED
from jizhou_desktop.ui.entries.lines import LinesEntry
from jizhou_desktop.ui.entries.make import Entry

_WITHHELD: dict[int, str] = {Qt.Key.Key_F3: NOT_APPLICABLE, Qt.Key.Key_F4: NOT_OBTAINED}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryKeys(QObject):
    """Watches the entries. While an input method is composing (拼音未上屏), every key is the input method's."""

    carry_asked = Signal(str)
    """F2 in the entry of that name."""
    withheld = Signal(str, str)
    """F3 or F4: the entry of that name, and 不适用 or 未取得."""
    ended = Signal()
    """Enter in the last entry."""

    def __init__(self, entries: Sequence[Entry], parent: QObject) -> None:
        """`entries` in the order they are gone through."""
        super().__init__(parent)
        self._entries = list(entries)
        self._composing = False
        for entry in self._entries:
            entry.installEventFilter(self)

    @property
    def composing(self) -> bool:
        return self._composing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self._composing = False
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self._composing:
            return self._take(watched, event)
        return False

    def _take(self, watched: QObject, event: QKeyEvent) -> bool:
        place = next((place for place, entry in enumerate(self._entries) if entry is watched), None)
        if place is None:
            return False
        if event.key() == Qt.Key.Key_F2:
            self.carry_asked.emit(watched.objectName())
            return True
        said = _WITHHELD.get(event.key())
        if said and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.withheld.emit(watched.objectName(), said)
            return True
        if event.key() not in _ENTER:
            return False
        return self._enter(place, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)

    def _enter(self, place: int, held: Qt.KeyboardModifier) -> bool:
        if held == Qt.KeyboardModifier.ShiftModifier:
            self._go_to(place - 1)
            return True
        if held != Qt.KeyboardModifier.NoModifier or isinstance(self._entries[place], LinesEntry):
            return False
        self._go_to(place + 1)
        return True

    def _go_to(self, place: int) -> None:
        if place >= len(self._entries):
            self.ended.emit()
        elif place >= 0:
            entry = self._entries[place]
            entry.setFocus(Qt.FocusReason.TabFocusReason)
