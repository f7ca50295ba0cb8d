"""A fund that the claims pass: previewed, applied as steps with the decision noted, never overspent."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.share_out import WAYS
from jizhou_desktop.tasks.allocation import apply, preview, words
from jizhou_desktop.tasks.check import check
from jizhou_desktop.tasks.claim_steps import held
from jizhou_desktop.tasks.claims import pool_left
from jizhou_desktop.tasks.workspaces import create
from tests.invented.claims import NOW, Claims

WAN = 1_000_000
DAY = date(2020, 12, 1)


@pytest.fixture
def at_hand(tmp_path):
    with create(tmp_path / "局", office_code="120119-gxj", clerk="李样例") as made:
        yield Claims(made)


@pytest.fixture
def three(at_hand):
    """300万, 210万 and 90万 asked of 500万: 5000, 3500 and 1500万 of equipment at 6 %."""
    return at_hand.checked(("甲", "5000", "1103"), ("乙", "3500", "1102"), ("丙", "1500", "1104"))


def new_amounts(allocation):
    return {line.enterprise[2]: line.new_fen for line in allocation.lines}


@pytest.mark.usefixtures("three")
def test_first_come_first_served(at_hand):
    allocation = preview(at_hand.workspace, "smart-upgrade", 2020, "先到先得")
    assert new_amounts(allocation) == {"乙": 210 * WAN, "甲": 290 * WAN, "丙": 0}
    assert (allocation.asked_fen, allocation.fund_fen, allocation.granted_fen) == (600 * WAN, 500 * WAN, 500 * WAN)


@pytest.mark.usefixtures("three")
def test_pro_rata_to_the_fen(at_hand):
    allocation = preview(at_hand.workspace, "smart-upgrade", 2020, "按比例")
    # five sixths each: 250万, 175万, 75万
    assert new_amounts(allocation) == {"乙": 175 * WAN, "甲": 250 * WAN, "丙": 75 * WAN}
    assert allocation.left_fen == 0
    assert "合计：申报600万元，可分配500万元，核定500万元，剩余0万元。" in words(allocation)


def test_by_score_needs_every_score(at_hand, three):
    scores = {claim.uid: Decimal(score) for claim, score in zip(three, (70, 80, 90), strict=True)}
    with pytest.raises(UserError, match="还缺：天津丙"):
        preview(at_hand.workspace, "smart-upgrade", 2020, "按评分", scores=dict(list(scores.items())[:2]))
    allocation = preview(at_hand.workspace, "smart-upgrade", 2020, "按评分", scores=scores)
    assert new_amounts(allocation) == {"丙": 90 * WAN, "乙": 210 * WAN, "甲": 200 * WAN}


def test_a_preview_changes_nothing_and_applying_it_notes_the_decision(at_hand, three):
    workspace = at_hand.workspace
    allocation = preview(workspace, "smart-upgrade", 2020, "按比例")
    assert held(workspace, three[0]).standing.state == "现场核查"
    apply(workspace, allocation, decision="会议纪要〔2020〕3号", day=DAY, now=NOW, new_uid=at_hand.new_uid)
    step = held(workspace, three[0]).standing.last
    assert (step.text("step"), step["amount"], step.text("opinion")) == ("核定金额", 250 * WAN, "会议纪要〔2020〕3号")
    assert step.text("remarks") == "资金分配：按比例，申报300万元，核定250万元，核减50万元"
    assert pool_left(workspace, "smart-upgrade", 2020).grantable_fen == 0


def test_the_audit_asks_until_the_fund_was_shared_out(at_hand, three):
    workspace = at_hand.workspace
    assert "H12" in {problem.rule for problem in check(workspace, year=2020)}
    allocation = preview(workspace, "smart-upgrade", 2020, "按比例")
    apply(workspace, allocation, decision="会议纪要", day=DAY, now=NOW, new_uid=at_hand.new_uid)
    assert "H12" not in {problem.rule for problem in check(workspace, year=2020)}
    assert len(three) == 3


def test_another_way_may_be_chosen_until_publicity(at_hand, three):
    workspace = at_hand.workspace
    for way in ("按比例", "先到先得"):
        allocation = preview(workspace, "smart-upgrade", 2020, way)
        apply(workspace, allocation, decision="会议纪要", day=DAY, now=NOW, new_uid=at_hand.new_uid)
    assert [line.old_fen for line in allocation.lines] == [175 * WAN, 250 * WAN, 75 * WAN]
    assert held(workspace, three[1]).money.granted_fen == 210 * WAN


def test_what_was_made_public_keeps_its_amount_and_the_rest_is_shared(at_hand, three):
    workspace = at_hand.workspace
    at_hand.take(three[0], "公示 1116")
    allocation = preview(workspace, "smart-upgrade", 2020, "按比例")
    assert allocation.fund_fen == 200 * WAN
    assert new_amounts(allocation) == {"乙": 140 * WAN, "丙": 60 * WAN}  # 200万 × 210/300 and 90/300


def test_nothing_is_applied_without_a_decision_or_after_a_change(at_hand, three):
    workspace = at_hand.workspace
    allocation = preview(workspace, "smart-upgrade", 2020, "按比例")
    with pytest.raises(UserError, match="依据"):
        apply(workspace, allocation, decision=" ", day=DAY, now=NOW, new_uid=at_hand.new_uid)
    at_hand.take(three[2], "核定金额 1113", amount="80")
    with pytest.raises(UserError, match="重新预览"):
        apply(workspace, allocation, decision="会议纪要", day=DAY, now=NOW, new_uid=at_hand.new_uid)
    assert held(workspace, three[0]).money.granted_fen is None


def test_what_cannot_be_shared_out_is_told(at_hand):
    with pytest.raises(UserError, match="没有“抽签”"):
        preview(at_hand.workspace, "smart-upgrade", 2020, "抽签")
    with pytest.raises(UserError, match="没有给这项政策安排专项资金"):
        preview(at_hand.workspace, "patent", 2020, "按比例")
    with pytest.raises(UserError, match="须先办到"):
        preview(at_hand.workspace, "smart-upgrade", 2020, "按比例")


def test_a_claim_without_a_reviewed_amount_is_named_and_left_out(at_hand):
    figures = {"investment": "900", "equipment": "700", "tce": "900", "industrial": "是"}
    first, second = (at_hand.claim(name, "energy-saving", **figures) for name in ("甲", "乙"))
    for claim, answers in ((first, {"amount": "150"}), (second, {})):
        at_hand.take(claim, "受理 1102", "乡镇初审 1103", "部门审核 1104", "现场核查 1105", **answers)
    allocation = preview(at_hand.workspace, "energy-saving", 2020, "按比例")
    assert new_amounts(allocation) == {"甲": 150 * WAN}
    assert allocation.without_amount == ("天津乙有限公司",)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    equipment=st.lists(st.integers(min_value=1_500_000_000, max_value=4_000_000_000), min_size=1, max_size=4),
    way=st.sampled_from(sorted(WAYS)),
)
def test_whatever_is_claimed_no_fund_is_overspent_and_no_fen_is_lost(tmp_path_factory, equipment, way):
    with create(tmp_path_factory.mktemp("fund") / "局", office_code="120119-gxj", clerk="李样例") as workspace:
        at_hand = Claims(workspace)
        told = [(f"{n}号", f"{wan_of_fen(fen):f}", f"11{n + 1:02}") for n, fen in enumerate(equipment)]
        made = at_hand.checked(*told)
        scores = {claim.uid: Decimal(n) for n, claim in enumerate(made)}
        allocation = preview(workspace, "smart-upgrade", 2020, way, scores=scores)
        apply(workspace, allocation, decision="会议纪要", day=DAY, now=NOW, new_uid=at_hand.new_uid)
        pool = pool_left(workspace, "smart-upgrade", 2020)
        assert pool.grantable_fen >= 0
        assert pool.approved_fen == min(allocation.asked_fen, 500 * WAN)
        assert all(0 <= line.new_fen <= line.asked_fen for line in allocation.lines)
