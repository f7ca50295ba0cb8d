"""纪要格式 (10.3): the mark 35 mm under the text area's upper edge; 出席、请假、列席 after the body."""

from collections.abc import Iterator, Sequence

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.official.head import draw_corner, draw_mark_line, draw_number
from jizhou_desktop.documents.official.strips import INDENT, Strip, blank_strip, text_strip
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.names import BLANK, in_columns
from jizhou_desktop.domain.standard_page import (
    CELL,
    EM_3,
    HAIR,
    LEFT,
    MARK_BELOW_TOP,
    RED_LINE,
    RED_LINE_BELOW,
    RIGHT,
    ROW,
    ROWS_UNDER_MARK,
    TEXT_WIDTH,
    TOP,
)


def draw_minutes_head(setter: Setter, document: OfficialDocument) -> float:
    """Draws mark, number, issuing office and date, and the red line; gives the line's y, mm."""
    draw_corner(setter, document)
    mark = document.mark or f"{document.offices[0]}会议纪要"
    end = draw_mark_line(setter.pen, mark, TOP + MARK_BELOW_TOP, TEXT_WIDTH)
    if document.number:
        end = draw_number(setter, document, end + ROWS_UNDER_MARK * ROW)
    if document.dated:
        end = _issued(setter, document, end + ROW)
    red = end + RED_LINE_BELOW
    setter.pen.line(LEFT, red, RIGHT, red, width=RED_LINE, color=RED)
    return red


def _issued(setter: Setter, document: OfficialDocument, top: float) -> float:
    """The office left and the date right, each with one 字 free, in the row above the red line."""
    setter.put(document.printed_by or document.offices[0], LEFT + CELL, top)
    date = chinese_date(document.dated) if document.dated else ""
    setter.put(date, RIGHT - CELL - setter.width(date), top)
    return top + EM_3


def attendance(document: OfficialDocument, setter: Setter) -> Iterator[Strip]:
    """出席、请假、列席 in 黑体, names in 仿宋, turned rows under the first name; one blank row above the first."""
    said = [("出席", document.attended), ("请假", document.excused), ("列席", document.observers)]
    lists = [(f"{word}：", names) for word, names in said if names]
    if lists:
        yield blank_strip()
    for word, names in lists:
        yield from _named(word, names, setter)


def _named(word: str, names: Sequence[str], setter: Setter) -> Iterator[Strip]:
    """A name is not parted: what does not fit goes to the next row."""
    first = INDENT + setter.width(word)
    lines = [""]
    names = in_columns(names)
    for name in names:
        joint = f"{lines[-1]}{BLANK}{name}" if lines[-1] else name
        if setter.width(joint) > RIGHT - first + HAIR:
            lines.append(name)
        else:
            lines[-1] = joint
    for number, line in enumerate(map(str.rstrip, lines)):
        runs = [(Role.HEI, word), (Role.FANGSONG, line)] if number == 0 else [(Role.FANGSONG, line)]
        for row in setter.paragraph(runs, first=first if number else INDENT, left=first):
            yield text_strip(row)
