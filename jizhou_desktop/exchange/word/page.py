"""The Word page (5.1, 5.2, 7.5): A4, margins 37, 35, 28, 26 mm, 22 rows of 28 characters, page numbers."""

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.exchange.word.setter import CELL, LEFT, RIGHT, ROW, SIZE_3, SIZE_4, Setter, Words

_TWIPS, _GRID_UNITS = 20, 4096
_FOOTER_MM = 24.0
"""From the paper's lower edge: the number's dashes then lie 7 mm under the text area."""


def lay_out(document: OfficialDocument, setter: Setter) -> None:
    """Sets up paper, grid and page numbers."""
    word = setter.document
    word.settings.odd_and_even_pages_header_footer = True
    section = word.sections[0]
    upright(section)
    section.different_first_page_header_footer = document.layout is Layout.LETTER
    _number(setter, section.footer.paragraphs[0], odd=True)
    _number(setter, section.even_page_footer.paragraphs[0], odd=False)


def upright(section: Section) -> None:
    """A4 upright: 天头 37 mm, 订口 28 mm, text area 156 × 225 mm."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(_FOOTER_MM)
    _grid(section)


def turned(document: Document) -> Section:
    """A new A4 page turned for a wide table (A4 横排), its head toward the binding."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.left_margin, section.right_margin = Mm(35), Mm(37)
    return section


def back_upright(document: Document) -> Section:
    """A new upright page after turned ones."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    upright(section)
    return section


def _grid(section: Section) -> None:
    """The document grid: rows and characters, from which Word makes its 22 × 28."""
    properties = section._sectPr  # noqa: SLF001  — python-docx knows no document grid
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(round(ROW * _TWIPS)))
    grid.set(qn("w:charSpace"), str(round((CELL - SIZE_3) * _GRID_UNITS)))
    properties.append(grid)


def _number(setter: Setter, paragraph: Paragraph, *, odd: bool) -> None:
    """— 1 — in 4号 宋体, one 字 free: right on odd pages, left on even ones."""
    free = SIZE_4 / CELL
    setter.row(
        align=RIGHT if odd else LEFT,
        left=0 if odd else free,
        right=free if odd else 0,
        height=SIZE_4 + 4,
        into=paragraph,
    )
    setter.add(paragraph, Words("— ", Role.SONG, SIZE_4))
    _field(setter, paragraph, "PAGE")
    setter.add(paragraph, Words(" —", Role.SONG, SIZE_4))


def _field(setter: Setter, paragraph: Paragraph, name: str) -> None:
    """A field that Word computes; `1` stands there until it does."""
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("", "1"), ("end", "")):
        run = paragraph.add_run()
        setter.dress(run, Words("", Role.SONG, SIZE_4))
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001  — python-docx knows no fields
        elif text == name:
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {name} "
            run._r.append(code)  # noqa: SLF001
        else:
            run.text = text


def default_text(document: Document, face: str) -> None:
    """Normal text is 3号 仿宋, in which the grid's characters are counted, and Chinese: 避头尾 depends on it."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = face, Pt(SIZE_3)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
