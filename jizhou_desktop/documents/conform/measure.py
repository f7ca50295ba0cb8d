"""Measures a printed official document (公文) against GB/T 9704-2012, from its PDF alone."""

from collections.abc import Iterator
from pathlib import Path

from jizhou_desktop.documents.conform.check_body import check_body
from jizhou_desktop.documents.conform.check_colophon import check_colophon
from jizhou_desktop.documents.conform.check_ending import check_ending
from jizhou_desktop.documents.conform.check_head import check_head
from jizhou_desktop.documents.conform.check_letter import check_letter, check_minutes
from jizhou_desktop.documents.conform.check_page_numbers import check_page_numbers
from jizhou_desktop.documents.conform.check_paper import check_paper
from jizhou_desktop.documents.conform.check_title import check_title
from jizhou_desktop.documents.conform.check_wide import check_wide
from jizhou_desktop.documents.conform.elements import Elements, find_elements
from jizhou_desktop.documents.conform.finding import Finding
from jizhou_desktop.documents.conform.lines import read_lines
from jizhou_desktop.documents.page_content import read_pages
from jizhou_desktop.documents.raster import FontUsed, fonts
from jizhou_desktop.domain.document import Layout
from jizhou_desktop.domain.errors import UserError


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
    if elements.layout is Layout.LETTER:
        yield from check_letter(elements)
    elif elements.layout is Layout.MINUTES:
        yield from check_minutes(elements)
    else:
        yield from check_head(elements)
    yield from check_title(elements)
    yield from check_body(elements)
    yield from check_ending(elements)
    yield from check_colophon(elements)
    yield from check_page_numbers(elements)
    yield from check_wide(elements)
