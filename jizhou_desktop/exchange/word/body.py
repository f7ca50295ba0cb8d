"""Title, body and annexes in Word (7.3): headings in the faces of their levels, tables, pages of their own."""

from collections.abc import Sequence

from jizhou_desktop.domain.document import Annex, Block, Heading, OfficialDocument, Paragraph, Table
from jizhou_desktop.domain.face import Role
from jizhou_desktop.exchange.word.page import back_upright, turned
from jizhou_desktop.exchange.word.setter import CENTRE, LEFT, MM, SIZE_2, Setter, Words
from jizhou_desktop.exchange.word.tables import set_table

LEVELS = {1: Role.HEI, 2: Role.KAI, 3: Role.FANGSONG, 4: Role.FANGSONG}
"""7.3.3: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋."""

_TITLE_PITCH = 12.2 * MM
_WIDTH, _TURNED_WIDTH = 156 * MM, 225 * MM


def set_title(setter: Setter, title: str) -> None:
    """A title's lines, centred; line breaks are the caller's, who knows where the sense breaks."""
    for line in title.split("\n"):
        setter.row([Words(line, Role.TITLE, SIZE_2)], align=CENTRE, height=_TITLE_PITCH)


def set_body(setter: Setter, document: OfficialDocument) -> None:
    """主送机关 one blank row under the title, then the body."""
    if document.addressees:
        setter.row()
        setter.row([Words(f"{document.addressees.rstrip('：')}：")])
    elif document.blocks:
        setter.row()
    set_blocks(setter, document.blocks)


def set_blocks(setter: Setter, blocks: Sequence[Block], width: float = _WIDTH) -> None:
    """The blocks in order, tables as wide as the text (`width` pt); a wide table turns its page."""
    for block in blocks:
        if isinstance(block, Heading):
            row = setter.row([Words(block.text, LEVELS[block.level])], first=2)
            row.paragraph_format.keep_with_next = True
        elif isinstance(block, Paragraph):
            lead = [Words(block.lead, LEVELS[block.lead_level])] if block.lead else []
            setter.row([*lead, Words(block.text)], first=2)
        elif block.wide and width < _TURNED_WIDTH:
            turned(setter.document)
            set_table(setter, block, _TURNED_WIDTH)
            back_upright(setter.document)
        else:
            set_table(setter, block, width)


def set_annexes(setter: Setter, annexes: Sequence[Annex], *, more_follows: bool) -> None:
    """Each annex on a new page: 附件 and number in 黑体 on the first row, its title on the third (7.3.7).

    One with a wide table has its page turned. `more_follows` says that something upright comes after.
    """
    upright = True
    for number, annex in enumerate(annexes, start=1):
        wide = any(isinstance(block, Table) and block.wide for block in annex.blocks)
        if wide:
            turned(setter.document)
        elif not upright:
            back_upright(setter.document)
        mark = f"附件{number if len(annexes) > 1 else ''}"
        row = setter.row([Words(mark, Role.HEI)], align=LEFT)
        row.paragraph_format.page_break_before = upright and not wide
        setter.row()
        set_title(setter, annex.title)
        setter.row()
        set_blocks(setter, annex.blocks, _TURNED_WIDTH if wide else _WIDTH)
        upright = not wide
    if not upright and more_follows:
        back_upright(setter.document)
