"""The ledger of a special fund."""

import pytest

from jizhou_desktop.domain.pool import Pool

WAN = 1_000_000


def test_what_is_left_is_what_was_not_granted():
    pool = Pool(500 * WAN).commit(36 * WAN).commit(14 * WAN).pay(36 * WAN)
    assert (pool.committed_fen, pool.paid_fen, pool.left_fen) == (50 * WAN, 36 * WAN, 450 * WAN)
    assert pool.unpaid_fen == 14 * WAN


def test_the_last_fen_can_be_granted_and_no_more():
    pool = Pool(500 * WAN).commit(499 * WAN)
    assert pool.holds(1 * WAN)
    assert not pool.holds(1 * WAN + 1)


def test_a_pool_granted_beyond_its_budget_says_so():
    assert Pool(200 * WAN).commit(200 * WAN + 1).overspent
    assert not Pool(200 * WAN).commit(200 * WAN).overspent


def test_only_what_was_granted_can_be_paid():
    with pytest.raises(ValueError, match="not granted"):
        Pool(200 * WAN).commit(10 * WAN).pay(10 * WAN + 1)
