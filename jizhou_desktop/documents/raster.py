"""Pages as pictures for the preview and the reference pictures, and the words and fonts that a file holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfDocument

from jizhou_desktop.documents.page_content import Glyph, read_page, without_tag
from jizhou_desktop.documents.pdfium import opened_document, opened_page
from jizhou_desktop.domain.errors import UserError

_MOST_PIXELS = 120_000_000
_GAP = 0.6  # ems; a wider gap between characters ends a word


@dataclass(frozen=True)
class Picture:
    """A page as pixels: `stride` bytes a row, blue, green, red and one byte without meaning a pixel (Qt's RGB32)."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True)
class Word:
    """Characters that stand together, and their box in mm from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class FontUsed:
    """A font of a file and whether its outlines are in it."""

    name: str
    embedded: bool


def page_count(path: Path) -> int:
    """How many pages a PDF has. Raises UserError where it cannot be read."""
    with opened_document(path) as document:
        return len(document)


def page_size(path: Path, page: int) -> tuple[float, float]:
    """Width and height of a page in pt."""
    with opened_document(path) as document, opened_page(document, page, path) as opened:
        width, height = opened.get_size()
        return float(width), float(height)


def picture(path: Path, page: int, scale: float) -> Picture:
    """Page `page` (from 1) at `scale` pixels a point: 1 is 72 dpi, 600 / 72 a printer's. Raises UserError."""
    with opened_document(path) as document, opened_page(document, page, path) as opened:
        width, height = opened.get_size()
        if width * height * scale * scale > _MOST_PIXELS:
            raise UserError(f"文件 {path} 第{page}页幅面过大，无法按这个比例显示，请缩小后重试。")
        bitmap = opened.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        try:
            return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()


def words(path: Path, page: int) -> list[Word]:
    """The words of a page in reading order; a run of Chinese without a gap is one word."""
    with opened_document(path) as document, opened_page(document, page, path) as opened:
        glyphs = read_page(opened, page).glyphs
    return [_word(group) for group in _together(glyphs)]


def text(path: Path, page: int) -> str:
    """All the text of a page in reading order, lines ended by a newline."""
    with opened_document(path) as document, opened_page(document, page, path) as opened:
        textpage = opened.get_textpage()
        try:
            found = str(textpage.get_text_range())
        finally:
            textpage.close()
    return found.replace("\r\n", "\n")


def fonts(path: Path) -> list[FontUsed]:
    """Every font that text is set in, in order of appearance."""
    with opened_document(path) as document:
        found: dict[FontUsed, None] = {}
        for number in range(1, len(document) + 1):
            found |= dict.fromkeys(_fonts(document, number, path))
        return list(found)


def _fonts(document: PdfDocument, number: int, path: Path) -> Iterator[FontUsed]:
    with opened_page(document, number, path) as page:
        for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT]):
            font = item.get_font()
            yield FontUsed(without_tag(font.get_base_name()), bool(font.is_embedded))


def _together(glyphs: tuple[Glyph, ...]) -> Iterator[list[Glyph]]:
    group: list[Glyph] = []
    for glyph in glyphs:
        if group and (glyph.text.isspace() or not _follows(group[-1], glyph)):
            yield group
            group = []
        if not glyph.text.isspace():
            group.append(glyph)
    if group:
        yield group


def _follows(before: Glyph, after: Glyph) -> bool:
    em = before.size * 25.4 / 72
    return abs(before.y - after.y) < em / 4 and -em < after.x - before.right < _GAP * em


def _word(group: list[Glyph]) -> Word:
    return Word(
        "".join(glyph.text for glyph in group), min(glyph.x for glyph in group), min(glyph.top for glyph in group),
        max(glyph.right for glyph in group), max(glyph.bottom for glyph in group),
    )  # fmt: skip
