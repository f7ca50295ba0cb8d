"""发文机关标志 of several offices (7.2.4): one a line, the host first, 文件 to the right of all."""

from collections.abc import Sequence

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.joint_mark import NAMES_WIDTH, PITCH, WORD, WORD_WIDTH, size_of_names
from jizhou_desktop.domain.standard_page import LEFT, POINT, RIGHT

_HAIR = 0.3


def draw_joint_mark(pen: Pen, offices: Sequence[str], top: float) -> float:
    """Draws the block, its ink from `top` mm down, and gives its lower edge; each name is spread to one width."""
    longest = max(pen.width(office, Role.TITLE, 1.0) for office in offices)
    size = size_of_names(NAMES_WIDTH, longest)
    rise = max(pen.ink(office, Role.TITLE, size).top for office in offices)
    fall = max(-pen.ink(office, Role.TITLE, size).bottom for office in offices)
    for row, office in enumerate(offices):
        _draw_name(pen, office, top + rise + row * size * POINT * PITCH, size)
    bottom = top + rise + (len(offices) - 1) * size * POINT * PITCH + fall
    _draw_word(pen, (top + bottom) / 2, WORD_WIDTH)
    return bottom


def _draw_name(pen: Pen, office: str, y: float, size: float) -> None:
    natural = pen.width(office, Role.TITLE, size)
    stretch = min(1.0, NAMES_WIDTH / natural)
    gaps = len(office) - 1
    space = (NAMES_WIDTH - natural * stretch) / stretch / gaps if gaps else 0.0
    pen.text(LEFT + _HAIR, y, office, Role.TITLE, size, color=RED, stretch=stretch, space=space)


def _draw_word(pen: Pen, middle: float, width: float) -> None:
    """文件 as wide as is left beside the names, centred on them."""
    size = (width - _HAIR) / pen.width(WORD, Role.TITLE, 1.0)
    ink = pen.ink(WORD, Role.TITLE, size)
    pen.text(RIGHT - width, middle + (ink.top + ink.bottom) / 2, WORD, Role.TITLE, size, color=RED)
