"""Measures a printed official document (公文) against GB/T 9704-2012, from its PDF alone."""

from collections.abc import Iterator
from pathlib import Path

from jizhou_desktop.documents.conform.check_body import check_body
from jizhou_desktop.documents.conform.check_colophon import check_colophon
from jizhou_desktop.documents.conform.check_ending import check_ending
from jizhou_desktop.documents.conform.check_grid import check_grid
from jizhou_desktop.documents.conform.check_head import check_head
from jizhou_desktop.documents.conform.check_letter import check_letter
from jizhou_desktop.documents.conform.check_minutes import check_minutes
from jizhou_desktop.documents.conform.check_order import check_order
from jizhou_desktop.documents.conform.check_page_numbers import check_page_numbers
from jizhou_desktop.documents.conform.check_paper import check_paper
from jizhou_desktop.documents.conform.check_signature import check_signature
from jizhou_desktop.documents.conform.check_title import check_title
from jizhou_desktop.documents.conform.check_wide import check_wide
from jizhou_desktop.documents.conform.elements import Elements, find_elements
from jizhou_desktop.documents.conform.finding import Finding
from jizhou_desktop.documents.conform.lines import read_lines
from jizhou_desktop.documents.page_content import read_pages
from jizhou_desktop.documents.raster import FontUsed, fonts
from jizhou_desktop.domain.document import Layout
from jizhou_desktop.domain.errors import UserError

_HEADS = {
    Layout.DOCUMENT: check_head,
    Layout.LETTER: check_letter,
    Layout.MINUTES: check_minutes,
    Layout.ORDER: check_order,
}


def measure(path: Path) -> list[Finding]:
    """Every clause that applies to the paper, with what it asks for and what was found.

    The elements are told apart by wording, place, size and colour, as a reader would, and the file need not be ours.
    Raises UserError where the file cannot be read or holds no text.
    """
    pages = [read_lines(content) for content in read_pages(path)]
    if not any(page.lines for page in pages):
        raise UserError(f"文件 {path} 没有可以读取的文字（可能是扫描件），无法检查版式。")
    return list(_check(find_elements(pages), fonts(path)))


def _check(elements: Elements, used: list[FontUsed]) -> Iterator[Finding]:
    yield from check_paper(elements, used)
    yield from check_grid(elements)
    yield from _HEADS[elements.layout](elements)
    yield from check_title(elements)
    yield from check_body(elements)
    yield from check_signature(elements)
    yield from check_ending(elements)
    yield from check_colophon(elements)
    yield from check_page_numbers(elements)
    yield from check_wide(elements)
