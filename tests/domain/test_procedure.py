"""Steps one after another: which may follow, by whom, on which day, and what is overdue."""

from datetime import date

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.procedure import Procedure, Step, faults_of
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.standing import Standing, check_next, in_order
from jizhou_desktop.tasks import resources

TOWN, OTHER_TOWN = resources.office("120119100"), resources.office("120119101")
BUREAU = resources.office("120119-gxj")
PLAN = resources.plan("2020")
CLAIM, TURN = PLAN.procedure("claim"), PLAN.procedure("transformation")


def taken(*steps, procedure=CLAIM, owner=TOWN.code, before=""):
    """Where a matter stands after steps told as 受理 0901 (in 2020)."""
    rows = [
        Record(f"s{number}", Kind.STEP, owner, {"step": name, "date": f"2020-{day[:2]}-{day[2:]}"}, "step")
        for number, (name, day) in enumerate((step.split() for step in steps), start=1)
    ]
    return Standing(procedure, owner, tuple(rows), before)


def names(steps):
    return [step.name for step in steps]


def allowed(standing, name, office, day="2020-12-01", **said):
    said = {"opinion": "", "today": "2020-12-31", **said}
    return check_next(
        standing,
        name,
        office=office,
        day=date.fromisoformat(day),
        today=date.fromisoformat(said["today"]),
        opinion=said["opinion"],
        calendar=PLAN.calendar,
    )


def test_a_township_takes_the_first_two_steps_and_a_bureau_the_rest():
    assert names(taken().may(TOWN)) == ["受理"]
    assert names(taken().may(BUREAU)) == []
    assert names(taken("受理 0901").may(TOWN)) == ["乡镇初审", "退回", "撤回"]
    assert names(taken("受理 0901", "乡镇初审 0902").may(TOWN)) == ["撤回"]
    assert names(taken("受理 0901", "乡镇初审 0902").may(BUREAU)) == ["部门审核", "退回"]
    assert names(taken("公示 0901").may(BUREAU)) == ["异议", "拨付"]


def test_an_office_that_collects_takes_every_step_on_what_it_keeps_itself():
    assert names(taken(owner=BUREAU.code).may(BUREAU)) == ["受理"]


def test_a_step_that_does_not_follow_is_told_what_does():
    with pytest.raises(UserError, match="现在是“受理”，不能办“拨付”，接下来可办：乡镇初审、退回、撤回。"):
        allowed(taken("受理 0901"), "拨付", BUREAU)


def test_the_wrong_office_is_told_whose_step_it_is():
    with pytest.raises(UserError, match="“部门审核”由区级部门办理，渔阳镇不能办"):
        allowed(taken("受理 0901", "乡镇初审 0902"), "部门审核", TOWN)


def test_a_return_needs_its_reason():
    with pytest.raises(UserError, match="要写明理由"):
        allowed(taken("受理 0901"), "退回", TOWN, opinion=" ")
    assert allowed(taken("受理 0901"), "退回", TOWN, opinion="缺发票").name == "退回"


def test_what_was_returned_may_be_handed_in_again():
    returned = taken("受理 0901", "退回 0903")
    assert returned.withdrawn
    assert names(returned.may(TOWN)) == ["受理", "撤回"]


def test_no_step_is_dated_before_the_last_or_after_today():
    with pytest.raises(UserError, match="早于上一环节“受理”的2020年9月10日"):
        allowed(taken("受理 0910"), "乡镇初审", TOWN, "2020-09-09")
    with pytest.raises(UserError, match="在今天之后"):
        allowed(taken("受理 0910"), "乡镇初审", TOWN, "2020-09-12", today="2020-09-11")
    assert allowed(taken("受理 0910"), "乡镇初审", TOWN, "2020-09-10")


def test_nothing_is_paid_before_five_working_days_of_publicity_have_run():
    shown = taken("公示 0929")  # 29, 30 September, 9, 10, 12 October
    with pytest.raises(UserError, match="公示到2020年10月12日期满"):
        allowed(shown, "拨付", BUREAU, "2020-10-12")
    assert allowed(shown, "拨付", BUREAU, "2020-10-13").name == "拨付"
    assert allowed(shown, "异议", BUREAU, "2020-10-09", opinion="设备未到货").name == "异议"


def test_the_term_runs_on_while_an_objection_is_looked_into():
    answered = taken("公示 0929", "异议 0930", "异议不成立 1009")
    with pytest.raises(UserError, match="10月12日期满"):
        allowed(answered, "拨付", BUREAU, "2020-10-10")


def test_a_second_publicity_begins_its_term_anew():
    again = taken("公示 0921", "异议 0922", "公示 0929")
    assert again.term_ends(PLAN.calendar) == date(2020, 10, 12)
    assert taken("公示 0921", "退回 0922", "受理 0923").term_ends(PLAN.calendar) is None


def test_the_next_step_is_due_within_working_days():
    # five days after Friday the 25th: 27 (worked), 28, 29, 30 September and 9 October
    assert taken("受理 0925").due(PLAN.calendar) == date(2020, 10, 9)
    assert taken("拨付 0925").due(PLAN.calendar) is None


def test_a_record_of_an_earlier_release_goes_on_from_the_state_it_bears():
    old = taken(procedure=TURN, before="乡镇初审")
    assert old.state == "乡镇初审"
    assert names(old.may(BUREAU)) == ["部门核实", "退回", "取消"]
    assert taken("部门核实 0901", procedure=TURN, before="乡镇初审").state == "部门核实"


def test_the_usual_way_is_the_one_the_plan_tells():
    assert TURN.usual == ("拟转型", "实施中", "已申报", "乡镇初审", "部门核实", "认定")
    assert CLAIM.usual == ("受理", "乡镇初审", "部门审核", "现场核查", "核定金额", "公示", "拨付")
    assert PLAN.procedure("claim-in-two-payments").usual[-3:] == ("区级补助", "认定", "市级奖励")


def test_recognition_is_what_a_transformation_is_for_and_can_be_taken_back():
    done = taken("认定 0901", procedure=TURN)
    assert done.done
    assert not done.over
    assert names(done.may(BUREAU)) == ["取消"]
    assert taken("取消 0901", procedure=TURN).over


def test_steps_of_two_offices_stand_by_their_dates():
    rows = [
        Record("b", Kind.STEP, BUREAU.code, {"step": "部门审核", "date": "2020-09-09", "place_in_list": 1}, "step"),
        Record("a", Kind.STEP, TOWN.code, {"step": "乡镇初审", "date": "2020-09-08", "place_in_list": 2}, "step"),
    ]
    assert [row.uid for row in in_order(rows)] == ["a", "b"]


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (Step("审", ("township",), after=("没有",)), "中没有“没有”这个环节"),
        (Step("审", ("township",)), "永远办不到"),
        (Step("审", ("village",), first=True), "不是单位类别"),
        (Step("审", (), first=True), "没有人能办"),
        (Step("审", ("township",), first=True, money="spend"), "应为 review 或 grant 或 pay 或 take-back"),
        (Step("审", ("township",), first=True, share="county"), "应为 district 或 city"),
    ],
)
def test_what_does_not_hold_together_is_told(step, sentence):
    assert any(sentence in fault for fault in faults_of(Procedure("p", "流程", (step,))))
