from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jizhou_desktop.domain.figures import (
    Unreadable,
    grouped,
    plain_decimal,
    read_decimal,
    read_wan,
    read_whole,
    wan_text,
)


@pytest.mark.parametrize(
    ("typed", "wan"),
    [
        ("8.4", "8.4"),
        ("8.4万", "8.4"),
        ("8.4万元", "8.4"),
        ("84000元", "8.4"),
        ("1，234．5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("１２３", "123"),
        (" 1 234.5 ", "1234.5"),
        ("¥84,000元", "8.4"),
        ("1.2亿元", "12000"),
        ("-35.6", "-35.6"),
        ("113(万元人民币)", "113"),
        ("938.7473(万元人民币)", "938.7473"),
        ("308.5万人民币", "308.5"),
        ("人民币50万元", "50"),
        ("0", "0"),
    ],
)
def test_an_amount_is_read_in_wan(typed, wan):
    assert read_wan(typed) == Decimal(wan)


@pytest.mark.parametrize("typed", ["100-300万元", "100—300万元", "100～300", "100至300万元", "100万元到300万元"])
def test_a_range_is_two_entries(typed):
    with pytest.raises(Unreadable, match=r"是一个范围，应分两项填写：下限 100万元，上限 300万元"):
        read_wan(typed)


def test_the_dash_that_the_plans_web_page_lost_is_refused_with_both_readings():
    with pytest.raises(Unreadable, match=r"有两种读法：100—300万元（漏了连接号），或 100,300万元"):
        read_wan("100300万元")


@pytest.mark.parametrize(
    ("typed", "wan"),
    [
        ("100300", 100300),  # typed plainly, as in a column of 万元
        ("100,300万元", 100300),  # the way out that the sentence names
        ("3050万元", 3050),  # an ordinary revenue
        ("200000万元", 200000),  # 20亿元: its second half is no number of its own
        ("123456万元", 123456),  # no two round numbers
        ("300100万元", 300100),  # would fall, not rise
        ("1003000万元", 1003000),  # 100 to 3000 is no range a plan gives
    ],
)
def test_ordinary_large_amounts_are_not_taken_for_lost_ranges(typed, wan):
    assert read_wan(typed) == wan


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "没有填写"),
        ("约300", "不是数字"),
        ("N/A", "不是数字"),
        ("12,34", "千分位逗号位置不对"),
        ("1,2345万元", "千分位逗号位置不对"),
        ("50万美元", "是外币，请折合人民币"),
        ("1,431.6000(万美元)", "是外币，请折合人民币"),
        ("3斤", "单位看不懂"),
        ("1.2.3", "单位看不懂"),
        ("叁佰万元", "不是数字"),
        ("9" * 16, "位数过多"),
        ("9" * 100_000, "位数过多"),
    ],
)
def test_what_is_not_one_amount_is_refused_with_the_reason(typed, why):
    with pytest.raises(Unreadable, match=why):
        read_wan(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("86", 86), ("1,234人", 1234), ("20万度", 200_000), ("12.0", 12), ("８６００００千瓦时", 860_000)],
)
def test_a_whole_number_is_read_with_its_unit(typed, number):
    assert read_whole(typed) == number


def test_half_a_person_is_refused():
    with pytest.raises(Unreadable, match="不是整数"):
        read_whole("12.5")


def test_a_range_of_people_is_refused_too():
    with pytest.raises(Unreadable, match="下限 20人，上限 50人"):
        read_whole("20-50人")


@pytest.mark.parametrize(
    ("typed", "number"), [("215.3", "215.3"), ("215.3吨标准煤", "215.3"), ("15%", "15"), ("１５．５％", "15.5")]
)
def test_a_decimal_is_read_with_its_unit(typed, number):
    assert read_decimal(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("fen", "shown"), [(1_234_500_000, "1,234.5"), (0, "0"), (-35_600_000, "-35.6"), (1, "0.000001")]
)
def test_money_is_shown_in_wan(fen, shown):
    assert wan_text(fen) == shown


def test_a_decimal_is_kept_without_exponent_or_needless_zeros():
    assert plain_decimal(Decimal("1E+3")) == "1000"
    assert plain_decimal(Decimal("215.300")) == "215.3"
    assert grouped(Decimal(-1234567)) == "-1,234,567"


@given(st.integers(min_value=-(10**14), max_value=10**14))
def test_what_is_shown_is_read_back(fen):
    assert read_wan(wan_text(fen)) * 1_000_000 == fen
