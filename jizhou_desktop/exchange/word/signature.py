"""署名 and 成文日期 in Word (7.3.5): with the offices' stamps, without, and with the signer's own."""

from collections.abc import Sequence

from docx.enum.text import WD_TAB_ALIGNMENT

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import OfficialDocument, SignatureStamp
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.stamp_columns import ROWS_A_STAMP, stamp_columns
from jizhou_desktop.domain.standard_page import CELL, LEFT, RIGHT
from jizhou_desktop.exchange.word.setter import TO_LEFT, TO_RIGHT, Setter, Words, em_width, tab_at

_BLANK_OVER_STAMP = 2


def set_signature(setter: Setter, document: OfficialDocument) -> None:
    """The rows of the signature, the blank ones above included."""
    if not document.dated:
        return
    date = chinese_date(document.dated)
    if document.signature_stamp:
        _own_stamp(setter, document.signature_stamp, date)
    elif document.signed and document.stamped:
        _stamped(setter, document.signed, date)
    elif document.signed:
        _plain(setter, document.signed, date)


def _stamped(setter: Setter, names: Sequence[str], date: str) -> None:
    """The date right with four 字 free; the last office centred on it, the others in columns at its left.

    Both hang on one tab, so that they stay centred when the office edits them or has figures of another width.
    """
    widths = [em_width(name) * CELL for name in names]
    middle = RIGHT - (4 + em_width(date) / 2) * CELL
    places = stamp_columns(widths, middle)
    _blank(setter, _BLANK_OVER_STAMP)
    for start in range(0, len(names), len(places)):
        if start:
            _blank(setter, ROWS_A_STAMP - 1)
        line = names[start : start + len(places)]
        wide = widths[start : start + len(line)]
        is_last = start + len(line) == len(names)
        # a name wider than the room right of its column is moved left, so as to stay in the text area; those above
        # the last go with the widest of them, so that their stamps stand in one column
        rooms = [RIGHT - (w if is_last else max(widths[:-1])) / 2 for w in wide]
        columns = places[-len(line) :]
        inside = [max(min(place, room), LEFT + w / 2) for place, room, w in zip(columns, rooms, wide, strict=True)]
        _centred_at(setter, line, inside)
    _centred_at(setter, [date], [middle])


def _centred_at(setter: Setter, texts: Sequence[str], places: Sequence[float]) -> None:
    row = setter.row([Words("".join(f"\t{text}" for text in texts))], align=TO_LEFT)
    for place in places:
        tab_at(row, place, WD_TAB_ALIGNMENT.CENTER)


def _plain(setter: Setter, names: Sequence[str], date: str) -> None:
    """Name two 字 from the right, the date's first character two 字 right of the name's, or the other way round."""
    wide, widest = em_width(date), max(map(em_width, names))
    name_free, date_free = 2.0, widest - wide
    if wide > widest:
        name_free, date_free = 4 + wide - widest, 2.0
    _blank(setter, 1)
    for name in names:
        setter.row([Words(name)], align=TO_RIGHT, right=name_free + (widest - em_width(name)) / 2)
    setter.row([Words(date)], align=TO_RIGHT, right=date_free)


def _own_stamp(setter: Setter, stamp: SignatureStamp, date: str) -> None:
    """Two blank rows, the name right with four 字 free, the post two 字 left of it; the date a blank row below."""
    _blank(setter, 2)
    setter.row([Words(f"{stamp.post}　　"), Words(stamp.name, Role.KAI)], align=TO_RIGHT, right=4)
    _blank(setter, 1)
    setter.row([Words(date)], align=TO_RIGHT, right=4)


def _blank(setter: Setter, rows: int) -> None:
    for _ in range(rows):
        setter.row()
