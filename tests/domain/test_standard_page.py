"""The page's rows, and where a title and the offices' stamps stand on it."""

import pytest

from jizhou_desktop.domain.stamp_columns import stamp_columns
from jizhou_desktop.domain.standard_page import CELL, LEFT, RIGHT, ROW, TOP, title_place


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_what_follows_a_title_stands_in_a_row_of_the_page(lines):
    begin, row = title_place(120.0, lines)
    rows = (row - TOP) / ROW
    assert rows == pytest.approx(round(rows))
    assert abs(begin - 120.0) < ROW / 4 + 0.01


def test_three_short_offices_sign_side_by_side_with_room_for_their_stamps():
    """Names of 7 characters, the date's middle 7.5 characters from the right; stamps of 42 mm need 45 mm each."""
    first, second, third = stamp_columns([7 * CELL] * 3, RIGHT - 7.5 * CELL)
    assert third == RIGHT - 7.5 * CELL
    assert third - second == pytest.approx(second - first)
    assert second - first >= 45
    assert first - 21 >= LEFT - 0.01


def test_offices_with_long_names_sign_below_each_other():
    assert len(stamp_columns([20 * CELL] * 3, RIGHT - 10 * CELL)) == 1
