"""署名 and 成文日期 (7.3.5): with the offices' stamps, without, and with the signer's own."""

from collections.abc import Sequence
from functools import partial

from jizhou_desktop.documents.official.strips import Strip
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import OfficialDocument, SignatureStamp
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.stamp_columns import ROWS_A_STAMP, stamp_columns
from jizhou_desktop.domain.standard_page import CELL, LEFT, RIGHT

_BLANK_OVER_STAMP, _LEAST_OVER_STAMP, _BLANK_OVER_NAME = 2, 1, 1
"""Blank rows above: a stamp of 42 mm set on name and date then begins within one row of the body (7.3.5.1). With one
it begins right under the body's characters.
"""


def signature_strip(document: OfficialDocument, setter: Setter) -> Strip | None:
    """The rows of the signature, the blank ones above included; None where the document bears none."""
    if not document.dated:
        return None
    date = chinese_date(document.dated)
    if document.signature_stamp:
        return _own_stamp(document.signature_stamp, date, setter)
    if not document.signed:
        return None
    return _stamped(document.signed, date, setter) if document.stamped else _plain(document.signed, date, setter)


def _stamped(names: Sequence[str], date: str, setter: Setter) -> Strip:
    """The date right with four 字 free; the last office centred on it, the others in columns at its left (7.3.5.1)."""
    width = setter.width(date)
    date_x = RIGHT - 4 * CELL - width
    widest = max((setter.width(name) for name in names[:-1]), default=0.0)
    places = stamp_columns([setter.width(name) for name in names], date_x + width / 2)
    lines = [names[start : start + len(places)] for start in range(0, len(names), len(places))]
    below = (len(lines) - 1) * ROWS_A_STAMP

    def draw(_pen: Pen, top: float, pitch: float, blank: int = _BLANK_OVER_STAMP) -> None:
        for row, line in enumerate(lines):
            y = top + (blank + row * ROWS_A_STAMP) * pitch
            for name, place in zip(line, places[-len(line) :], strict=True):
                wide = setter.width(name)
                # a name wider than the room right of its column is moved left, so as to stay in the text area; those
                # above the last go with the widest of them, so that their stamps stand in one column
                room = RIGHT - (wide if row == len(lines) - 1 else widest) / 2
                setter.put(name, max(min(place, room) - wide / 2, LEFT), y)
        setter.put(date, date_x, top + (blank + below + 1) * pitch)

    closer = Strip(partial(draw, blank=_LEAST_OVER_STAMP), rows=_LEAST_OVER_STAMP + below + 2)
    return Strip(draw, rows=_BLANK_OVER_STAMP + below + 2, closer=closer)


def _plain(names: Sequence[str], date: str, setter: Setter) -> Strip:
    """Name right with two 字 free, the date's first character two 字 right of the name's (7.3.5.2)."""
    wide, widest = setter.width(date), max(map(setter.width, names))
    name_x = RIGHT - 2 * CELL - widest
    date_x = name_x + 2 * CELL
    if wide > widest:
        date_x = RIGHT - 2 * CELL - wide
        name_x = date_x - 2 * CELL

    def draw(_pen: Pen, top: float, pitch: float) -> None:
        y = top + _BLANK_OVER_NAME * pitch
        for name in names:
            setter.put(name, name_x + (widest - setter.width(name)) / 2, y)
            y += pitch
        setter.put(date, date_x, y)

    return Strip(draw, rows=_BLANK_OVER_NAME + len(names) + 1)


def _own_stamp(stamp: SignatureStamp, date: str, setter: Setter) -> Strip:
    """Two blank rows, the name right with four 字 free, the post two 字 left of it; the date a blank row below."""
    name_x = RIGHT - 4 * CELL - setter.width(stamp.name, Role.KAI)
    post_x = name_x - 2 * CELL - setter.width(stamp.post)
    date_x = RIGHT - 4 * CELL - setter.width(date)

    def draw(_pen: Pen, top: float, pitch: float) -> None:
        setter.put(stamp.post, post_x, top + 2 * pitch)
        setter.put(stamp.name, name_x, top + 2 * pitch, Role.KAI)
        setter.put(date, date_x, top + 4 * pitch)

    return Strip(draw, rows=5)
