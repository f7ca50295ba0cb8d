"""Claims step by step with their money: granted within plan and fund, paid in one part or two, taken back."""

from dataclasses import replace

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.award_tables import plan_in_force, set_award
from jizhou_desktop.tasks.child_rows import TypedRow, save_child_rows
from jizhou_desktop.tasks.claim_steps import held, may_take, ready_for, take_on_all
from jizhou_desktop.tasks.claims import ledger, pool_left, verdict_of
from jizhou_desktop.tasks.computed import with_computed
from jizhou_desktop.tasks.equipment import claimed_elsewhere, equipment_sum
from jizhou_desktop.tasks.workspaces import create
from tests.invented.claims import NOW, Claims

WAN = 1_000_000


@pytest.fixture
def at_hand(tmp_path):
    with create(tmp_path / "局", office_code="120119-gxj", clerk="李样例") as made:
        yield Claims(made)


@pytest.fixture
def workspace(at_hand):
    return at_hand.workspace


def line(workspace, scheme):
    return next(line for line in ledger(workspace, 2020) if line.scheme == scheme)


def test_a_claim_goes_from_acceptance_to_payment_and_the_ledger_follows(at_hand, workspace):
    (claim,) = at_hand.checked(("天津样例有限公司", "610", "1102"))
    assert line(workspace, "smart-upgrade").committed_fen == 36_600_000
    at_hand.take(claim, "核定金额 1113")
    at_hand.take(claim, "公示 1116")  # Monday; ends Friday the 20th
    with pytest.raises(UserError, match="公示到2020年11月20日期满"):
        at_hand.take(claim, "拨付 1120")
    assert at_hand.take(claim, "拨付 1123")["amount"] == 36_600_000
    told = line(workspace, "smart-upgrade")
    assert (told.count, told.budget_fen, told.approved_fen, told.paid_fen) == (1, 500 * WAN, 36_600_000, 36_600_000)
    assert told.left_fen == 463_400_000
    assert may_take(workspace, held(workspace, claim)) == []


def test_a_grant_that_the_fund_does_not_hold_is_refused(at_hand, workspace):
    first, second = at_hand.checked(("甲", "8000", "1102"), ("乙", "1000", "1103"))
    at_hand.take(first, "核定金额 1113")  # 480万 of 500万
    with pytest.raises(UserError, match="可核定余额20万元，不够核定60万元"):
        at_hand.take(second, "核定金额 1113")
    at_hand.take(second, "核定金额 1113", amount="20")
    assert pool_left(workspace, "smart-upgrade", 2020).grantable_fen == 0
    with pytest.raises(UserError, match="可核定余额20万元，不够核定21万元"):
        at_hand.take(second, "核定金额 1114", amount="21")


def test_what_is_not_eligible_is_not_granted(at_hand):
    claim = at_hand.claim(investment="200", equipment="180")
    at_hand.take(claim, "受理 1102", "乡镇初审 1103", "部门审核 1104", "现场核查 1105")
    with pytest.raises(UserError, match="不符合计划规定的条件"):
        at_hand.take(claim, "核定金额 1106")


def test_a_return_sets_the_money_free(at_hand, workspace):
    (claim,) = at_hand.checked(("甲", "610", "1102"))
    at_hand.take(claim, "核定金额 1113")
    at_hand.take(claim, "退回 1116", opinion="发票重复")
    told = line(workspace, "smart-upgrade")
    assert (told.count, told.committed_fen, told.approved_fen) == (0, 0, 0)


def high_tech(at_hand, **answers):
    claim = at_hand.claim(scheme="high-tech", applied_on="20200601", first_time="是", recognised="否", **answers)
    at_hand.take(claim, "受理 1102", "乡镇初审 1103", "部门审核 1104", "现场核查 1105", "核定金额 1106", "公示 1109")
    return claim


def test_a_high_tech_award_is_paid_in_two_halves(at_hand, workspace):
    claim = high_tech(at_hand, award="40")
    assert at_hand.take(claim, "区级补助 1116")["amount"] == 20 * WAN
    assert [step.name for step in may_take(workspace, held(workspace, claim))] == ["认定", "未认定"]
    at_hand.take(claim, "认定 1201")
    assert at_hand.take(claim, "市级奖励 1202")["amount"] == 20 * WAN
    assert held(workspace, claim).standing.done
    assert line(workspace, "high-tech").paid_fen == 40 * WAN


