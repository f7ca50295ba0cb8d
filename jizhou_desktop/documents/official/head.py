"""版头 (7.2): 份号、密级和保密期限、紧急程度、发文机关标志、发文字号、签发人 and the red line."""

from collections.abc import Sequence

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.official.joint_mark import draw_joint_mark
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.names import spread
from jizhou_desktop.domain.standard_page import (
    CELL,
    EM_3,
    LEFT,
    MARK_BELOW_TOP,
    MIDDLE,
    RED_LINE,
    RED_LINE_BELOW,
    RIGHT,
    ROW,
    ROWS_UNDER_MARK,
    TEXT_WIDTH,
    TOP,
)

_LARGEST, _NARROWEST = 54.0, 0.7
"""The mark's size in pt, and how far its characters may be narrowed to fit the width."""
_HAIR = 0.6
"""Kept free beside the mark, so that its ink stays within the text area, mm."""
_SIGNERS_A_ROW = 2


def draw_head(setter: Setter, document: OfficialDocument) -> float:
    """Draws the head on the first page and gives the y of the red line, in mm."""
    draw_corner(setter, document)
    bottom = _mark(setter.pen, document)
    end = draw_number(setter, document, bottom + ROWS_UNDER_MARK * ROW)
    red = end + RED_LINE_BELOW
    setter.pen.line(LEFT, red, RIGHT, red, width=RED_LINE, color=RED)
    return red


def draw_corner(setter: Setter, document: OfficialDocument) -> None:
    """份号、密级和保密期限、紧急程度, flush left; 密级 in the second row always (7.2.1 to 7.2.3)."""
    rows = corner_rows(document)
    first = 1 if document.secrecy and not document.copy_number else 0
    draw_corner_rows(setter, rows, TOP + first * ROW)


def corner_rows(document: OfficialDocument) -> list[tuple[Role, str]]:
    """What stands at the upper left, from the top."""
    said = [(Role.FANGSONG, document.copy_number), (Role.HEI, document.secrecy), (Role.HEI, document.urgency)]
    return [(role, text) for role, text in said if text]


def draw_corner_rows(setter: Setter, rows: Sequence[tuple[Role, str]], top: float) -> None:
    """Draws them flush left from the row at `top` mm downwards."""
    for row, (role, text) in enumerate(rows):
        setter.put(text, LEFT, top + row * ROW, role)


def _mark(pen: Pen, document: OfficialDocument) -> float:
    """The mark, in one line or one office a line with 文件 to their right; gives its lower edge."""
    top = TOP + MARK_BELOW_TOP
    if document.mark or len(document.offices) == 1:
        return draw_mark_line(pen, document.mark_text, top, TEXT_WIDTH)
    return draw_joint_mark(pen, document.offices, top)


def draw_mark_line(pen: Pen, text: str, top: float, width: float) -> float:
    """One red line of 小标宋, centred, its ink from `top` down; as large as fits `width` mm. Gives its lower edge."""
    width -= _HAIR
    natural = pen.width(text, Role.TITLE, 1.0)
    size = min(_LARGEST, width / natural / _NARROWEST)
    stretch = min(1.0, width / (natural * size))
    ink = pen.ink(text, Role.TITLE, size)
    x = MIDDLE - natural * size * stretch / 2
    pen.text(x, top + ink.top, text, Role.TITLE, size, color=RED, stretch=stretch)
    return top + ink.top - ink.bottom


def draw_number(setter: Setter, document: OfficialDocument, top: float) -> float:
    """发文字号 centred, or with 签发人 on its right in an upward document; gives the lower edge of its row."""
    if not document.signers:
        setter.put(document.number, MIDDLE - setter.width(document.number) / 2, top)
        return top + EM_3
    names = [spread(signer.name) for signer in document.signers]
    columns = [max(map(setter.width, names[column::_SIGNERS_A_ROW]), default=0.0) for column in range(_SIGNERS_A_ROW)]
    places = [RIGHT - CELL - columns[1] - (columns[0] + CELL if columns[1] else columns[0]), RIGHT - CELL - columns[1]]
    for place, name in enumerate(names):
        row, column = divmod(place, _SIGNERS_A_ROW)
        setter.put(name, places[column], top + row * ROW, Role.KAI)
    setter.put("签发人：", places[0] - setter.width("签发人："), top)
    last = top + (len(names) - 1) // _SIGNERS_A_ROW * ROW
    setter.put(document.number, LEFT + CELL, last)
    return last + EM_3
