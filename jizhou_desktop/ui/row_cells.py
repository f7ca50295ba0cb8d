"""The cells of an editable list: which entry a cell opens, and the keys that lead from cell to cell."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.tasks.choices import choices_like
from jizhou_desktop.ui.entries.choice import YES_NO
from jizhou_desktop.ui.entries.lines import LinesEntry
from jizhou_desktop.ui.entries.look_up import LookUpEntry
from jizhou_desktop.ui.entries.make import Entry, entry_for
from jizhou_desktop.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_NONE = Qt.KeyboardModifier.NoModifier


class ChoiceCell(LookUpEntry):
    """One of a few answers: the first characters or 拼音首字母 find it, Alt+Down lists all, Enter takes and goes on."""

    taken = Signal()

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__(lambda typed: choices_like(choices, typed))
        self._choices = list(choices)
        self.addAction(icon("down", "muted"), QLineEdit.ActionPosition.TrailingPosition).triggered.connect(self.open)
        # While the list is open its keys pass the line by; only this signal tells that Enter was among them.
        self.returnPressed.connect(lambda: QTimer.singleShot(0, self, self.taken.emit))

    def open(self) -> None:
        """Lists all choices."""
        self._offered.setStringList(self._choices)
        self.completer().complete()


class CellDelegate(QStyledItemDelegate):
    """Opens the entry that a form's page would show, and hands what is typed on at once.

    An entry stays open while the cursor is in its cell, so that an input method always writes into a real line.
    """

    step_asked = Signal(int)
    """To the next (1) or previous (-1) cell."""
    line_asked = Signal(int)
    """One row down (1) or up (-1)."""
    copy_down_asked = Signal()
    take_out_asked = Signal()
    paste_asked = Signal(str)

    def __init__(self, fields: Sequence[Field], codes: Codes) -> None:
        super().__init__()
        self._fields, self._codes = list(fields), codes
        self.composing = False
        """Whether an input method holds text that is not yet in the cell; every key is then the input method's."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        entry = _entry(self._fields[index.column()], self._codes)
        entry.setParent(parent)
        entry.setProperty("cell", True)
        entry.changed.connect(lambda: self.commitData.emit(entry))
        if isinstance(entry, ChoiceCell):
            entry.taken.connect(lambda: self.step_asked.emit(1))
        self.composing = False
        return entry

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        entry, text = _as_entry(editor), index.data(Qt.ItemDataRole.EditRole)
        if entry.value() != text:
            entry.blockSignals(True)
            entry.set_value(text)
            entry.blockSignals(False)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        model.setData(index, _as_entry(editor).value())  # type: ignore[attr-defined]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        place = option.rect
        if isinstance(editor, LinesEntry):
            place.setHeight(max(place.height(), editor.sizeHint().height()))
        editor.setGeometry(place)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as an open entry, so that nothing jumps when the cursor comes."""
        size = super().sizeHint(option, index)
        return size.expandedTo(QSize(0, round(option.fontMetrics.height() * 1.9)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self.composing = bool(event.preeditString())
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self.composing = False
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self.composing:
            return self._take(watched, event)
        return False

    def _take(self, entry: QObject, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._paste(QGuiApplication.clipboard().text())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held == _ALT and isinstance(entry, LinesEntry):
            entry.insertPlainText("\n")
            return True
        if event.key() == Qt.Key.Key_Down and held == _ALT and isinstance(entry, ChoiceCell):
            entry.open()
            return True
        then = self._keys().get((Qt.Key(event.key()), held))
        if then:
            then()
        return then is not None

    def _paste(self, text: str) -> bool:
        """One cell's text goes into the line as anywhere; several cells fill the list."""
        several = "\t" in text or "\n" in text.strip("\r\n")
        if several:
            self.paste_asked.emit(text)
        return several

    def _keys(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        on, back = (lambda: self.step_asked.emit(1)), (lambda: self.step_asked.emit(-1))
        return {
            (Qt.Key.Key_Return, _NONE): on,
            (Qt.Key.Key_Enter, _NONE): on,
            (Qt.Key.Key_Tab, _NONE): on,
            (Qt.Key.Key_Return, _SHIFT): back,
            (Qt.Key.Key_Enter, _SHIFT): back,
            (Qt.Key.Key_Backtab, _SHIFT): back,
            (Qt.Key.Key_Down, _NONE): lambda: self.line_asked.emit(1),
            (Qt.Key.Key_Up, _NONE): lambda: self.line_asked.emit(-1),
            (Qt.Key.Key_D, _CTRL): self.copy_down_asked.emit,
            (Qt.Key.Key_Delete, _CTRL): self.take_out_asked.emit,
        }


def _entry(field: Field, codes: Codes) -> Entry:
    if field.kind in (FieldKind.CHOICE, FieldKind.YES_NO):
        entry = ChoiceCell(field.choices or YES_NO)
        entry.setObjectName(field.name)
        entry.setAccessibleName(field.label)
        return entry
    return entry_for(field, codes)


def _as_entry(editor: QWidget) -> Entry:
    assert isinstance(editor, Entry)  # noqa: S101  — the delegate opens no others
    return editor
