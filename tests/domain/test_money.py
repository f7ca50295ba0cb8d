"""Money is exact: 万元 and 元 become whole 分, and what is finer is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.money import fen_of_wan, percent_of, wan_of_fen


@pytest.mark.parametrize(
    ("wan", "fen"),
    [("8.4", 8_400_000), ("0.000001", 1), ("500", 500_000_000), ("-1.5", -1_500_000), ("1E+2", 100_000_000)],
)
def test_wan_become_whole_fen(wan, fen):
    assert fen_of_wan(Decimal(wan)) == fen


@pytest.mark.parametrize("wan", ["0.0000001", "8.40000049"])
def test_what_is_finer_than_a_fen_is_refused(wan):
    with pytest.raises(UserError, match="分以下"):
        fen_of_wan(Decimal(wan))


@pytest.mark.parametrize("wan", ["1E+12", "1E+999999", "Infinity", "NaN"])
def test_what_no_budget_holds_is_refused(wan):
    with pytest.raises(UserError, match="过大"):
        fen_of_wan(Decimal(wan))


def test_fen_shown_in_wan_bear_no_zeros():
    assert [str(wan_of_fen(fen)) for fen in (8_400_000, 1_000_000, 0, 1)] == ["8.4", "1", "0", "0.000001"]


@pytest.mark.parametrize(
    ("fen", "percent", "share"),
    [
        (240_000_000, "6", 14_400_000),  # 240万元 × 6% = 14.4万元
        (1_400_000_25, "6", 8_400_002),  # 84000.015元: half a 分 goes up
        (1_400_000_24, "6", 8_400_001),  # 84000.0144元
        (1_000_001, "50", 500_001),
    ],
)
def test_shares_are_rounded_half_up_to_the_fen(fen, percent, share):
    assert percent_of(fen, Decimal(percent)) == share


@given(st.integers(min_value=-(10**17), max_value=10**17))
def test_there_and_back_is_the_same(fen):
    assert fen_of_wan(wan_of_fen(fen)) == fen
