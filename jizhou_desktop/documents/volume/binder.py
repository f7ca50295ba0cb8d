"""Binds pages of many files into one PDF: each on A4, pictures as pages, all stamped with a number at the foot."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Self

import pypdfium2.raw as pdfium_c
from pypdfium2 import PdfDocument, PdfImage, PdfiumError, PdfMatrix, PdfPage

from jizhou_desktop.documents.pdfium import entered
from jizhou_desktop.documents.sheet import A4_HEIGHT, A4_WIDTH
from jizhou_desktop.documents.volume.spool import Kept
from jizhou_desktop.domain.errors import UserError

_POINTS = 72 / 25.4
_STRETCH = 32 << 20
_SHORT, _LONG = A4_WIDTH * _POINTS, A4_HEIGHT * _POINTS
_MARGIN, _FOOT = 15 * _POINTS, 22 * _POINTS
"""Left free around a picture, and under it for the number."""


class Binder:
    """Takes pages in order. PDFium is entered for a page at a time, so that the window's own pages are not kept out.

    Close it, or use it in a `with` block.
    """

    def __init__(self, aside: BinaryIO) -> None:
        """Begins an empty volume; pictures are laid aside in a file that is open until the volume is closed."""
        self._aside = aside
        with entered():
            self._made = PdfDocument.new()
        self.sizes: list[tuple[float, float]] = []
        """Width and height in mm of each page, as it lies."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_about: object) -> None:
        with entered():
            self._made.close()

    @property
    def pages(self) -> int:
        """Pages bound so far."""
        return len(self.sizes)

    def add_pdf(self, file: Path) -> Iterator[int]:
        """Adds all pages of a PDF, giving the count after each. Larger pages are made to fit A4, turned ones upright.

        Raises UserError where it cannot be read; then none of its pages is bound.
        """
        first = self.pages
        with entered():
            count = self._import(file, self.pages)
        self.sizes += [(A4_WIDTH, A4_HEIGHT)] * count
        for place in range(first, first + count):
            with entered():
                self.sizes[place] = self._fit(place)
            yield place - first + 1

    def put_in_front(self, file: Path) -> None:
        """Lays a paper of ours, as it is, before all pages."""
        with entered():
            count = self._import(file, 0)
        self.sizes[:0] = [(A4_WIDTH, A4_HEIGHT)] * count

    def add_jpeg(self, data: bytes) -> None:
        """Adds a picture on a page of its own, as large as A4 allows."""
        with entered():
            image = PdfImage.new(self._made)
            image.load_jpeg(Kept(self._aside, data), autoclose=False)
            wide, high = image.get_px_size()
            lying = wide > high
            width, height = (_LONG, _SHORT) if lying else (_SHORT, _LONG)
            scale = min((width - 2 * _MARGIN) / wide, (height - _MARGIN - _FOOT) / high)
            left, top = (width - wide * scale) / 2, height - _MARGIN
            image.set_matrix(PdfMatrix(wide * scale, 0, 0, high * scale, left, top - high * scale))
            page = self._made.new_page(width, height)
            page.insert_obj(image)
            page.gen_content()
            page.close()
        self.sizes.append(_millimetres(width, height))

    def stamp(self, stamps: Path) -> Iterator[int]:
        """Lays each page of `stamps` over the page of the same place, giving the count after each."""
        with entered():
            source = PdfDocument(stamps)
            count = len(source)
        try:
            for number in range(count):
                with entered(), self._page(number) as page:
                    page.insert_obj(source.page_as_xobject(number, self._made).as_pageobject())
                    page.gen_content()
                yield number + 1
        finally:
            with entered():
                source.close()

    def save(self, path: Path) -> None:
        """Writes the volume."""
        with entered(), path.open("wb") as file:
            self._made.save(file)

    def _import(self, file: Path, place: int) -> int:
        before = len(self._made)
        try:
            for pages in _stretches(file):
                # PDFium holds all it read of a file that is open: a long scan is opened anew for each stretch
                with PdfDocument(file) as source:
                    self._made.import_pages(source, pages, index=place + pages[0])
        except PdfiumError as error:
            for _ in range(len(self._made) - before):
                self._made.del_page(place)
            raise UserError("PDF 已损坏或已加密") from error
        return len(self._made) - before

    def _fit(self, place: int) -> tuple[float, float]:
        """Makes the page A4, upright or lying as it was, its remarks and seals part of it; gives its size in mm."""
        with self._page(place) as page:
            pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_PRINT)
        with self._page(place) as page:
            left, bottom, right, top = page.get_bbox()
            turned = page.get_rotation()
            wide, high = (right - left, top - bottom) if turned % 180 == 0 else (top - bottom, right - left)
            width, height = (_LONG, _SHORT) if wide > high else (_SHORT, _LONG)
            scale = min(width / max(wide, 1), height / max(high, 1), 1)
            matrix = PdfMatrix().translate(-(left + right) / 2, -(bottom + top) / 2).rotate(turned)
            matrix = matrix.scale(scale, scale).translate(width / 2, height / 2)
            clip = pdfium_c.FS_RECTF(0, height, width, 0)
            pdfium_c.FPDFPage_TransFormWithClip(page, matrix.to_raw(), ctypes.byref(clip))
            page.set_rotation(0)
            for set_box in (page.set_mediabox, page.set_cropbox, page.set_trimbox, page.set_bleedbox, page.set_artbox):
                set_box(0, 0, width, height)
        return _millimetres(width, height)

    @contextmanager
    def _page(self, place: int) -> Iterator[PdfPage]:
        page = self._made[place]
        try:
            yield page
        finally:
            page.close()


def _stretches(file: Path) -> list[list[int]]:
    """The pages of a PDF in stretches of about 32 MB; what pages share is kept once for each stretch."""
    with PdfDocument(file) as source:
        count = len(source)
    step = max(count * _STRETCH // max(file.stat().st_size, _STRETCH), 1)
    return [list(range(first, min(first + step, count))) for first in range(0, count, step)]


def _millimetres(width: float, height: float) -> tuple[float, float]:
    return width / _POINTS, height / _POINTS
