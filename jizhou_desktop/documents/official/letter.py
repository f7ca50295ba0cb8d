"""信函格式 (10.1): the mark 30 mm from the paper's edge, red double lines above and below, no number on page one."""

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.official.head import draw_corner, draw_mark_line
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import (
    EM_3,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    RISE,
    SIZE_3,
    SPACE,
    TEXT_WIDTH,
)
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role

MARK_TOP, LINE_BELOW, FOOT_LINE = 30.0, 4.0, 20.0
LINE_LENGTH = 170.0
_MIDDLE = PAGE_WIDTH / 2
_THICK, _THIN, _GAP = 0.9, 0.35, 1.1


def draw_letter_head(pen: Pen, document: OfficialDocument) -> float:
    """Draws the head; gives the y from which the title leaves its blank rows, mm."""
    bottom = draw_mark_line(pen, document.mark or document.offices[0], MARK_TOP, TEXT_WIDTH)
    y = bottom + LINE_BELOW
    _double(pen, y, thick_above=True)
    top = y + _GAP + 7 / 8 * EM_3
    draw_corner(pen, document, top)
    width = pen.width(document.number, Role.FANGSONG, SIZE_3, space=SPACE)
    pen.text(RIGHT - width, top + RISE * EM_3, document.number, Role.FANGSONG, SIZE_3, space=SPACE)
    lines = sum(1 for said in (document.copy_number, document.secrecy, document.urgency) if said)
    return top + max(lines, 1) * EM_3


def draw_letter_foot(pen: Pen) -> None:
    """The double line 20 mm from the lower edge of the first page, the thin one above."""
    _double(pen, PAGE_HEIGHT - FOOT_LINE, thick_above=False)


def _double(pen: Pen, y: float, *, thick_above: bool) -> None:
    left, right = _MIDDLE - LINE_LENGTH / 2, _MIDDLE + LINE_LENGTH / 2
    upper, lower = (_THICK, _THIN) if thick_above else (_THIN, _THICK)
    first = y if thick_above else y - _GAP
    pen.line(left, first, right, first, width=upper, color=RED)
    pen.line(left, first + _GAP, right, first + _GAP, width=lower, color=RED)
