"""Pictures made ready for paper: upright, as sharp as a printer shows, JPEG, and never larger than can be held."""

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from jizhou_desktop.domain.errors import UserError

_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
_MOST_PIXELS = 80_000_000
"""Held whole while it is made smaller: a quarter of a gigabyte in colour."""
_MOST_DOTS = (1654, 2339)
"""A4 at 200 dots an inch: photographs and scans stay readable, and a volume of 300 pages can be sent."""
_QUALITY = 82
_MOST_FRAMES = 1000
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, MemoryError, Image.DecompressionBombError)
"""What Pillow raises on bytes that are no picture of the format that they claim."""


def frames_of(file: Path) -> int:
    """How many pages a picture file holds: a scan (TIFF) may hold many. Raises UserError where it cannot be read."""
    with _opened(file) as image:
        frames = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
    if frames > _MOST_FRAMES:
        raise UserError(f"图片有{frames}页，多于{_MOST_FRAMES}页")
    return frames


def jpegs_of(file: Path) -> Iterator[bytes]:
    """Each page of a picture file as a JPEG, upright. Raises UserError where one cannot be read."""
    for frame in range(frames_of(file)):
        yield _jpeg(file, frame)


def _jpeg(file: Path, frame: int) -> bytes:
    try:
        with _opened(file) as image:
            image.seek(frame)
            _check_size(image)
            image.draft("RGB", _room(image.size))
            upright = _on_white(ImageOps.exif_transpose(image))
            upright.thumbnail(_room(upright.size), Image.Resampling.LANCZOS)
            out = io.BytesIO()
            upright.save(out, "JPEG", quality=_QUALITY)
            return out.getvalue()
    except _DAMAGE as error:
        raise UserError("图片已损坏") from error


def _opened(file: Path) -> Image.Image:
    try:
        image = Image.open(file, formats=_FORMATS)
    except (UnidentifiedImageError, *_DAMAGE) as error:
        raise UserError("图片已损坏") from error
    _check_size(image)
    return image


def _check_size(image: Image.Image) -> None:
    """By the size that the file claims, before a pixel of it is read."""
    if image.width * image.height > _MOST_PIXELS:
        raise UserError(f"图片有{image.width:,}×{image.height:,}个像素，过大")


def _room(size: tuple[int, int]) -> tuple[int, int]:
    short, long = _MOST_DOTS
    return (long, short) if size[0] > size[1] else (short, long)


def _on_white(image: Image.Image) -> Image.Image:
    """In colour or grey, what is transparent on white as paper is."""
    if image.mode in ("L", "RGB"):
        return image
    if "A" in image.getbands() or "transparency" in image.info:
        coloured = image.convert("RGBA")
        white = Image.new("RGBA", coloured.size, "white")
        return Image.alpha_composite(white, coloured).convert("RGB")
    return image.convert("L" if image.mode in ("1", "I", "I;16") else "RGB")
