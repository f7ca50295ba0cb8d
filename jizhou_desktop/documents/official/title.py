"""标题 and 主送机关 (7.3.1, 7.3.2)."""

from jizhou_desktop.documents.official.runs import HAIR
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import (
    EM_3,
    LEFT,
    MIDDLE,
    POINT,
    ROW,
    SIZE_2,
    SIZE_3,
    SPACE,
    TEXT_WIDTH,
    baseline,
)
from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.documents.typeset.title_breaking import title_lines
from jizhou_desktop.domain.face import Role

TITLE_PITCH = 12.2
"""The pitch of a title's lines, mm: 2号 type needs a little more than a row."""
MOST_IN_TITLE = int(TEXT_WIDTH / (SIZE_2 * POINT))


def draw_title(pen: Pen, title: str, top: float) -> float:
    """Draws a title's lines centred from `top` mm down; gives the lower edge of the last one's characters."""
    y = top
    for line in title_lines(title, MOST_IN_TITLE):
        width = pen.width(line, Role.TITLE, SIZE_2)
        pen.text(MIDDLE - width / 2, baseline(y, SIZE_2), line, Role.TITLE, SIZE_2)
        y += TITLE_PITCH
    return y - TITLE_PITCH + SIZE_2 * POINT


def draw_addressees(pen: Pen, addressees: str, top: float) -> float:
    """主送机关 flush left, turned lines too, ended by a colon; gives where the body begins, mm."""
    if not addressees:
        return top
    text = f"{addressees.rstrip('：:')}："
    lines = wrapped(text, TEXT_WIDTH + HAIR, lambda line: pen.width(line, Role.FANGSONG, SIZE_3, space=SPACE))
    for number, line in enumerate(lines):
        pen.text(LEFT, baseline(top + number * ROW), line, Role.FANGSONG, SIZE_3, space=SPACE)
    return top + len(lines) * ROW


def below(bottom: float, rows: float) -> float:
    """The top of the row that leaves `rows` blank rows under `bottom` mm."""
    return bottom + rows * ROW + (ROW - EM_3) / 2
