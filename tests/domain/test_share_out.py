"""Sharing a fund out when the claims pass it: every 分 given, none twice."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jizhou_desktop.domain.share_out import WAYS, FundClaim, by_score, first_come, pro_rata

WAN = 1_000_000

THREE = [
    FundClaim("甲", 300 * WAN, "2020-09-03", Decimal(80)),
    FundClaim("乙", 200 * WAN, "2020-09-01", Decimal(95)),
    FundClaim("丙", 250 * WAN, "2020-09-02", Decimal("80.5")),
]


def granted(shared):
    return {share.claim.uid: share.granted_fen for share in shared.shares}


def test_first_come_serves_by_date_and_gives_the_last_what_remains():
    shared = first_come(500 * WAN, THREE)
    assert granted(shared) == {"乙": 200 * WAN, "丙": 250 * WAN, "甲": 50 * WAN}
    assert [share.cut_fen for share in shared.shares] == [0, 0, 250 * WAN]


def test_the_better_score_is_served_first():
    assert granted(by_score(400 * WAN, THREE)) == {"乙": 200 * WAN, "丙": 200 * WAN, "甲": 0}


def test_equal_scores_are_served_by_date():
    claims = [FundClaim("后", WAN, "2020-09-02"), FundClaim("先", WAN, "2020-09-01")]
    assert granted(by_score(WAN, claims)) == {"先": WAN, "后": 0}


def test_pro_rata_cuts_all_by_the_same_rate():
    # 750万 asked, 500万 there: two thirds each; 133.333333…万 leaves one 分 to the largest remainder.
    assert granted(pro_rata(500 * WAN, THREE)) == {"甲": 200 * WAN, "乙": 133_333_333, "丙": 166_666_667}


def test_odd_fen_go_to_the_largest_remainders_then_to_the_earliest():
    claims = [FundClaim(name, 1, f"2020-09-0{day}") for day, name in enumerate("甲乙丙", start=1)]
    assert granted(pro_rata(2, claims)) == {"甲": 1, "乙": 1, "丙": 0}


def test_claims_that_the_fund_holds_are_granted_whole_whichever_way():
    for share_out in WAYS.values():
        shared = share_out(800 * WAN, THREE)
        assert all(not share.cut_fen for share in shared.shares)
        assert shared.left_fen == 50 * WAN


def test_an_overspent_fund_grants_nothing():
    for share_out in WAYS.values():
        shared = share_out(-5 * WAN, THREE)
        assert (shared.granted_fen, shared.left_fen) == (0, -5 * WAN)


@st.composite
def claims(draw):
    asked = draw(st.lists(st.integers(min_value=0, max_value=10**12), max_size=30))
    scores = st.decimals(0, 100, places=1)
    days = st.integers(min_value=1, max_value=28)
    return [FundClaim(str(n), fen, f"2020-09-{draw(days):02}", draw(scores)) for n, fen in enumerate(asked)]


@pytest.mark.parametrize("way", WAYS)
@given(left=st.integers(min_value=0, max_value=10**13), claims=claims())
def test_no_fund_is_overspent_and_no_fen_is_lost(way, left, claims):
    shared = WAYS[way](left, claims)
    assert shared.granted_fen == min(left, sum(claim.asked_fen for claim in claims))
    assert shared.left_fen == left - shared.granted_fen >= 0
    assert all(0 <= share.granted_fen <= share.claim.asked_fen for share in shared.shares)
    assert {share.claim.uid for share in shared.shares} == {claim.uid for claim in claims}


@given(left=st.integers(min_value=0, max_value=10**13), claims=claims())
def test_pro_rata_is_within_one_fen_of_the_exact_share(left, claims):
    asked = sum(claim.asked_fen for claim in claims)
    for share in pro_rata(left, claims).shares:
        if asked > left:
            assert abs(share.granted_fen * asked - share.claim.asked_fen * left) < asked
