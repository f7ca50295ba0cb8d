"""The main window: the list of pages at the left, one page at a time, the status bar below."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QWidget

from jizhou_desktop.domain.office import Profile
from jizhou_desktop.ui.icons import window_icon
from jizhou_desktop.ui.page_list import PageList
from jizhou_desktop.ui.widgets import shortcut


@dataclass(frozen=True)
class Page:
    """A page: its Chinese name, its icon, and the widget."""

    name: str
    sign: str
    widget: QWidget


class MainWindow(QMainWindow):
    """Holds the pages and knows nothing of what they do."""

    page_shown = Signal(QWidget)
    closing = Signal()

    def __init__(self, pages: Sequence[Page], profile: Profile, folder: str) -> None:
        """`folder` is the workspace's: its name stands in the status bar, its path in the tip."""
        super().__init__()
        self.setWindowTitle(f"中小企业转型台账 — {profile.office.full_name}")
        self.setWindowIcon(window_icon())
        self._pages = [page.widget for page in pages]
        self.list = PageList([(page.name, page.sign) for page in pages], profile.office.full_name)
        self.stack = QStackedWidget()
        for page in pages:
            self.stack.addWidget(page.widget)
        self._said = QLabel()
        self._whose = QLabel(f"{profile.office.name}　经办人：{profile.clerk}")
        self._folder = QLabel(f"工作目录：{Path(folder).name}")
        self._folder.setToolTip(folder)
        self._lay_out()
        self.list.picked.connect(self._show_picked)
        for number in range(len(pages)):
            shortcut(f"Ctrl+{number + 1}", self, partial(self.list.pick, number))
        self.list.pick(0)

    def go_to(self, page: QWidget) -> None:
        """Shows one of the listed pages; the one that is shown is read anew. A page is read once, not twice."""
        if self.stack.currentWidget() is page:
            self._show(page)
        else:
            self.list.pick(self._pages.index(page))

    def say(self, words: str) -> None:
        """Says something in the status bar: a count, sums, what was done."""
        self._said.setText(words)

    def show_profile(self, profile: Profile) -> None:
        """Shows another name of office or clerk."""
        self._whose.setText(f"{profile.office.name}　经办人：{profile.clerk}")
        self.list.show_office(profile.office.full_name)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _show_picked(self, number: int) -> None:
        if number >= 0:
            self._show(self._pages[number])

    def _show(self, page: QWidget) -> None:
        self._said.clear()
        self.stack.setCurrentWidget(page)
        self.page_shown.emit(page)

    def _lay_out(self) -> None:
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._said, 1)
        bar.addPermanentWidget(self._whose)
        bar.addPermanentWidget(self._folder)
        self.resize(1280, 800)
