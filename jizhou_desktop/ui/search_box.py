"""Where the list of enterprises is searched: it waits for a pause in typing, and for the words to be read."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from jizhou_desktop.tasks.workspaces import Workspace
from jizhou_desktop.ui.icons import icon
from jizhou_desktop.ui.search_words import SearchWords

_PAUSE = 120
"""Milliseconds after the last key before the list is searched."""


class SearchBox(QLineEdit):
    """Asks for a search by signal; what is found is not its business."""

    asked = Signal()
    """The list is to be searched by `wanted`."""
    entered = Signal()
    """Enter: on to the list, which is by then searched."""
    words_ready = Signal()
    failed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(placeholderText="查找：名称、曾用名、信用代码、人、产品、地址、拼音首字母（Ctrl+F）")
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setAccessibleName("查找企业")
        self._words = SearchWords(workspace, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.asked)
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._enter)
        self._words.ready.connect(self._ready)
        self._words.failed.connect(self.failed)

    @property
    def wanted(self) -> str:
        """What is to be found; blank for everything."""
        return self.text().strip()

    @property
    def reading(self) -> bool:
        """Whether the words to find are still being read; a search is asked for again once they are."""
        return self._words.reading

    def read_words(self) -> None:
        """Reads the words to find where they are not held."""
        self._words.read()

    def start(self, text: str = "") -> None:
        """Takes the cursor, and what is to be found where it is given."""
        if text:
            self.setText(text)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.asked.emit()
        self.entered.emit()

    def _ready(self) -> None:
        self.words_ready.emit()
        if self.wanted:
            self.asked.emit()
