"""页码 (7.5): 4号半角宋体 between 一字线, 7 mm under the text area; odd pages right, even pages left."""

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import (
    BOTTOM,
    EM_4,
    LEFT,
    PAGE_HEIGHT,
    PAGE_NUMBER_BELOW,
    RIGHT,
    SIZE_4,
)


def draw_page_number(pen: Pen, number: int) -> None:
    """Sets the number at the foot of an upright page."""
    text = f"— {number} —"
    width = pen.width(text, Role.SONG, SIZE_4)
    x = RIGHT - EM_4 - width if number % 2 else LEFT + EM_4
    pen.text(x, BOTTOM + PAGE_NUMBER_BELOW + _dash(pen), text, Role.SONG, SIZE_4)


def draw_turned_page_number(pen: Pen, number: int) -> None:
    """Sets it where it stands on an upright page, on one drawn turned (A4 横排, T-01).

    The page is drawn with the table upright: what is its upper edge here is the left edge of the bound page, so the
    table's head lies toward the binding on odd pages and toward the cut on even ones, and the number runs downwards.
    """
    text = f"— {number} —"
    width = pen.width(text, Role.SONG, SIZE_4)
    x = PAGE_HEIGHT - (BOTTOM + PAGE_NUMBER_BELOW + _dash(pen))
    y = RIGHT - EM_4 - width if number % 2 else LEFT + EM_4
    pen.text(x, y, text, Role.SONG, SIZE_4, turn=-90)


def _dash(pen: Pen) -> float:
    """How far the dash's upper edge lies above the baseline, mm."""
    return pen.ink("—", Role.SONG, SIZE_4).top
