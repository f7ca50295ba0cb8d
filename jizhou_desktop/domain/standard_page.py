"""The page of an official document (GB/T 9704-2012): every margin, pitch and distance in mm, every size in pt."""

from collections.abc import Mapping

from jizhou_desktop.domain.face import Role

POINT = 25.4 / 72
"""Millimetres in a point."""

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, LEFT = 37.0, 28.0
"""5.2.1: 天头 and 订口."""
TEXT_WIDTH, TEXT_HEIGHT = 156.0, 225.0
RIGHT, BOTTOM, MIDDLE = LEFT + TEXT_WIDTH, TOP + TEXT_HEIGHT, LEFT + TEXT_WIDTH / 2

ROWS, CELLS = 22, 28
ROW, CELL = TEXT_HEIGHT / ROWS, TEXT_WIDTH / CELLS
"""5.2.3, 行 and 字: the height of a row and the width of a character's cell."""

SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0
"""2号, 3号 and 4号 type."""
EM_3, EM_4 = SIZE_3 * POINT, SIZE_4 * POINT

CLOSEST_ROW, WIDEST_ROW = 28 * POINT, 29.9 * POINT
"""7.3.5.5: how far a page's rows may be drawn together or opened where the signature would stand alone. The grid has
28.99 pt; these are what offices set by hand (固定值 28—30 磅)."""

RISE = 0.86
"""How far a Chinese character's box reaches above its baseline, in em."""
HAIR = 0.05
"""What rounding may cost: no row and no cell."""

MARK_BELOW_TOP = 35.0
"""7.2.4 and 10.3: the mark's upper edge below that of the text area."""
ORDER_MARK_BELOW_TOP, ROWS_UNDER_ORDER_NUMBER = 20.0, 2
"""10.2: the mark of a 命令（令）, and the blank rows between its number and its body."""
ROWS_UNDER_MARK = 2
"""7.2.5: blank rows between the mark and 发文字号."""
RED_LINE_BELOW, RED_LINE = 4.0, 0.5
"""7.2.7: the red line below 发文字号, and its thickness."""
ROWS_OVER_TITLE, ROWS_UNDER_TITLE = 2, 1
"""7.3.1 and 7.3.2: blank rows above and below 标题."""
TITLE_PITCH = 12.2
"""The pitch of a title's lines: 2号 type needs a little more than a row."""
MOST_IN_TITLE, MOST_IN_TURNED_TITLE = (int(width / (SIZE_2 * POINT)) for width in (TEXT_WIDTH, TEXT_HEIGHT))
"""The most characters that a title's line holds, on an upright page and on one turned for a table."""
LEAST_BODY = 2
"""Rows of the body that the first page must show (7.3.3); else the addressees go to the colophon (7.3.2)."""

LEVELS: Mapping[int, Role] = {1: Role.HEI, 2: Role.KAI, 3: Role.FANGSONG, 4: Role.FANGSONG}
"""7.3.3: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋."""

STAMP = 42.0
"""The diameter of a round office stamp (印章)."""
STAMP_PITCH = 45.0
"""The middles of neighbouring stamps: they must not touch (7.3.5.1)."""

COLOPHON_ROW, COLOPHON_THICK, COLOPHON_THIN = 7.6, 0.35, 0.25
"""7.4: a row of 版记 and its rules."""
PAGE_NUMBER_BELOW = 7.0
"""7.5: the dash of a page number under the text area's lower edge."""

LETTER_MARK_TOP, LETTER_LINE_BELOW, LETTER_FOOT_LINE, LETTER_LINE = 30.0, 4.0, 20.0, 170.0
"""10.1: a letter's mark below the paper's edge, its lines below the mark and above the lower edge, their length."""
LETTER_FIRST_BELOW = 7 / 8 * EM_3
"""10.1: the first element below the upper line."""


def baseline(top: float, size: float = SIZE_3) -> float:
    """The baseline of characters of `size` pt whose boxes begin at `top` mm."""
    return top + RISE * size * POINT


def nearest_row(y: float) -> float:
    """The upper edge of the page's row that begins nearest to `y` mm."""
    return TOP + round((y - TOP) / ROW) * ROW


def below(bottom: float, rows: int) -> float:
    """Where characters begin that leave `rows` blank rows under `bottom` mm."""
    return bottom + rows * ROW + (ROW - EM_3) / 2


def title_place(top: float, lines: int) -> tuple[float, float]:
    """Where a title of so many lines begins, near `top` mm, and the row that begins below its blank one.

    What follows stands in rows of the page. Half of what that takes is given above the title, half below, so that
    neither blank looks larger than it is.
    """
    following = below(top + (lines - 1) * TITLE_PITCH + SIZE_2 * POINT, ROWS_UNDER_TITLE)
    row = nearest_row(following)
    return top + (row - following) / 2, row
