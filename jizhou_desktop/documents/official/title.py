"""标题 and 主送机关 (7.3.1, 7.3.2)."""

import re
from collections.abc import Sequence

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import (
    EM_3,
    MIDDLE,
    POINT,
    ROW,
    ROWS_UNDER_TITLE,
    SIZE_2,
    TEXT_WIDTH,
    TITLE_PITCH,
    baseline,
    nearest_row,
)
from jizhou_desktop.documents.typeset.grid_row import GridRow
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.documents.typeset.title_breaking import title_lines
from jizhou_desktop.domain.face import Role

MOST_IN_TITLE = int(TEXT_WIDTH / (SIZE_2 * POINT))
_TAIL = re.compile(r"(?<=[市区县])(?=([^市区县].*))")
_IN_ITS_ROW = (ROW - EM_3) / 2
"""What a character leaves free of its row, half above and half below."""


def draw_title(pen: Pen, title: str, top: float, offices: Sequence[str] = ()) -> float:
    """Draws a title's lines centred near `top` mm; gives where the row below its blank one begins.

    What follows stands in rows of the page. Half of what that takes is given above the title, half below, so that
    neither blank looks larger than it is. The offices' names are kept whole where they can be.
    """
    lines = title_lines(title, MOST_IN_TITLE, known_names(offices))
    following = below(top + (len(lines) - 1) * TITLE_PITCH + SIZE_2 * POINT, ROWS_UNDER_TITLE)
    row = nearest_row(following)
    y = top + (row - following) / 2
    for line in lines:
        width = pen.width(line, Role.TITLE, SIZE_2)
        pen.text(MIDDLE - width / 2, baseline(y, SIZE_2), line, Role.TITLE, SIZE_2)
        y += TITLE_PITCH
    return row


def known_names(offices: Sequence[str]) -> tuple[str, ...]:
    """How offices are named in titles: in full, without the city, without city and district."""
    names = [name for office in offices for name in (office, *_TAIL.findall(office))]
    return tuple(dict.fromkeys(name for name in names if name))


def addressee_rows(addressees: str, setter: Setter) -> Sequence[GridRow]:
    """主送机关 flush left, turned rows too, ended by a colon."""
    return setter.paragraph([(Role.FANGSONG, f"{addressees.rstrip('：:')}：")]) if addressees else []


def below(bottom: float, rows: int) -> float:
    """Where characters begin that leave `rows` blank rows under `bottom` mm."""
    return bottom + rows * ROW + _IN_ITS_ROW
