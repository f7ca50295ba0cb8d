"""信函格式 (10.1): the mark 30 mm from the paper's edge, red double lines above and below, no number on page one."""

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.official.head import corner_rows, draw_corner_rows, draw_mark_line
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.standard_page import (
    EM_3,
    LETTER_FIRST_BELOW,
    LETTER_FOOT_LINE,
    LETTER_LINE,
    LETTER_LINE_BELOW,
    LETTER_MARK_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    ROW,
    TEXT_WIDTH,
)

_THICK, _THIN, _GAP = 0.9, 0.35, 1.1


def draw_letter_head(setter: Setter, document: OfficialDocument) -> float:
    """Draws the head, of several offices the host's; gives the lower edge of its last element, mm."""
    bottom = draw_mark_line(setter.pen, document.mark or document.offices[0], LETTER_MARK_TOP, TEXT_WIDTH)
    y = bottom + LETTER_LINE_BELOW
    _double(setter.pen, y, thick_above=True)
    top = y + _GAP + LETTER_FIRST_BELOW
    rows = corner_rows(document)
    draw_corner_rows(setter, rows, top)
    setter.put(document.number, RIGHT - setter.width(document.number), top)
    return top + (max(len(rows), 1) - 1) * ROW + EM_3


def draw_letter_foot(pen: Pen) -> None:
    """The double line 20 mm from the lower edge of the first page, the thin one above."""
    _double(pen, PAGE_HEIGHT - LETTER_FOOT_LINE, thick_above=False)


def _double(pen: Pen, y: float, *, thick_above: bool) -> None:
    left, right = (PAGE_WIDTH - LETTER_LINE) / 2, (PAGE_WIDTH + LETTER_LINE) / 2
    upper, lower = (_THICK, _THIN) if thick_above else (_THIN, _THICK)
    first = y if thick_above else y - _GAP
    pen.line(left, first, right, first, width=upper, color=RED)
    pen.line(left, first + _GAP, right, first + _GAP, width=lower, color=RED)
