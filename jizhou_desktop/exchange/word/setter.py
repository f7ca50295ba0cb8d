"""Setting paragraphs in Word on the standard's grid: faces by role, indents in 字, rows that keep their height."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from jizhou_desktop.domain.face import Role

SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0
"""2号, 3号 and 4号 in pt."""
ROW = 225 / 22 * 72 / 25.4
"""The pitch of the 22 rows, pt."""
CELL = 156 / 28 * 72 / 25.4
"""The pitch of the 28 characters, pt."""
MM = 72 / 25.4
"""Points in a millimetre."""
_CLOSER = -5
"""Twips between 3号 characters, so that 28 fit the row."""
_BEFORE_SPACING = ("w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:outlineLvl", "w:rPr")
RED = RGBColor(0xFF, 0, 0)

LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


class Words(NamedTuple):
    """Text in one face; size in pt."""

    text: str
    role: Role = Role.FANGSONG
    size: float = SIZE_3
    red: bool = False
    width: int = 100
    """Characters' width in %: a long 发文机关标志 is narrowed."""


class Setter:
    """Adds paragraphs to a document, or to one of its cells, headers and footers."""

    def __init__(self, document: Document, faces: Mapping[Role, str]) -> None:
        """`faces` names the face of each role."""
        self.document = document
        self._faces = faces

    def row(
        self,
        words: Sequence[Words] = (),
        *,
        align: WD_ALIGN_PARAGRAPH = BOTH,
        first: float = 0,
        left: float = 0,
        right: float = 0,
        height: float = ROW,
        before: float = 0,
        into: Paragraph | None = None,
    ) -> Paragraph:
        """A paragraph whose rows are `height` pt; `first`, `left` and `right` are indents in 字 of the grid."""
        paragraph = into if into is not None else self.document.add_paragraph()
        form = paragraph.paragraph_format
        form.alignment = align
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(height)
        form.space_before, form.space_after = Pt(before), Pt(0)
        form.first_line_indent = Pt(first * CELL)
        form.left_indent, form.right_indent = Pt(left * CELL), Pt(right * CELL)
        form.widow_control = False
        _keep_pitch(paragraph)
        for run in words:
            self.add(paragraph, run)
        return paragraph

    def add(self, paragraph: Paragraph, words: Words) -> Run:
        """Adds text to a paragraph."""
        run = paragraph.add_run(words.text)
        self.dress(run, words)
        return run

    def dress(self, run: Run, words: Words) -> None:
        """Gives a run face, size and colour; Latin letters and figures take the same face."""
        name = self._faces[words.role]
        run.font.name, run.font.size = name, Pt(words.size)
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001  — python-docx knows no eastAsia
        for kind in ("w:eastAsia", "w:cs"):
            fonts.set(qn(kind), name)
        if words.red:
            run.font.color.rgb = RED
        # the schema wants both before the size, in this order
        closer = _CLOSER if words.size == SIZE_3 else 0
        for name, value in (("w:spacing", closer), ("w:w", words.width if words.width != 100 else 0)):
            if value:
                mark = OxmlElement(name)
                mark.set(qn("w:val"), str(value))
                run._r.get_or_add_rPr().find(qn("w:sz")).addprevious(mark)  # noqa: SLF001


def _keep_pitch(paragraph: Paragraph) -> None:
    """Rows and characters keep the pitch that is set here: LibreOffice doubles it on a grid closer than the type.

    The grid itself stays in the section, for what the office adds.
    """
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  — python-docx knows none of these
    for name in ("w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
        off = OxmlElement(name)
        off.set(qn("w:val"), "0")
        properties.insert_element_before(off, *_BEFORE_SPACING)


def em_width(text: str) -> float:
    """The width of a text in characters: figures and Latin letters are half as wide in 仿宋."""
    return sum(0.5 if mark.isascii() else 1.0 for mark in text)


def rule(paragraph: Paragraph, side: str, *, style: str, eighths: int) -> None:
    """Draws a red line over (top) or under (bottom) a paragraph; its width is in eighths of a pt."""
    borders = OxmlElement("w:pBdr")
    borders.append(line_of(side, eighths, style=style, color=str(RED)))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  — python-docx knows no paragraph borders
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid", *_BEFORE_SPACING
    )


def line_of(side: str, eighths: int, *, style: str = "single", color: str = "000000") -> BaseOxmlElement:
    """One line of a paragraph's or table's borders."""
    line = OxmlElement(f"w:{side}")
    for key, value in (("val", style), ("sz", str(eighths)), ("space", "0"), ("color", color)):
        line.set(qn(f"w:{key}"), value)
    return line
