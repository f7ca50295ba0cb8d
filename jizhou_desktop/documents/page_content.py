"""What stands on a page of a PDF, in mm from its top left: every character and every rule, read from the file."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfPage, PdfTextPage

from jizhou_desktop.documents.page_rules import Rule, read_rules
from jizhou_desktop.documents.pdfium import opened_document, opened_page
from jizhou_desktop.documents.pen import POINTS

Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Glyph:
    """A character as it was set. x, y is its origin on the baseline; `right` is where the next would stand.

    `top` and `bottom` bound what it blackens; `size` is in pt; `font` is the face's PostScript name; `angle` is in
    degrees to the left (90 is text that runs up the page).
    """

    text: str
    x: float
    y: float
    right: float
    top: float
    bottom: float
    size: float
    font: str
    colour: Rgb
    angle: int


@dataclass(frozen=True)
class PageContent:
    """One page: its number counted from 1, its size in mm, its characters in reading order, its rules."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]


def read_pages(path: Path) -> list[PageContent]:
    """All pages. Raises UserError where the file cannot be read."""
    with opened_document(path) as document:
        pages = []
        for number in range(1, len(document) + 1):
            with opened_page(document, number, path) as page:
                pages.append(read_page(page, number))
        return pages


def read_page(page: PdfPage, number: int) -> PageContent:
    """What stands on an opened page, as it was drawn: a page that is shown turned is read unturned."""
    page.set_rotation(0)
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        glyphs = tuple(_glyphs(textpage, height))
    finally:
        textpage.close()
    return PageContent(number, width / POINTS, height / POINTS, glyphs, tuple(read_rules(page, height)))


def _glyphs(textpage: PdfTextPage, height: float) -> Iterator[Glyph]:
    high = ""
    for index in range(textpage.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(textpage, index)
        if pdfium_c.FPDFText_IsGenerated(textpage, index) == 1 or not code:
            continue
        # Where wide characters have 16 bits (Windows), one beyond U+FFFF comes as two halves.
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        text = (high + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        high = ""
        yield _glyph(textpage, index, text, height)


def _glyph(textpage: PdfTextPage, index: int, text: str, height: float) -> Glyph:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, index, x, y)
    loose = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(textpage, index, loose)
    _, bottom, _, top = textpage.get_charbox(index)
    # PDFium counts to the right, everybody else to the left.
    angle = -round(math.degrees(pdfium_c.FPDFText_GetCharAngle(textpage, index))) % 360
    return Glyph(
        text, x.value / POINTS, (height - y.value) / POINTS, loose.right / POINTS,
        (height - top) / POINTS, (height - bottom) / POINTS,
        _size(textpage, index), _font(textpage, index), _colour(textpage, index), angle,
    )  # fmt: skip


def _size(textpage: PdfTextPage, index: int) -> float:
    """The type size as it appears: what the font was asked for, times the height that its matrix gives it."""
    matrix = pdfium_c.FS_MATRIX()
    asked = float(pdfium_c.FPDFText_GetFontSize(textpage, index))
    if not pdfium_c.FPDFText_GetMatrix(textpage, index, matrix):
        return asked
    return asked * float((matrix.c**2 + matrix.d**2) ** 0.5)


def _font(textpage: PdfTextPage, index: int) -> str:
    flags = ctypes.c_int()
    length = pdfium_c.FPDFText_GetFontInfo(textpage, index, None, 0, flags)
    name = ctypes.create_string_buffer(length or 1)
    pdfium_c.FPDFText_GetFontInfo(textpage, index, name, length, flags)
    return without_tag(name.value.decode("utf-8", "replace"))


def without_tag(name: str) -> str:
    """A font's name without the six letters that mark it as a subset (ABCDEF+SimSun is SimSun)."""
    tag, plus, rest = name.partition("+")
    return rest if plus and len(tag) == 6 and tag.isalpha() and tag.isupper() else name


def _colour(textpage: PdfTextPage, index: int) -> Rgb:
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    pdfium_c.FPDFText_GetFillColor(textpage, index, red, green, blue, opacity)
    return red.value, green.value, blue.value
