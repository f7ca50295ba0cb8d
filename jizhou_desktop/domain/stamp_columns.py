"""Where the offices of a joint document sign (7.3.5.1): side by side, so far apart that their stamps do not touch."""

from collections.abc import Sequence
from math import ceil

from jizhou_desktop.domain.standard_page import CELL, LEFT, RIGHT, ROW, STAMP, STAMP_PITCH

ROWS_A_STAMP = ceil(STAMP_PITCH / ROW)
"""The rows from one line of signatures to the next."""
_MOST_SIDE_BY_SIDE = 3
_CLEAR = 1.3 * CELL
"""What stays free between two names, so that they are not read as one."""


def stamp_columns(widths: Sequence[float], date_middle: float) -> list[float]:
    """The middles of the columns from the left: as many as hold the names side by side, their stamps apart."""
    widest = max(widths)
    last = min(date_middle, RIGHT - widest / 2)
    first = LEFT + max(widest, STAMP) / 2
    for count in range(min(len(widths), _MOST_SIDE_BY_SIDE), 1, -1):
        pitch = (last - first) / (count - 1)
        if pitch >= max(STAMP_PITCH, widest + _CLEAR):
            pitch = min(pitch, max(STAMP_PITCH, widest + 2 * CELL))
            return [last - place * pitch for place in reversed(range(count))]
    return [date_middle]