def test_what_was_paid_is_taken_back_where_recognition_fails(at_hand, workspace):
    claim = high_tech(at_hand, award="40")
    at_hand.take(claim, "区级补助 1116")
    at_hand.take(claim, "未认定 1201", opinion="市科技局公告未列入")
    assert line(workspace, "high-tech").paid_fen == 20 * WAN
    assert [step.name for step in may_take(workspace, held(workspace, claim))] == ["收回补助"]
    assert at_hand.take(claim, "收回补助 1210")["amount"] == 20 * WAN
    assert line(workspace, "high-tech").paid_fen == 0
    assert may_take(workspace, held(workspace, claim)) == []


def test_the_offices_amounts_by_size_make_the_award(at_hand, workspace):
    def table(label, amount):
        return set_award(
            workspace, "high-tech", 2020, label, amount, basis="样例办法", now=NOW, new_uid=at_hand.new_uid
        )

    assert table("中型", "60").records is None  # outside 30—50万元
    assert "不在计划规定的30—50万元之内" in table("中型", "60").problems[0][0].message
    assert "没有“特大型”这一档" in table("特大型", "40").problems[0][0].message
    assert [row["amount"] for row in table("中型", "40").records] == [40 * WAN]
    table("小型", "30")
    table("中型", "41")
    levels = {level.label: level.amount for level in plan_in_force(workspace, 2020).scheme("high-tech").levels}
    assert levels == {"大型": None, "中型": 41, "小型": 30, "微型": None}
    enterprise = at_hand.enterprise("天津中型有限公司", size_override="中型", size_reason="样例")
    claim = high_tech(at_hand, award="41")
    workspace.records.save(replace(claim, parent=enterprise.uid), by="李样例", at=NOW.isoformat())
    verdict = verdict_of(workspace, workspace.records.get(claim.uid))
    assert any("样例办法，中型企业41万元" in condition.limit for condition in verdict.conditions)


def test_the_list_counts_and_the_typed_figure_gives_way(at_hand, workspace):
    claim = at_hand.claim(investment="820", equipment="610")
    rows = [
        {"name": "车床", "invoice_number": "04419287", "invoice_date": "20190601", "amount": "400"},
        {"name": "机器人", "invoice_number": "04419288", "invoice_date": "20200601", "amount": "200.000001"},
        {"name": "旧设备", "invoice_number": "04419289", "invoice_date": "20181231", "amount": "99"},
    ]
    save_child_rows(
        workspace, "equipment", claim.uid, [TypedRow(row) for row in rows], now=NOW, new_uid=at_hand.new_uid
    )
    summed = with_computed(workspace, claim, resources.form(claim.form))
    assert (summed["equipment"], summed["invoices"], summed["invoice_sum"]) == (600_000_001, 2, 600_000_001)
    assert summed["amount"] == 36_000_000  # 6000000.01元×6% = 360000.0006元
    assert "1行99万元不在两个年度内，不计" in equipment_sum(workspace, summed).words


def test_the_other_claim_of_the_same_machine_is_named(at_hand, workspace):
    row = {"name": "车床", "invoice_number": "04419287", "invoice_date": "20200601", "amount": "400"}
    ours = at_hand.claim("甲", investment="820", equipment="610")
    theirs = at_hand.claim("乙", "energy-saving", investment="90", equipment="80", tce="210", industrial="是")
    for claim in (ours, theirs):
        listed = save_child_rows(workspace, "equipment", claim.uid, [TypedRow(row)], now=NOW, new_uid=at_hand.new_uid)
    (twice,) = claimed_elsewhere(workspace, listed.records)
    assert twice.claim == ours.uid
    assert twice.words == "设备“车床”（发票04419287）已列入天津甲有限公司2020年度智能化技改申报“改造项目”"


def test_publicity_begins_for_all_that_are_ready_and_says_which_are_not(at_hand, workspace):
    first, second = at_hand.checked(("甲", "610", "1102"), ("乙", "8200", "1103"))
    ready = [claim.record for claim in ready_for(workspace, "公示", 2020)]
    assert {claim.uid for claim in ready} == {first.uid, second.uid}
    refused = take_on_all(workspace, ready, {"step": "公示", "date": "20201116"}, now=NOW, new_uid=at_hand.new_uid)
    ((claim, why),) = refused
    assert "可核定余额" in why
    assert {first.uid, second.uid} - {claim.uid} == {
        each.uid for each in ready if held(workspace, each).standing.state == "公示"
    }
