"""What follows the body (7.3.4 to 7.3.6): 附件说明、署名、成文日期、附注."""

from collections.abc import Sequence

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import CELL, EM_3, LEFT, RIGHT, ROW, SIZE_3, SPACE, baseline
from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role

_BLANK_WITH_STAMP, _BLANK_WITHOUT = 2, 1
"""Rows left blank above the signature: a stamp of 42 mm set on it then begins within one row of the body (7.3.5.1)."""
_MOST_SIDE_BY_SIDE = 3


def ending_height(document: OfficialDocument, pen: Pen) -> float:
    """The room that the ending needs under the body's last row, in mm."""
    rows = _annex_rows(document, pen)
    signed = _signature_rows(document)
    height = (len(rows) + (1 if rows else 0)) * ROW + signed * ROW
    height += ROW if document.note else 0
    return max(height - ROW + EM_3, 0.0) if height else 0.0


def draw_ending(pen: Pen, document: OfficialDocument, top: float) -> float:
    """Draws the ending from `top` mm down and gives where it ends."""
    y = _annex_note(pen, document, top)
    if document.signed and document.dated:
        y += (_BLANK_WITH_STAMP if document.stamped else _BLANK_WITHOUT) * ROW
        y = _stamped(pen, document, y) if document.stamped else _unstamped(pen, document, y)
    if document.note:
        _put(pen, f"（{document.note.strip('（）')}）", LEFT + 2 * CELL, y)
        y += ROW
    return y


def _annex_note(pen: Pen, document: OfficialDocument, top: float) -> float:
    """附件：, one blank row under the body; turned lines under the name's first character (7.3.4)."""
    rows = _annex_rows(document, pen)
    y = top + (ROW if rows else 0)
    for text, x in rows:
        _put(pen, text, x, y)
        y += ROW
    return y


def _annex_rows(document: OfficialDocument, pen: Pen) -> list[tuple[str, float]]:
    rows: list[tuple[str, float]] = []
    names = [annex.title for annex in document.annexes]
    after_colon = LEFT + 5 * CELL
    for number, name in enumerate(names, start=1):
        mark = f"{number}." if len(names) > 1 else ""
        x = after_colon + pen.width(mark, Role.FANGSONG, SIZE_3, space=SPACE)
        lines = wrapped(
            name.replace("\n", ""), RIGHT - x, lambda text: pen.width(text, Role.FANGSONG, SIZE_3, space=SPACE)
        )
        if number == 1:
            rows.append((f"附件：{mark}{lines[0]}", LEFT + 2 * CELL))
        else:
            rows.append((f"{mark}{lines[0]}", after_colon))
        rows += [(line, x) for line in lines[1:]]
    return rows


def _signature_rows(document: OfficialDocument) -> int:
    if not (document.signed and document.dated):
        return 0
    blank = _BLANK_WITH_STAMP if document.stamped else _BLANK_WITHOUT
    names = -(-len(document.signed) // _MOST_SIDE_BY_SIDE) if document.stamped else len(document.signed)
    return blank + names + 1


def _stamped(pen: Pen, document: OfficialDocument, top: float) -> float:
    """Date right with four 字 free, the office's name centred on it; several offices side by side (7.3.5.1)."""
    date = chinese_date(document.dated) if document.dated else ""
    date_width = _width(pen, date)
    date_x = RIGHT - 4 * CELL - date_width
    rows = [
        document.signed[start : start + _MOST_SIDE_BY_SIDE]
        for start in range(0, len(document.signed), _MOST_SIDE_BY_SIDE)
    ]
    y = top
    for names in rows:
        _name_row(pen, names, date_x + date_width / 2, y)
        y += ROW
    _put(pen, date, date_x, y)
    return y + ROW


def _name_row(pen: Pen, names: Sequence[str], middle: float, y: float) -> None:
    widths = [_width(pen, name) for name in names]
    if len(names) == 1:
        # a name wider than the room right of the date's middle is moved left, so as to stay in the text area
        x = min(middle - widths[0] / 2, RIGHT - widths[0])
        _put(pen, names[0], x, y)
        return
    gap = max((RIGHT - LEFT - sum(widths)) / (len(names) + 1), CELL / 2)
    x = LEFT + gap
    for name, width in zip(names, widths, strict=True):
        _put(pen, name, x, y)
        x += width + gap


def _unstamped(pen: Pen, document: OfficialDocument, top: float) -> float:
    """Name right with two 字 free, the date's first character two 字 right of the name's (7.3.5.2)."""
    date = chinese_date(document.dated) if document.dated else ""
    date_width = _width(pen, date)
    widest = max(_width(pen, name) for name in document.signed)
    name_x = RIGHT - 2 * CELL - widest
    date_x = name_x + 2 * CELL
    if date_width > widest:
        date_x = RIGHT - 2 * CELL - date_width
        name_x = date_x - 2 * CELL
    y = top
    for name in document.signed:
        _put(pen, name, name_x + (widest - _width(pen, name)) / 2 if len(document.signed) > 1 else name_x, y)
        y += ROW
    _put(pen, date, date_x, y)
    return y + ROW


def _put(pen: Pen, text: str, x: float, top: float) -> None:
    pen.text(x, baseline(top), text, Role.FANGSONG, SIZE_3, space=SPACE)


def _width(pen: Pen, text: str) -> float:
    return pen.width(text, Role.FANGSONG, SIZE_3, space=SPACE)
