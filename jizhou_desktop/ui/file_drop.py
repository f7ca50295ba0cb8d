"""Files dropped on a part of the window, wherever within it they fall."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

Then = Callable[[Sequence[Path]], object]
_OF_A_DRAG = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


def files_of(data: QMimeData) -> list[Path]:
    """The files of this machine that a drag or the clipboard brings."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class FileDrop(QObject):
    """Takes files that are dropped on a widget, and leaves dragged words to the entries that take them."""

    def __init__(self, target: QWidget, then: Then) -> None:
        """Lives as long as `target`; `then` gets the files."""
        super().__init__(target)
        self._then = then
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _OF_A_DRAG or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        files = files_of(event.mimeData())
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._then(files)
        return True
