"""Setting paragraphs in Word on the standard's grid: faces by role, indents in 字, rows that keep their height."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import CELL, LEFT, POINT, RISE, SIZE_3, TOP
from jizhou_desktop.exchange.word.schema_order import element, put

ROW_PITCH = 28.95
"""The pitch of the 22 rows, pt: in twentieths, in which Word counts, the most that lets all 22 into the text area."""
_BASE = 0.8
"""Word sets the baseline of a row of fixed height at four fifths of it, whatever the face (measured by others too)."""
_CLOSER = -6
"""Twips between 3号 characters, so that 28 fit the row."""
INK_RISE, INK_FALL = 0.8, 0.13
"""How far 小标宋 blackens paper above and below its baseline, em; the office's own face is not known here."""
_UNWRITABLE = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
RED = RGBColor(0xFF, 0, 0)

TO_LEFT, CENTRE, TO_RIGHT, BOTH, SPREAD = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.DISTRIBUTE,
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
    """Adds paragraphs to a document, or to one of its cells, headers and footers.

    `bottom` is how far down the page, in mm, what was placed with `placed` reaches.
    """

    def __init__(self, document: Document, faces: Mapping[Role, str]) -> None:
        """`faces` names the face of each role."""
        self.document = document
        self.bottom = TOP
        self._gap = 0.0
        self._faces = faces

    def row(
        self,
        words: Sequence[Words] = (),
        *,
        align: WD_ALIGN_PARAGRAPH = BOTH,
        first: float = 0,
        left: float = 0,
        right: float = 0,
        height: float = ROW_PITCH,
        before: float = 0,
        into: Paragraph | None = None,
    ) -> Paragraph:
        """A paragraph whose rows are `height` pt; `first`, `left` and `right` are indents in 字, `before` is pt."""
        if into is None:
            into, before, self._gap = self.document.add_paragraph(), before + self._gap, 0.0
        form = into.paragraph_format
        form.alignment = align
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(height)
        form.space_before, form.space_after = Pt(before), Pt(0)
        form.first_line_indent = Mm(first * CELL)
        form.left_indent, form.right_indent = Mm(left * CELL), Mm(right * CELL)
        form.widow_control = False
        _keep_pitch(into)
        for run in words:
            self.add(into, run)
        return into

    def placed(
        self,
        top: float,
        words: Sequence[Words] = (),
        *,
        align: WD_ALIGN_PARAGRAPH = TO_LEFT,
        left: float = 0,
        right: float = 0,
        height: float | None = None,
        lines: int = 1,
    ) -> Paragraph:
        """A paragraph whose characters' boxes begin at `top` mm on the page; by default no higher than they are."""
        height = height or tight(words[0].size if words else SIZE_3)
        self.begin_at(top, words[0].size if words else SIZE_3, height)
        row = self.row(words, align=align, left=left, right=right, height=height)
        self.bottom += lines * height * POINT
        return row

    def begin_at(self, top: float, size: float = SIZE_3, height: float = ROW_PITCH) -> None:
        """Has the next paragraph's characters begin at `top` mm, by blank room above it."""
        begin = top + (RISE * size - _BASE * height) * POINT
        self._gap = max(begin - self.bottom, 0.0) / POINT
        self.bottom = max(begin, self.bottom)

    def add(self, paragraph: Paragraph, words: Words) -> Run:
        """Adds text to a paragraph."""
        run = paragraph.add_run(writable(words.text))
        self.dress(run, words)
        return run

    def dress(self, run: Run, words: Words) -> None:
        """Gives a run face, size and colour; Latin letters and figures take the same face."""
        name = self._faces[words.role]
        run.font.name, run.font.size = name, Pt(words.size)
        properties = run._r.get_or_add_rPr()  # noqa: SLF001  — python-docx knows no eastAsia
        put(properties, "rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), name), hint="eastAsia")
        if words.red:
            run.font.color.rgb = RED
        if words.size == SIZE_3:
            put(properties, "spacing", val=_CLOSER)
        if words.width != 100:
            put(properties, "w", val=words.width)


OVER_ROW = (_BASE * ROW_PITCH - RISE * SIZE_3) * POINT
"""How far a row of text begins above its characters' boxes, mm."""


def writable(text: str) -> str:
    """The text without what no XML file may hold; the line break of Word's own clipboard becomes a usual one."""
    return _UNWRITABLE.sub("", text.replace("\x0b", "\n"))


def tight(size: float) -> float:
    """The height in pt of a row that begins where its characters of `size` pt begin."""
    return size * RISE / _BASE


def baseline_at(height: float) -> float:
    """How far the baseline lies below the upper edge of a row of `height` pt, mm."""
    return _BASE * height * POINT


def em_width(text: str) -> float:
    """The width of a text in characters: figures and Latin letters are half as wide in 仿宋."""
    return sum(0.5 if mark.isascii() else 1.0 for mark in text)


def tab_at(paragraph: Paragraph, x: float, alignment: WD_TAB_ALIGNMENT = WD_TAB_ALIGNMENT.LEFT) -> None:
    """A tab stop `x` mm from the paper's left edge."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(x - LEFT), alignment)


def keep_with_next(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.keep_with_next = True


def _keep_pitch(paragraph: Paragraph) -> None:
    """Rows and characters keep the pitch that is set here, and nothing hangs out of the text area.

    The grid itself stays in the section, for what the office adds: LibreOffice doubles rows and characters on a grid
    closer than the type.
    """
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  — python-docx knows none of these
    for name in ("overflowPunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid"):
        put(properties, name, val=0)


def rule(paragraph: Paragraph, side: str, *, style: str, eighths: int) -> None:
    """Draws a red line over (top) or under (bottom) a paragraph; its width is in eighths of a pt."""
    borders = put(paragraph._p.get_or_add_pPr(), "pBdr")  # noqa: SLF001  — python-docx knows no paragraph borders
    borders.append(element(side, val=style, sz=eighths, space=0, color=str(RED)))
