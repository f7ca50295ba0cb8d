"""The ledger of a special fund: what its claims take of it, by what was decided on each."""

from jizhou_desktop.domain.claim_money import ClaimMoney
from jizhou_desktop.domain.pool import Pool, pool_of

WAN = 1_000_000


def test_a_claim_takes_what_it_asks_until_something_is_granted():
    pool = pool_of(500 * WAN, [ClaimMoney(36 * WAN), ClaimMoney(20 * WAN, granted_fen=14 * WAN, paid={"": 10 * WAN})])
    assert (pool.committed_fen, pool.approved_fen, pool.paid_fen) == (50 * WAN, 14 * WAN, 10 * WAN)
    assert (pool.left_fen, pool.grantable_fen, pool.unpaid_fen) == (450 * WAN, 486 * WAN, 4 * WAN)


def test_a_review_stands_above_what_was_asked():
    assert ClaimMoney(36 * WAN, reviewed_fen=30 * WAN).committed_fen == 30 * WAN
    assert ClaimMoney(None, reviewed_fen=30 * WAN).wanted_fen == 30 * WAN
    assert ClaimMoney(None).committed_fen == 0


def test_a_claim_that_came_to_nothing_takes_what_is_still_out():
    returned = ClaimMoney(36 * WAN, granted_fen=36 * WAN, withdrawn=True)
    claw_back = ClaimMoney(40 * WAN, granted_fen=40 * WAN, paid={"district": 20 * WAN}, withdrawn=True)
    assert (returned.committed_fen, returned.approved_fen) == (0, 0)
    assert (claw_back.committed_fen, claw_back.approved_fen, claw_back.paid_fen) == (20 * WAN, 20 * WAN, 20 * WAN)


def test_the_last_fen_can_be_granted_and_no_more():
    pool = Pool(500 * WAN, committed_fen=600 * WAN, approved_fen=499 * WAN)
    assert pool.holds(1 * WAN)
    assert not pool.holds(1 * WAN + 1)


def test_claims_may_pass_the_budget_and_grants_may_not():
    assert Pool(200 * WAN, committed_fen=200 * WAN + 1).passed
    assert not Pool(200 * WAN, committed_fen=200 * WAN).passed
    assert Pool(200 * WAN, committed_fen=300 * WAN, approved_fen=200 * WAN).grantable_fen == 0
    assert Pool(200 * WAN, approved_fen=200 * WAN + 1).grantable_fen == -1
