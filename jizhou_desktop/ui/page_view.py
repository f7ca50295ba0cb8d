"""One page of a paper on screen, with the others as thumbnails beside it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QListWidget, QListWidgetItem, QWidget

from jizhou_desktop.tasks.preview import page_size
from jizhou_desktop.ui.page_area import PageArea
from jizhou_desktop.ui.page_pictures import page_image
from jizhou_desktop.ui.palette import COLOURS
from jizhou_desktop.ui.printing import Sheet, sheets_of

_SMALLEST, _LARGEST, _STEP = 0.25, 5.0, 1.2
_THUMB = QSize(92, 130)
_ROOM = 36
"""Pixels left beside a page that is fitted to the width."""


class PageView(QWidget):
    """Turns and zooms. Fitted to the width until a zoom is chosen."""

    turned = Signal(int, int)
    """Page shown, pages there are."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[Sheet] = []
        self.page = 0
        self._zoom: float | None = None
        self._to_draw: list[int] = []
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._area = PageArea(self._picture)
        self._area.setObjectName("table")
        self._picture.setObjectName("table")
        self._area.zoomed.connect(self.zoom_by)
        self._area.left.connect(self._turn_on)
        self.setFocusProxy(self._area)
        self._thumbs = _thumbnail_list()
        self._thumbs.currentRowChanged.connect(lambda row: self.turn_to(row + 1) if row >= 0 else None)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._draw_a_thumb)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._thumbs)
        layout.addWidget(self._area, 1)

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.sheets)

    def show_files(self, files: Sequence[Path]) -> None:
        """Shows papers one after the other, from the first page. Raises UserError where one cannot be read."""
        self.sheets, self.page = sheets_of(files), 0
        self._thumbs.clear()
        blank = QPixmap(_THUMB)
        blank.fill(Qt.GlobalColor.white)
        for number in range(1, self.pages + 1):
            self._thumbs.addItem(QListWidgetItem(QIcon(blank), str(number)))
        self._thumbs.setVisible(self.pages > 1)
        self._to_draw = list(range(1, self.pages + 1))
        self._idle.start()
        self.turn_to(1)

    def turn_to(self, page: int) -> None:
        """Shows another page."""
        page = min(max(page, 1), self.pages)
        if page == self.page or not self.pages:
            return
        self.page = page
        self._thumbs.setCurrentRow(page - 1)
        self._draw()
        self._area.verticalScrollBar().setValue(0)
        self.turned.emit(page, self.pages)

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by steps."""
        self._zoom = min(max(self._scale() * _STEP**steps, _SMALLEST), _LARGEST)
        self._draw()

    def fit_width(self) -> None:
        """As wide as there is room."""
        self._zoom = None
        self._draw()

    @property
    def percent(self) -> int:
        """The size on screen in % of the paper's own (at 96 dots an inch)."""
        return round(self._scale() * 72 / 96 * 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom is None and self.page:
            QTimer.singleShot(0, self, self._draw)

    def _turn_on(self, way: int) -> None:
        """Goes on to the next page's top, or back to the last one's foot."""
        if 1 <= self.page + way <= self.pages:
            self.turn_to(self.page + way)
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.minimum() if way > 0 else bar.maximum())

    def _scale(self) -> float:
        """Logical pixels a point."""
        if self._zoom is not None or not self.page:
            return self._zoom or 1.0
        room = self._area.viewport().width() - _ROOM
        return min(max(room / page_size(*self.sheets[self.page - 1])[0], _SMALLEST), _LARGEST)

    def _draw(self) -> None:
        if not self.page:
            return
        sharp = self.devicePixelRatioF()
        image = page_image(*self.sheets[self.page - 1], self._scale() * sharp)
        image.setDevicePixelRatio(sharp)
        self._picture.setPixmap(QPixmap.fromImage(image))
        self.turned.emit(self.page, self.pages)

    def _draw_a_thumb(self) -> None:
        """One at a time between keys, so that a paper of 200 pages opens at once."""
        if not self._to_draw:
            self._idle.stop()
            return
        page = self._to_draw.pop(0)
        sheet = self.sheets[page - 1]
        image = page_image(*sheet, _THUMB.height() / page_size(*sheet)[1])
        painter = QPainter(image)
        painter.setPen(QColor(COLOURS["edge"]))
        painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
        painter.end()
        self._thumbs.item(page - 1).setIcon(QIcon(QPixmap.fromImage(image)))


def _thumbnail_list() -> QListWidget:
    thumbs = QListWidget()
    thumbs.setObjectName("table")
    thumbs.setViewMode(QListView.ViewMode.IconMode)
    thumbs.setFlow(QListView.Flow.TopToBottom)
    thumbs.setWrapping(False)
    thumbs.setMovement(QListView.Movement.Static)
    thumbs.setIconSize(_THUMB)
    thumbs.setSpacing(6)
    thumbs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    thumbs.setFixedWidth(_THUMB.width() + 48)
    thumbs.setAccessibleName("缩略图")
    return thumbs
