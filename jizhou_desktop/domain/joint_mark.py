"""发文机关标志 of several offices (7.2.4), as paper and Word both set it: one name a line, 文件 to the right of all."""

from jizhou_desktop.domain.standard_page import TEXT_WIDTH

WORD = "文件"
NAMES_WIDTH = TEXT_WIDTH * 0.76
"""All names are spread to this width, mm."""
WORD_WIDTH = TEXT_WIDTH - NAMES_WIDTH - 4.0
"""What is left for 文件 once a little stays free between, mm."""
PITCH = 1.35
"""From one name to the next, of their size."""
_LARGEST, _NARROWEST = 40.0, 0.7
"""The names' size in pt, and how far their characters may be narrowed."""


def size_of_names(room: float, longest: float) -> float:
    """The size in pt at which the longest name goes into `room`; `longest` is its width at 1 pt, in the same unit."""
    return min(_LARGEST, room / longest / _NARROWEST)
