from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jizhou_desktop.domain.dates import chinese_date, read_date, read_year
from jizhou_desktop.domain.figures import Unreadable


@pytest.mark.parametrize(
    "typed",
    [
        "20200721",
        "2020.7.21",
        "2020/7/21",
        "2020-7-21",
        "2020-07-21",
        "2020年7月21日",
        "２０２０年７月２１日",
        " 2020 年 7 月 21 日 ",
        "2020-07-21 00:00:00",
    ],
)
def test_the_day_the_plan_was_issued_is_read_in_every_style(typed):
    assert read_date(typed) == date(2020, 7, 21)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        # 成文日期 as the stored text of the plan has it
        ("2020721", "“2020721”少写了零，可读作2020年7月21日，"),
        ("2020111", "可读作2020年1月11日、2020年11月1日"),
        ("202071", "可读作2020年7月1日"),
        ("2020999", "不是日期"),
        ("20.7.21", "年份不是四位"),
        ("2020-2-30", "2020年2月没有30日"),
        ("2019-2-29", "2019年2月没有29日"),
        ("2020-13-1", "没有13月"),
        ("2020-0-1", "没有0月"),
        ("20201301", "没有13月"),
        ("2020年7月", "没有写到日"),
        ("2020.7", "没有写到日"),
        ("44033", "像是 Excel 的日期序号（2020年7月21日）"),
        ("1820-01-01", "年份 1820 不在"),
        ("昨天", "不是日期"),
        ("", "不是日期"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(typed, sentence):
    with pytest.raises(Unreadable) as refused:
        read_date(typed)
    assert sentence in str(refused.value)


def test_the_29th_of_february_exists_in_2020():
    assert read_date("20200229") == date(2020, 2, 29)


def test_official_papers_write_dates_without_zeros():
    assert chinese_date(date(2020, 7, 1)) == "2020年7月1日"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_what_is_written_is_read_back(day):
    assert read_date(chinese_date(day)) == day
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day:%Y%m%d}") == day


@pytest.mark.parametrize("typed", ["2020", "2020年", "２０２０年度"])
def test_a_year_is_read(typed):
    assert read_year(typed) == 2020


@pytest.mark.parametrize("typed", ["20", "202", "20200", "0200", "二〇二〇"])
def test_no_year_is_guessed(typed):
    with pytest.raises(Unreadable, match="四位年份"):
        read_year(typed)
