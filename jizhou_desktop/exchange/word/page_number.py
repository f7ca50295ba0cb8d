"""页码 in Word (7.5): 4号半角宋体 between 一字线, 7 mm under the text area; odd pages right, even pages left."""

from docx.section import Section, _Footer, _Header
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import (
    BOTTOM,
    CELL,
    EM_4,
    LEFT,
    PAGE_HEIGHT,
    PAGE_NUMBER_BELOW,
    POINT,
    SIZE_4,
    TEXT_WIDTH,
)
from jizhou_desktop.exchange.word.schema_order import element, put
from jizhou_desktop.exchange.word.setter import TO_LEFT, TO_RIGHT, Setter, Words, baseline_at
from jizhou_desktop.exchange.word.table_shape import TWIPS, fix_columns, float_at, pad, row_height

_HEIGHT = 18.0
_DASH = 0.3
"""How far the dash's upper edge lies above the baseline, em."""
_BASELINE = BOTTOM + PAGE_NUMBER_BELOW + _DASH * SIZE_4 * POINT
FOOTER_DISTANCE = PAGE_HEIGHT - _BASELINE + baseline_at(_HEIGHT) - _HEIGHT * POINT
"""From the paper's lower edge to that of the number's row, mm."""
_FREE = EM_4 / CELL
_STRIP = 8.0
"""The width of the strip at a turned page's side in which its number runs down, mm."""


def number_pages(setter: Setter, section: Section) -> None:
    """Numbers at the foot of upright pages."""
    for footer, odd in ((section.footer, True), (section.even_page_footer, False)):
        _cleared(setter, footer)
        _number(setter, footer.paragraphs[0], odd=odd)


def number_turned_pages(setter: Setter, section: Section) -> None:
    """Numbers where they are on upright pages, so at the side of a turned one, running down (A4 横排)."""
    for footer in (section.footer, section.even_page_footer):
        _cleared(setter, footer)
    for header, odd in ((section.header, True), (section.even_page_header, False)):
        _cleared(setter, header)
        _strip(setter, header, odd=odd)


def number_no_pages(setter: Setter, section: Section) -> None:
    """版记 on a page without text bears no number."""
    for part in (section.header, section.even_page_header, section.footer, section.even_page_footer):
        _cleared(setter, part)


def clear_headers(setter: Setter, section: Section) -> None:
    """The section does not go on with the headers of turned pages."""
    for header in (section.header, section.even_page_header):
        _cleared(setter, header)


def _cleared(setter: Setter, part: _Header | _Footer) -> None:
    """Its own, and empty: a row of text there might reach into the text area."""
    part.is_linked_to_previous = False
    setter.row(height=1, into=part.paragraphs[0])


def _strip(setter: Setter, header: _Header, *, odd: bool) -> None:
    """A cell as high as the text is wide on an upright page, whose text runs down."""
    table = header.add_table(1, 1, Mm(_STRIP))
    header._element.insert(0, table._tbl)  # noqa: SLF001  — the header's empty paragraph comes last
    table.autofit = False
    pad(table, 0.0, 0.0)
    fix_columns(table, [_STRIP])
    right = PAGE_HEIGHT - BOTTOM - PAGE_NUMBER_BELOW + _DASH * SIZE_4 * POINT
    float_at(
        table, vertAnchor="page", horzAnchor="page", tblpX=round((right - _STRIP) * TWIPS), tblpY=round(LEFT * TWIPS)
    )
    row_height(table.rows[0], TEXT_WIDTH / POINT)
    cell = table.cell(0, 0)
    put(cell._tc.get_or_add_tcPr(), "textDirection", val="tbRl")  # noqa: SLF001  — python-docx knows none
    _number(setter, cell.paragraphs[0], odd=odd)


def _number(setter: Setter, paragraph: Paragraph, *, odd: bool) -> None:
    align, left, right = (TO_RIGHT, 0.0, _FREE) if odd else (TO_LEFT, _FREE, 0.0)
    setter.row(align=align, left=left, right=right, height=_HEIGHT, into=paragraph)
    setter.add(paragraph, Words("— ", Role.SONG, SIZE_4))
    _field(setter, paragraph, "PAGE")
    setter.add(paragraph, Words(" —", Role.SONG, SIZE_4))


def _field(setter: Setter, paragraph: Paragraph, name: str) -> None:
    """A field that Word computes; `1` stands there until it does."""
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("", "1"), ("end", "")):
        run = paragraph.add_run()
        setter.dress(run, Words("", Role.SONG, SIZE_4))
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))  # noqa: SLF001  — python-docx knows no fields
        elif text == name:
            code = element("instrText")
            code.text = f" {name} "
            code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run._r.append(code)  # noqa: SLF001
        else:
            run.text = text
