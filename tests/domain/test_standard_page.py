"""The page's rows, and where a title and the offices' stamps stand on it."""

import pytest

from jizhou_desktop.domain.stamp_columns import stamp_columns
from jizhou_desktop.domain.standard_page import CELL, RIGHT, ROW, STAMP_PITCH, TOP, title_place


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_what_follows_a_title_stands_in_a_row_of_the_page(lines):
    begin, row = title_place(120.0, lines)
    assert ((row - TOP) / ROW) % 1 == pytest.approx(0, abs=1e-9)
    assert abs(begin - 120.0) < ROW / 4 + 0.01


def test_three_short_offices_sign_side_by_side_with_room_for_their_stamps():
    """Names of 7 characters, the date's middle 7.5 characters from the right: columns 45 mm apart."""
    middle = RIGHT - 7.5 * CELL
    places = stamp_columns([7 * CELL] * 3, middle)
    assert places[-1] == middle
    assert [round(after - before, 1) for before, after in zip(places, places[1:], strict=False)] == [45.0, 45.0]
    assert STAMP_PITCH == 45


def test_offices_with_long_names_sign_below_each_other():
    assert len(stamp_columns([20 * CELL] * 3, RIGHT - 10 * CELL)) == 1
