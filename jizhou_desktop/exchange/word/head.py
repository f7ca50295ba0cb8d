"""版头 in Word (7.2): 份号、密级、紧急程度、发文机关标志、发文字号、签发人 and the red line."""

from docx.enum.text import WD_TAB_ALIGNMENT

from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.names import spread
from jizhou_desktop.domain.standard_page import (
    CELL,
    EM_3,
    MARK_BELOW_TOP,
    POINT,
    RED_LINE_BELOW,
    RIGHT,
    RISE,
    ROW,
    ROWS_UNDER_MARK,
    TEXT_WIDTH,
    TOP,
)
from jizhou_desktop.exchange.word.joint_mark import set_joint_mark
from jizhou_desktop.exchange.word.setter import CENTRE, INK_FALL, INK_RISE, Setter, Words, em_width, rule, tab_at

_LARGEST, _NARROWEST = 54.0, 0.7
"""The mark's size in pt, and how far its characters may be narrowed to fit the width."""
_HAIR = 1.0
"""A little less than the text's width, mm, so that rounding turns no line."""
CORNER_ROWS = 3
_RED_EIGHTHS = 12


def set_head(setter: Setter, document: OfficialDocument) -> float:
    """Sets everything above the title; gives where the red line is, mm."""
    set_corner(setter, document)
    top = TOP + MARK_BELOW_TOP
    if document.mark or len(document.offices) == 1:
        bottom = set_mark(setter, document.mark_text, top)
    else:
        bottom = set_joint_mark(setter, document.offices, top)
    return set_red_line(setter, set_number(setter, document, bottom + ROWS_UNDER_MARK * ROW))


def set_corner(setter: Setter, document: OfficialDocument, rows: int = CORNER_ROWS) -> None:
    """The rows over the mark, blank where nothing is said: what an office adds there moves nothing below.

    密级 stands in the second row always (7.2.2).
    """
    words = corner_words(document)
    if document.secrecy and not document.copy_number:
        words.insert(0, Words(""))
    for number in range(max(rows, len(words))):
        setter.placed(TOP + number * ROW, words[number : number + 1])


def corner_words(document: OfficialDocument) -> list[Words]:
    """份号, 密级和保密期限 and 紧急程度, whichever are said, in this order."""
    said = [(document.copy_number, Role.FANGSONG), (document.secrecy, Role.HEI), (document.urgency, Role.HEI)]
    return [Words(text, role) for text, role in said if text]


def set_mark(setter: Setter, text: str, top: float) -> float:
    """One red line, centred, its ink from `top` mm down, as large as fits the width; gives its lower edge."""
    words = mark_words(text)
    setter.placed(top - (RISE - INK_RISE) * words.size * POINT, [words], align=CENTRE)
    return top + (INK_RISE + INK_FALL) * words.size * POINT


def mark_words(text: str) -> Words:
    """The mark's characters, narrowed where it is long."""
    width, wide = (TEXT_WIDTH - _HAIR) / POINT, em_width(text)
    size = int(min(_LARGEST, width / wide / _NARROWEST) * 2) / 2
    return Words(text, Role.TITLE, size, red=True, width=min(100, int(width / (wide * size) * 100)))


def set_number(setter: Setter, document: OfficialDocument, top: float) -> float:
    """发文字号 centred; in an upward document left, with 签发人 on the right, two a row, the number on the last.

    Gives the lower edge of the last row's characters.
    """
    if not document.signers:
        setter.placed(top, [Words(document.number)], align=CENTRE)
        return top + EM_3
    names = [spread(signer.name) for signer in document.signers]
    columns = [max((em_width(name) * CELL for name in names[column::2]), default=0.0) for column in range(2)]
    second = RIGHT - CELL - columns[1]
    first = second - columns[0] - (CELL if columns[1] else 0)
    pairs = [names[start : start + 2] for start in range(0, len(names), 2)]
    for index, pair in enumerate(pairs):
        last = index == len(pairs) - 1
        lead = "签发人：" if index == 0 else "　" * len("签发人：")
        row = setter.placed(top + index * ROW, [Words(f"{document.number if last else ''}\t{lead}")], left=1)
        tab_at(row, first - len(lead) * CELL)
        tab_at(row, second)
        setter.add(row, Words("\t".join(pair), Role.KAI))
    return top + (len(pairs) - 1) * ROW + EM_3


def set_red_line(setter: Setter, end: float) -> float:
    """The red line 4 mm under `end`, as wide as the text; gives where it is."""
    red = end + RED_LINE_BELOW
    half = _RED_EIGHTHS / 8 * POINT / 2
    row = setter.row(height=(red - half - setter.bottom) / POINT)
    rule(row, "bottom", style="single", eighths=_RED_EIGHTHS)
    setter.bottom = red + half
    return red


def put_at_both_ends(setter: Setter, top: float, left: str, right: str) -> float:
    """A row with words at its left and at its right, one 字 free on both sides; gives its characters' lower edge."""
    row = setter.placed(top, [Words(f"{left}\t{right}")], left=1)
    tab_at(row, RIGHT - CELL, WD_TAB_ALIGNMENT.RIGHT)
    return top + EM_3
