"""A form's rows grow with their text and are never torn, but where no page holds one whole."""

import pytest

from jizhou_desktop.documents.forms.grid import Cell, LaidRow, Row, label, laid, paged

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
    return LaidRow((), height, **marks)


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
