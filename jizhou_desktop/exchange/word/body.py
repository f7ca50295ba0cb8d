"""Title, 主送机关 and body in Word (7.3.1 to 7.3.3): headings in the faces of their levels, tables."""

from collections.abc import Sequence
from math import ceil

from jizhou_desktop.domain.document import Block, Heading, Paragraph, Table
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import (
    BOTTOM,
    CELLS,
    HAIR,
    LEAST_BODY,
    LEVELS,
    POINT,
    ROW,
    SIZE_2,
    TEXT_WIDTH,
    TITLE_PITCH,
    title_place,
)
from jizhou_desktop.exchange.word.setter import CENTRE, ROW_PITCH, TO_LEFT, Setter, Words, em_width, keep_with_next
from jizhou_desktop.exchange.word.tables import set_table


def set_title(setter: Setter, title: str, top: float) -> float:
    """A title's lines centred near `top` mm; gives where the row below its blank one begins.

    Line breaks are the caller's, who knows where the sense breaks.
    """
    lines = title.count("\n") + 1
    begin, row = title_place(top, lines)
    words = [Words(title, Role.TITLE, SIZE_2)]
    setter.placed(begin, words, align=CENTRE, height=TITLE_PITCH / POINT, lines=lines)
    return row


def addressees_have_room(addressees: str, top: float) -> bool:
    """Whether the first page shows body under 主送机关 that begin at `top` mm; else they go to 版记 (7.3.2)."""
    rows = ceil(em_width(addressees) / CELLS)
    return top + (rows + LEAST_BODY) * ROW <= BOTTOM + HAIR


def set_addressees(setter: Setter, addressees: str) -> None:
    """主送机关 flush left, turned rows too, ended by a colon."""
    setter.row([Words(f"{addressees.rstrip('：:')}：")], align=TO_LEFT)


def set_blocks(setter: Setter, blocks: Sequence[Block], width: float = TEXT_WIDTH) -> None:
    """The blocks in order, tables `width` mm wide."""
    for block in blocks:
        if isinstance(block, Heading):
            keep_with_next(setter.row([Words(block.text, LEVELS[block.level])], first=2))
        elif isinstance(block, Paragraph):
            _set_paragraph(setter, block)
        elif isinstance(block, Table):
            set_table(setter, block, width)


def _set_paragraph(setter: Setter, paragraph: Paragraph) -> None:
    first, *others = paragraph.text.split("\n")
    lead = [Words(paragraph.lead, LEVELS.get(paragraph.lead_level, Role.FANGSONG))] if paragraph.lead else []
    setter.row([*lead, Words(first)], first=2, height=ROW_PITCH)
    for text in others:
        setter.row([Words(text)], first=2)
