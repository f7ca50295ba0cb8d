"""The Word page (5.1, 5.2): A4, margins 37, 35, 28, 26 mm, 22 rows of 28 characters, upright and turned."""

from math import floor

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt

from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.standard_page import BOTTOM, CELL, LEFT, PAGE_HEIGHT, PAGE_WIDTH, POINT, RIGHT, SIZE_3, TOP
from jizhou_desktop.exchange.word.page_number import (
    FOOTER_DISTANCE,
    clear_headers,
    number_no_pages,
    number_pages,
    number_turned_pages,
)
from jizhou_desktop.exchange.word.schema_order import put
from jizhou_desktop.exchange.word.setter import BOTH, ROW_PITCH, Setter

_TWIPS, _GRID_UNITS = 20, 4096
_HEADER = 15.0
_COMPATIBLE = 15
"""Word 2013 and later; less would have the window say 兼容模式."""


def lay_out(document: OfficialDocument, setter: Setter) -> None:
    """Sets up paper and grid; page numbers come when the head is set, since a letter's takes the first page's foot."""
    word = setter.document
    word.settings.odd_and_even_pages_header_footer = True
    section = word.sections[0]
    _upright(section)
    section.different_first_page_header_footer = document.layout is Layout.LETTER


def _upright(section: Section) -> None:
    """天头 37 mm, 订口 28 mm, text area 156 × 225 mm."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(PAGE_HEIGHT - BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(PAGE_WIDTH - RIGHT)
    section.header_distance, section.footer_distance = Mm(_HEADER), Mm(FOOTER_DISTANCE)
    section.different_first_page_header_footer = False
    _grid(section)


def turned(setter: Setter) -> None:
    """A new A4 page turned for a wide table (A4 横排): its head lies where 订口 is on odd pages."""
    section = _new_section(setter)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(PAGE_HEIGHT), Mm(PAGE_WIDTH)
    section.top_margin, section.bottom_margin = Mm(LEFT), Mm(PAGE_WIDTH - RIGHT)
    section.left_margin, section.right_margin = Mm(PAGE_HEIGHT - BOTTOM), Mm(TOP)
    section.header_distance = section.footer_distance = Mm(_HEADER)
    section.different_first_page_header_footer = False
    number_turned_pages(setter, section)


def back_upright(setter: Setter, *, numbered: bool = True) -> None:
    """A new upright page after turned ones, with its number or (版记 alone) without."""
    section = _new_section(setter)
    _upright(section)
    if numbered:
        clear_headers(setter, section)
        number_pages(setter, section)
    else:
        number_no_pages(setter, section)


def _new_section(setter: Setter) -> Section:
    """A section on a new page; the paragraph that ends the one before takes hardly any room on its page."""
    section: Section = setter.document.add_section(WD_SECTION.NEW_PAGE)
    setter.row(height=1, into=setter.document.paragraphs[-1])
    return section


def _grid(section: Section) -> None:
    """The document grid: rows and characters, from which Word makes its 22 × 28."""
    put(
        section._sectPr,  # noqa: SLF001  — python-docx knows no document grid
        "docGrid",
        type="linesAndChars",
        linePitch=round(ROW_PITCH * _TWIPS),
        charSpace=floor((CELL / POINT - SIZE_3) * _GRID_UNITS),
    )


def default_text(document: Document, face: str) -> None:
    """Normal text is 3号 仿宋 in rows of the grid, so what the office pastes in is too, and Chinese: so is 避头尾."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = face, Pt(SIZE_3)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    form = normal.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(ROW_PITCH)
    form.space_after, form.alignment = Pt(0), BOTH
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    settings = document.settings.element
    for kept in settings.iter(qn("w:characterSpacingControl")):
        kept.set(qn("w:val"), "compressPunctuation")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), str(_COMPATIBLE))
