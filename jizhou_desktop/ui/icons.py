"""Icons (resources/icons, SVG in one colour), drawn in the colour that is asked for, sharp on every screen."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jizhou_desktop.tasks.resources import resource_folder
from jizhou_desktop.ui.palette import COLOURS

_DRAWN_IN = b"#000000"
_SHARP = 3  # pixels a logical pixel: enough for the densest office screen


@cache
def icon(name: str, colour: str = "accent") -> QIcon:
    """An icon in a colour of the palette, for buttons and lists."""
    return QIcon(picture(name, colour, 32))


def picture(name: str, colour: str, side: int) -> QPixmap:
    """An icon as a picture of `side` logical pixels."""
    return _drawn(resource_folder() / "icons" / f"{name}.svg", COLOURS[colour], side)


def window_icon() -> QIcon:
    """The product's own mark, in its own colours."""
    return QIcon(_drawn(resource_folder() / "icons" / "jizhou.svg", "#000000", 64))


def _drawn(file: Path, colour: str, side: int) -> QPixmap:
    source = file.read_bytes().replace(_DRAWN_IN, colour.encode())
    pixels = QPixmap(side * _SHARP, side * _SHARP)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side * _SHARP, side * _SHARP))
    painter.end()
    pixels.setDevicePixelRatio(_SHARP)
    return pixels
