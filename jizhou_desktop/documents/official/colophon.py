"""版记 (7.4) at the foot of the last page: rules, 抄送机关, 印发机关 and 印发日期."""

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import BOTTOM, EM_4, LEFT, POINT, RIGHT, RISE, SIZE_4
from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.face import Role

THICK, THIN = 0.35, 0.25
_PITCH = 7.6
"""The height of a 4号 row between its rules, mm."""
_COPIES = "抄送："


def colophon_height(document: OfficialDocument, pen: Pen) -> float:
    """The room it takes above the text area's lower edge, mm."""
    if not document.printed_by:
        return 0.0
    return (len(_copies(document, pen)) + 1) * _PITCH


def draw_colophon(pen: Pen, document: OfficialDocument) -> None:
    """Draws it so that its last rule lies on the text area's lower edge. A letter has no rules (10.1)."""
    if not document.printed_by:
        return
    ruled = document.layout is not Layout.LETTER
    copies = _copies(document, pen)
    top = BOTTOM - colophon_height(document, pen)
    y = top
    if ruled:
        pen.line(LEFT, top, RIGHT, top, width=THICK)
    for number, line in enumerate(copies):
        x = LEFT + EM_4 + (len(_COPIES) * EM_4 if number else 0)
        pen.text(x, _baseline(y), line, Role.FANGSONG, SIZE_4)
        y += _PITCH
    if copies and ruled:
        pen.line(LEFT, y, RIGHT, y, width=THIN)
    _printed(pen, document, y)
    if ruled:
        pen.line(LEFT, BOTTOM, RIGHT, BOTTOM, width=THICK)


def _copies(document: OfficialDocument, pen: Pen) -> list[str]:
    """The lines of 抄送, one 字 free on both sides, turned lines under the first name."""
    if not document.copies_to or document.layout is Layout.LETTER:
        return []
    width = RIGHT - LEFT - (2 + len(_COPIES)) * EM_4
    text = f"{document.copies_to.rstrip('。')}。"
    lines = wrapped(text, width, lambda line: pen.width(line, Role.FANGSONG, SIZE_4))
    return [f"{_COPIES}{lines[0]}", *lines[1:]]


def _printed(pen: Pen, document: OfficialDocument, top: float) -> None:
    pen.text(LEFT + EM_4, _baseline(top), document.printed_by, Role.FANGSONG, SIZE_4)
    if document.printed_on:
        date = f"{chinese_date(document.printed_on)}印发"
        width = pen.width(date, Role.FANGSONG, SIZE_4)
        pen.text(RIGHT - EM_4 - width, _baseline(top), date, Role.FANGSONG, SIZE_4)


def _baseline(top: float) -> float:
    return top + (_PITCH - SIZE_4 * POINT) / 2 + RISE * SIZE_4 * POINT
