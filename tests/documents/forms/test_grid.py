"""A form's rows grow with their text and are never torn, but where no page holds one whole."""

import pytest

from jizhou_desktop.documents.forms.grid import Cell, LaidRow, Row, label, laid, sided
from jizhou_desktop.documents.forms.opinions import Opinion, opinion_rows
from jizhou_desktop.documents.forms.paging import paged

WIDTHS = (40.0, 60.0)


def width_of(text, role, size):  # noqa: ARG001
    return len(text) * size * 25.4 / 72


def heights(pages):
    return [[round(row.height) for row in page] for page in pages]


def test_a_row_grows_with_its_text():
    short, long = laid([Row([label("名称"), Cell("短")]), Row([label("内容"), Cell("长" * 100)])], WIDTHS, width_of)
    assert short.height == 9
    assert long.height > 30


def test_a_drawing_slip_is_told_at_once():
    with pytest.raises(ValueError, match="do not fill 2 columns"):
        laid([Row([label("名称")])], WIDTHS, width_of)


def plain(height, **marks):
    return LaidRow((), height, needed=height, **marks)


def test_rows_fill_a_page_and_go_on():
    assert heights(paged([plain(40)] * 5, 100, 120)) == [[40, 40], [40, 40, 40]]


def test_a_head_is_repeated_on_every_page():
    pages = paged([plain(10, head=True), *[plain(40)] * 5], 100, 120)
    assert heights(pages) == [[10, 40, 40], [10, 40, 40], [10, 40]]


def test_a_band_never_ends_a_page():
    pages = paged([plain(80), plain(10, keep=True), plain(30)], 100, 200)
    assert heights(pages) == [[80], [10, 30]]


def test_a_box_for_an_opinion_is_never_torn():
    box = laid([Row([label("审核意见"), Cell("", foot="（盖章）")], 60)], WIDTHS, width_of)
    assert heights(paged([plain(50), *box], 100, 200)) == [[50], [60]]


def test_only_a_row_higher_than_a_page_is_cut_and_nothing_of_it_is_lost():
    (row,) = laid([Row([label("改造内容"), Cell("内" * 900)])], WIDTHS, width_of)
    pages = paged([row], 100, 100)
    assert len(pages) > 1
    lines = [line for page in pages for part in page for line in part.cells[1].lines]
    assert "".join(lines) == "内" * 900
    assert all(part.cells[0].lines == ["改造内容"] for page in pages for part in page)


def test_rows_are_set_lower_where_that_saves_a_page():
    roomy = [LaidRow((), 10, needed=8)] * 12
    assert heights(paged(roomy, 100, 120)) == [[8] * 12]
    assert heights(paged([LaidRow((), 10, needed=10)] * 12, 100, 120)) == [[10] * 10, [10] * 2]


def test_signatures_keep_room_under_the_last_row_only():
    assert heights(paged([plain(40)] * 5, 100, 120, 30)) == [[40, 40], [40, 40], [40]]


def test_a_cell_merged_over_rows_is_named_once_and_placed_in_each():
    first, second = laid(sided("项目", [Row([Cell("甲")]), Row([Cell("乙")])]), WIDTHS, width_of)
    assert [cell.cell.text for cell in second.cells] == ["项目", "乙"]
    assert [cell.continues for row in (first, second) for cell in row.cells] == [False, False, True, False]
    assert second.cells[1].x == 40


def test_rows_grow_for_the_cell_that_is_merged_over_them():
    rows = laid([Row([label("长" * 60, down=2), Cell("甲")], 8), Row([Cell("乙")], 8)], WIDTHS, width_of)
    assert sum(row.height for row in rows) > 30
    assert rows[0].height == 8


def test_a_merged_cell_that_does_not_fit_its_row_is_a_slip():
    with pytest.raises(ValueError, match="do not fill 2 columns"):
        laid([Row([label("项目", down=2), Cell("甲")]), Row([Cell("乙"), Cell("多")])], WIDTHS, width_of)


def test_a_long_opinion_has_a_row_to_itself_and_every_box_takes_a_stamp_of_42_mm():
    rows = opinion_rows([Opinion("初审意见", "同意。" * 50), Opinion("审核意见"), Opinion("审定意见")], (1, 1))
    assert [[cell.columns for cell in row.cells] for row in rows] == [[2], [1, 1]]
    assert all(row.height > 42 for row in rows)
