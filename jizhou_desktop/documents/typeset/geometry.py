"""The page of an official document (GB/T 9704-2012, 5.1 to 5.2.3): every margin and pitch, in mm and pt."""

POINT = 25.4 / 72
"""Millimetres in a point."""

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, LEFT = 37.0, 28.0
"""天头 and 订口."""
TEXT_WIDTH, TEXT_HEIGHT = 156.0, 225.0
RIGHT, BOTTOM, MIDDLE = LEFT + TEXT_WIDTH, TOP + TEXT_HEIGHT, LEFT + TEXT_WIDTH / 2

ROWS, CELLS = 22, 28
ROW, CELL = TEXT_HEIGHT / ROWS, TEXT_WIDTH / CELLS
"""行 and 字: the height of a row and the width of a character's cell."""

SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0
"""2号, 3号 and 4号 type in pt."""
EM_3, EM_4 = SIZE_3 * POINT, SIZE_4 * POINT
SPACE = CELL - EM_3
"""What stands after each 3号 character so that 28 of them fill the row; a little less than nothing."""

RISE = 0.86
"""How far a Chinese character's box reaches above its baseline, in em."""


def baseline(top: float, size: float = SIZE_3) -> float:
    """The baseline of characters of `size` pt whose boxes begin at `top` mm."""
    return top + RISE * size * POINT
