"""Dresses the whole application: font, colours and sizes, all following the text size that was chosen."""

from pathlib import Path
from string import Template

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from jizhou_desktop.ui.palette import COLOURS
from jizhou_desktop.ui.text_size import TextSize

_POINTS = {"body": 1.0, "small": 0.88, "lead": 1.15, "title": 1.5, "figure": 1.9}
_PIXELS = {
    "gap": 6, "gap_on": 5, "inset": 4, "inset_on": 3, "pad": 12, "pad_on": 11, "wide": 16, "line_height": 20,
    "arrow": 24, "mark": 14, "scroll": 12, "head_pad": 8, "ring": 4, "icon": 16,
}  # fmt: skip


def dress(application: QApplication, family: str, size: TextSize, resources: Path) -> None:
    """Applies the text size at once to everything that is open. `family` is the screen's Chinese face."""
    font = QFont(family)
    font.setPointSizeF(size.points)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    application.setFont(font)
    application.setStyleSheet(style_sheet(size, resources))


def style_sheet(size: TextSize, resources: Path) -> str:
    """The style sheet with its colours and sizes filled in."""
    template = Template((resources / "style" / "window.qss").read_text("utf-8"))
    growth = size.points / TextSize.STANDARD.points
    points = {name: f"{share * size.points:.1f}" for name, share in _POINTS.items()}
    pixels = {name: str(round(length * growth)) for name, length in _PIXELS.items()}
    # The ring of a chosen radio button takes the place of the edge of an empty one: both are equally wide outside.
    pixels["core"] = str(int(pixels["mark"]) + 2 - 2 * int(pixels["ring"]))
    pixels["round"] = str((int(pixels["mark"]) + 2) // 2)
    return template.substitute(COLOURS, icons=(resources / "icons").as_posix(), **points, **pixels)
