"""避头尾: what may begin and end a line, and what stays whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jizhou_desktop.documents.typeset.line_breaking import CLOSES, OPENS, pieces, wrapped


def cells(text):
    """Each Chinese character one cell, each Latin one half."""
    return sum(0.5 if mark.isascii() else 1.0 for mark in text)


def test_a_line_holds_what_fits():
    assert wrapped("天津市蓟州区渔阳镇", 4, cells) == ["天津市蓟", "州区渔阳", "镇"]


def test_a_closing_mark_takes_its_character_along():
    assert wrapped("按期完成任务。", 6, cells) == ["按期完成任", "务。"]


def test_an_opening_mark_goes_to_the_next_line():
    assert wrapped("印发给你们《计划》", 6, cells) == ["印发给你们", "《计划》"]


def test_the_first_line_may_be_shorter():
    assert wrapped("一二三四五六", 4, cells, first_width=2) == ["一二", "三四五六"]


@pytest.mark.parametrize(
    "whole", ["2020年7月21日", "〔2020〕8号", "500万元", "100—300", "85.7%", "GB/T", "40家", "（万元）", "（三）"]
)
def test_figures_dates_and_words_stay_whole(whole):
    assert whole in list(pieces(f"前{whole}后"))


def test_its_own_line_breaks_are_kept():
    assert wrapped("甲\n\n乙", 10, cells) == ["甲", "", "乙"]


def test_a_word_longer_than_a_line_is_cut_rather_than_lost():
    assert "".join(wrapped("9" * 50, 10, cells)) == "9" * 50


chinese = st.text(st.sampled_from("天津市蓟州区渔阳镇，。（）《》“”、；：2020年abc%"), min_size=1, max_size=120)


@given(chinese, st.integers(min_value=6, max_value=30))
def test_nothing_is_lost_and_no_line_begins_or_ends_wrongly(text, width):
    lines = wrapped(text, width, cells)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for before, after in pairwise(lines):
        if cells(before) < width and len(after) > 1 and cells(before + after) > width + 4:
            assert not (after[0] in CLOSES and before[-1] not in CLOSES and before[-1] not in OPENS), (before, after)
