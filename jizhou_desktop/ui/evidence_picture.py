"""Evidence as a picture on screen: a page of a PDF or a photograph, read in the worker and never believed."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.evidence import Look, look_at
from jizhou_desktop.tasks.preview import page_count, page_size
from jizhou_desktop.ui.page_pictures import page_image

_READ = {b"jpeg", b"jpg", b"jfif", b"png", b"bmp", b"gif", b"webp", b"tiff", b"tif"}
"""Formats of plain pixels. SVG and the like can refer to other files, and are left out."""
_MADE_SMALLER_WHILE_READ = {b"jpeg", b"jpg", b"jfif"}
_MOST_PIXELS, _MOST_PIXELS_WHOLE = 150_000_000, 50_000_000
"""A JPEG is read at a fraction of its size; every other format is held whole before it is made smaller."""
_MOST_SHOWN = 12_000_000
_MOST_MEGABYTES = 256
_CANNOT = "可以用“另存为…”取出后，用其他程序打开。"
_TURNED = QImageIOHandler.Transformation.TransformationRotate90


@dataclass(frozen=True)
class Shown:
    """A page as drawn, and how many there are; or the sentence that says why nothing is drawn."""

    image: QImage | None
    pages: int = 1
    sentence: str = ""


def shown(file: Path, page: int, width: int, zoom: float) -> Shown:
    """Page `page` (from 1) of a file at `width` pixels times `zoom`. What cannot be drawn is told, never raised."""
    try:
        look = look_at(file)
        if look is Look.OTHER:
            return Shown(None, 0, f"这种文件不在窗口内预览。{_CANNOT}")
        return _pdf_page(file, page, width, zoom) if look is Look.PDF else _picture(file, width, zoom)
    except UserError as error:
        said = str(error).replace(str(file), "").replace("文件  ", "文件").strip()
        return Shown(None, 0, f"{said}{_CANNOT}")


def _pdf_page(file: Path, page: int, width: int, zoom: float) -> Shown:
    points = page_size(file, page)
    scale = min(width / points[0] * zoom, (_MOST_SHOWN / (points[0] * points[1])) ** 0.5)
    return Shown(page_image(file, page, scale), page_count(file))


def _picture(file: Path, width: int, zoom: float) -> Shown:
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind, size = bytes(reader.format().data()), reader.size()
    if kind not in _READ:
        return Shown(None, 0, f"这种图片不在窗口内预览。{_CANNOT}")
    if not size.isValid():
        raise UserError("图片已损坏，无法显示。")
    most = _MOST_PIXELS if kind in _MADE_SMALLER_WHILE_READ else _MOST_PIXELS_WHOLE
    if size.width() * size.height() > most:
        raise UserError(f"图片有{size.width():,}×{size.height():,}个像素，过大，不在窗口内显示。")
    reader.setScaledSize(_fitted(reader, size, width, zoom))
    image = reader.read()
    if image.isNull():
        raise UserError("图片已损坏，无法显示。")
    return Shown(image)


def _fitted(reader: QImageReader, size: QSize, width: int, zoom: float) -> QSize:
    """The size to read at: as wide as the room where the picture is wider, as it will stand once it is turned."""
    turned = bool(reader.transformation() & _TURNED)
    own = size.height() if turned else size.width()
    share = min(width / own, 1) * zoom
    share = min(share, (_MOST_SHOWN / (size.width() * size.height())) ** 0.5)
    return size.scaled(size * share, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
