"""纪要格式 (10.3): the mark 35 mm under the text area's upper edge; 出席、请假、列席 after the body."""

from collections.abc import Iterator, Sequence

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.official.head import (
    MARK_BELOW_TOP,
    RED_LINE_BELOW,
    draw_corner,
    draw_mark_line,
    draw_number,
)
from jizhou_desktop.documents.official.runs import TextRow, set_width
from jizhou_desktop.documents.official.title import below, draw_title
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import CELL, LEFT, RIGHT, ROW, TEXT_WIDTH, TOP
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role


def draw_minutes_head(pen: Pen, document: OfficialDocument) -> float:
    """Draws mark, number, red line and title; gives the title's lower edge, mm."""
    draw_corner(pen, document)
    bottom = draw_mark_line(pen, document.mark or f"{document.offices[0]}会议纪要", TOP + MARK_BELOW_TOP, TEXT_WIDTH)
    end = draw_number(pen, document, bottom + 2 * ROW) if document.number else bottom
    red = end + RED_LINE_BELOW
    pen.line(LEFT, red, RIGHT, red, width=0.5, color=RED)
    return draw_title(pen, document.title, below(red, 2))


def attendance_rows(document: OfficialDocument, pen: Pen) -> Iterator[TextRow]:
    """出席、请假、列席 in 黑体, names in 仿宋, turned lines under the first name (10.3)."""
    for word, names in (("出席", document.attended), ("请假", document.excused), ("列席", document.observers)):
        if names:
            yield TextRow([])
            yield from _named(f"{word}：", names, pen)


def _named(word: str, names: Sequence[str], pen: Pen) -> Iterator[TextRow]:
    first = LEFT + (2 + len(word)) * CELL
    lines = [""]
    for name in names:
        joint = f"{lines[-1]}　{name}" if lines[-1] else name
        if set_width(pen, Role.FANGSONG, joint) > RIGHT - first:
            lines.append(name)
        else:
            lines[-1] = joint
    yield TextRow([(Role.HEI, word), (Role.FANGSONG, lines[0])], LEFT + 2 * CELL)
    for line in lines[1:]:
        yield TextRow([(Role.FANGSONG, line)], first)
