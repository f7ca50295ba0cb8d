"""A piece of evidence looked at: its pages one by one, drawn in the worker so that no file can hold the window."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from jizhou_desktop.ui.evidence_picture import Shown, shown
from jizhou_desktop.ui.widgets import button, muted, row, section
from jizhou_desktop.ui.work import Work

_SMALLEST, _LARGEST, _STEP = 0.25, 4.0, 1.25
_PAUSE = 80
"""Milliseconds of rest before a page is drawn, so that arrow keys run through a list without drawing each."""
_ROOM = 28


@dataclass(frozen=True)
class _Wanted:
    file: Path
    page: int
    width: int
    zoom: float


class EvidencePreview(QWidget):
    """Shows one file at a time; the newest wish wins, however slow the one before was."""

    def __init__(self) -> None:
        super().__init__()
        self._file: Path | None = None
        self._page, self._pages, self._zoom = 1, 0, 1.0
        self._busy = False
        self._asked: _Wanted | None = None
        self._heading, self._about = section(""), muted("")
        self._heading.setWordWrap(True)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._picture.setObjectName("table")
        self._picture.setWordWrap(True)
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setObjectName("table")
        self._area.setWidget(self._picture)
        self._area.setAccessibleName("佐证材料预览")
        self._place = QLabel()
        self._wait = QTimer(self, interval=_PAUSE, singleShot=True)
        self._wait.timeout.connect(self._draw)
        self._lay_out()

    @property
    def words(self) -> str:
        """What is said in place of a picture; blank where one is shown."""
        return self._picture.text()

    @property
    def pages(self) -> int:
        """Pages of the file shown; 0 where it has none that can be shown."""
        return self._pages

    @property
    def has_picture(self) -> bool:
        """Whether a page is drawn."""
        return not self._picture.pixmap().isNull()

    def show_file(self, heading: str, about: str, file: Path) -> None:
        """Shows a file from its first page."""
        self._heading.setText(heading)
        self._about.setText(about)
        if file == self._file:
            return
        self._file, self._page, self._pages, self._zoom = file, 1, 0, 1.0
        self._say("正在打开…")
        self._wait.start()

    def clear(self, words: str) -> None:
        """Shows nothing but words."""
        self._file, self._pages = None, 0
        self._heading.clear()
        self._about.clear()
        self._say(words)
        self._show_place()

    def turn(self, by: int) -> None:
        """Another page."""
        page = min(max(self._page + by, 1), max(self._pages, 1))
        if page != self._page:
            self._page = page
            self._area.verticalScrollBar().setValue(0)
            self._draw()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by steps; 0 as wide as there is room."""
        self._zoom = min(max(self._zoom * _STEP**steps, _SMALLEST), _LARGEST) if steps else 1.0
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._file is not None:
            self._wait.start()

    def _draw(self) -> None:
        if self._file is None:
            return
        sharp = self.devicePixelRatioF()
        width = round(max(self._area.viewport().width() - _ROOM, 80) * sharp)
        self._asked = _Wanted(self._file, self._page, width, self._zoom)
        if not self._busy:
            self._start(self._asked)

    def _start(self, wanted: _Wanted) -> None:
        self._busy = True
        work = Work(lambda _report: shown(wanted.file, wanted.page, wanted.width, wanted.zoom), self)
        work.done.connect(lambda found: self._end(work, wanted, found))
        # `shown` tells what it expects; whatever else a hostile file brings about is told like damage
        work.failed.connect(lambda _error: self._end(work, wanted, Shown(None, 0, "文件已损坏，无法显示。")))
        work.start()

    def _end(self, work: Work, wanted: _Wanted, found: Shown) -> None:
        work.deleteLater()
        self._busy = False
        if self._file is None:
            return
        if self._asked != wanted and self._asked is not None:
            self._start(self._asked)
            return
        self._pages = found.pages
        if found.image is None:
            self._say(found.sentence)
        else:
            found.image.setDevicePixelRatio(self.devicePixelRatioF())
            self._picture.setPixmap(QPixmap.fromImage(found.image))
        self._show_place()

    def _say(self, words: str) -> None:
        self._picture.setPixmap(QPixmap())
        self._picture.setText(words)

    def _show_place(self) -> None:
        self._place.setText(f"第{self._page}页，共{self._pages}页" if self._pages > 1 else "")
        for part in self._turners:
            part.setVisible(self._pages > 1)
        for part in self._zoomers:
            part.setVisible(self._pages > 0)

    def _lay_out(self) -> None:
        self._turners = (
            button("", lambda: self.turn(-1), sign="left", hint="上一页（Ctrl+PageUp）"),
            button("", lambda: self.turn(1), sign="right", hint="下一页（Ctrl+PageDown）"),
        )
        self._zoomers = (
            button("", lambda: self.zoom_by(-1), sign="zoom-out", hint="缩小（Ctrl+-）"),
            button("", lambda: self.zoom_by(1), sign="zoom-in", hint="放大（Ctrl++）"),
            button("", lambda: self.zoom_by(0), sign="width", hint="适合宽度（Ctrl+0）"),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self._about)
        layout.addLayout(row(*self._turners, self._place, 1, *self._zoomers))
        layout.addWidget(self._area, 1)
        self._show_place()
