"""版头 (7.2): 份号、密级、紧急程度、发文机关标志、发文字号、签发人 and the red line."""

from collections.abc import Sequence

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import (
    CELL,
    EM_3,
    LEFT,
    MIDDLE,
    POINT,
    RIGHT,
    ROW,
    SIZE_3,
    SPACE,
    TEXT_WIDTH,
    TOP,
    baseline,
)
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role

MARK_BELOW_TOP = 35.0
"""7.2.4: the mark's upper edge below that of the text area, mm."""
RED_LINE_BELOW = 4.0
"""7.2.7: the red line below 发文字号, mm."""
_RED_LINE = 0.5
_LARGEST, _NARROWEST = 54.0, 0.7
"""The mark's size in pt, and how far its characters may be narrowed to fit the width."""
_HAIR = 0.6
"""Kept free beside the mark, so that its ink stays within the text area, mm."""
_WORD = "文件"


def draw_head(pen: Pen, document: OfficialDocument) -> float:
    """Draws the head on the first page and gives the y under the red line, in mm."""
    draw_corner(pen, document)
    bottom = _mark(pen, document)
    end = draw_number(pen, document, bottom + 2 * ROW)
    red = end + RED_LINE_BELOW
    pen.line(LEFT, red, RIGHT, red, width=_RED_LINE, color=RED)
    return red


def draw_corner(pen: Pen, document: OfficialDocument, top: float = TOP) -> None:
    """份号、密级和保密期限、紧急程度, flush left from the row at `top` mm downwards (7.2.1 to 7.2.3)."""
    rows = [(Role.FANGSONG, document.copy_number), (Role.HEI, document.secrecy), (Role.HEI, document.urgency)]
    for row, (role, text) in enumerate((role, text) for role, text in rows if text):
        pen.text(LEFT, baseline(top + row * ROW), text, role, SIZE_3, space=SPACE)


def _mark(pen: Pen, document: OfficialDocument) -> float:
    """The mark, in one line or one office a line with 文件 to their right; gives its lower edge."""
    if document.mark or len(document.offices) == 1:
        return draw_mark_line(pen, document.mark_text, TOP + MARK_BELOW_TOP, TEXT_WIDTH)
    return _joint_mark(pen, document.offices)


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


def _joint_mark(pen: Pen, offices: Sequence[str]) -> float:
    """Several offices (7.2.4): the host first, each spread to one width, 文件 centred on the block at its right."""
    top = TOP + MARK_BELOW_TOP
    block = TEXT_WIDTH * 0.78 - _HAIR
    longest = max(pen.width(office, Role.TITLE, 1.0) for office in offices)
    size = min(_LARGEST * 0.8, block / longest / _NARROWEST)
    pitch = size * POINT * 1.35
    for row, office in enumerate(offices):
        natural = pen.width(office, Role.TITLE, size)
        stretch = min(1.0, block / natural)
        space = (block / stretch - natural) / max(len(office) - 1, 1) if len(office) > 1 else 0.0
        y = top + row * pitch + pen.ink(office, Role.TITLE, size).top
        pen.text(LEFT, y, office, Role.TITLE, size, color=RED, stretch=stretch, space=space)
    bottom = top + (len(offices) - 1) * pitch + size * POINT
    right = TEXT_WIDTH - block - CELL - _HAIR
    word = right / pen.width(_WORD, Role.TITLE, 1.0)
    ink = pen.ink(_WORD, Role.TITLE, word)
    middle = (top + bottom) / 2 + (ink.top + ink.bottom) / 2
    pen.text(RIGHT - right, middle, _WORD, Role.TITLE, word, color=RED)
    return bottom


def draw_number(pen: Pen, document: OfficialDocument, top: float) -> float:
    """发文字号 centred, or with 签发人 on its right in an upward document; gives the lower edge of its row."""
    if not document.signers:
        width = pen.width(document.number, Role.FANGSONG, SIZE_3, space=SPACE)
        pen.text(MIDDLE - width / 2, baseline(top), document.number, Role.FANGSONG, SIZE_3, space=SPACE)
        return top + EM_3
    rows = _signer_rows([signer.name for signer in document.signers])
    for row, names in enumerate(rows):
        lead = "签发人：" if row == 0 else ""
        _signer_row(pen, lead, names, top + row * ROW)
    last = top + (len(rows) - 1) * ROW
    pen.text(LEFT + EM_3, baseline(last), document.number, Role.FANGSONG, SIZE_3, space=SPACE)
    return last + EM_3


def _signer_rows(names: Sequence[str]) -> list[Sequence[str]]:
    """Two names a row (7.2.6)."""
    return [names[start : start + 2] for start in range(0, len(names), 2)]


def _signer_row(pen: Pen, lead: str, names: Sequence[str], top: float) -> None:
    """Names of two characters are spread to three, so that they stand in columns; one 字 free on the right."""
    spread = [name if len(name) != 2 else f"{name[0]}　{name[1]}" for name in names]
    cells = max(sum(len(name) for name in spread) + len(spread) - 1, 3 if len(names) == 1 else 7)
    x = RIGHT - EM_3 - cells * EM_3
    pen.text(x - 4 * EM_3, baseline(top), lead, Role.FANGSONG, SIZE_3)
    for name in spread:
        pen.text(x, baseline(top), name, Role.KAI, SIZE_3)
        x += (len(name) + 1) * EM_3
