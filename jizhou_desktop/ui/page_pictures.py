"""Pages of a paper as Qt images."""

from pathlib import Path

from PySide6.QtGui import QImage

from jizhou_desktop.tasks.preview import picture


def page_image(file: Path, page: int, scale: float) -> QImage:
    """Page `page` (from 1) at `scale` pixels a point."""
    drawn = picture(file, page, scale)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    return image.copy()  # the pixels belong to Python and would be gone
