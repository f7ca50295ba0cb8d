"""今日待办: what is late, returned, soon due, without evidence, or about to end — for the office that can act."""

from datetime import date, datetime

import pytest

from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.steps import take_step
from jizhou_desktop.tasks.transformations import new_transformation
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.worklist import Urgency, worklist
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-11-30T09:30:00+08:00")
new_uid = uids_from("worklist")


@pytest.fixture
def township(tmp_path):
    with create(tmp_path / "w", office_code="120119100", clerk="王样例") as made:
        yield made


@pytest.fixture
def enterprise(township):
    answers = {"name": "天津渔山精密机械有限公司", "place": "渔阳镇"}
    return save_answers(township, "enterprise", answers, uid=new_uid(), now=NOW).record


@pytest.fixture
def going(township, enterprise):
    path = resources.plan("2020").path("patent-improvement")
    return new_transformation(township, enterprise, path, 2020, now=NOW, new_uid=new_uid).record


def step(township, record, name, day, opinion=""):
    answers = {"step": name, "date": day, "opinion": opinion}
    take_step(township, record, answers, now=NOW, new_uid=new_uid)


def told(township, today):
    return [(todo.urgency, todo.sentence) for todo in worklist(township, 2020, date.fromisoformat(today))]


def without_evidence(found):
    return [line for line in found if line[0] is not Urgency.MISSING]


@pytest.mark.usefixtures("going")
def test_what_is_only_planned_waits_for_nobody(township):
    assert told(township, "2020-12-31") == []


def test_a_step_is_due_three_working_days_before_its_limit_and_late_after_it(township, going):
    step(township, going, "已申报", "20201124")  # Tuesday; five working days later is Tuesday, 1 December
    sentence = "“已申报”之后应于2020年12月1日前办理乡镇初审"
    assert without_evidence(told(township, "2020-11-25")) == []  # four working days ahead
    assert without_evidence(told(township, "2020-11-26")) == [(Urgency.DUE, sentence)]
    assert without_evidence(told(township, "2020-12-01")) == [(Urgency.DUE, sentence)]
    assert without_evidence(told(township, "2020-12-02")) == [(Urgency.LATE, sentence)]


def test_what_lies_with_the_department_is_not_on_the_townships_list(township, going):
    step(township, going, "已申报", "20201102")
    step(township, going, "乡镇初审", "20201103")
    assert without_evidence(told(township, "2020-12-31")) == []


def test_what_was_returned_comes_with_the_reason(township, going):
    step(township, going, "已申报", "20201124")
    step(township, going, "退回", "20201125", "缺专利年费缴费凭证")
    assert (Urgency.RETURNED, "被退回：缺专利年费缴费凭证。请补正后重新申报") in told(township, "2020-11-26")


def test_asked_for_without_evidence_names_what_the_path_asks(township, going):
    step(township, going, "已申报", "20201124")
    sentence = "已申报，没有佐证材料，应有专利证书等3种"
    assert (Urgency.MISSING, sentence) in told(township, "2020-11-25")


@pytest.mark.parametrize(("today", "shown"), [("2020-11-30", True), ("2020-09-01", False), ("2021-03-02", False)])
def test_a_certificate_is_shown_for_its_last_ninety_days(township, enterprise, today, shown):
    answers = {"type": "国家高新技术企业", "expires": "20210228"}
    save_answers(township, "qualification", answers, uid=new_uid(), now=NOW, parent=enterprise.uid)
    wanted = [(Urgency.ENDING, "国家高新技术企业2021年2月28日到期，请提醒企业办理延续")] if shown else []
    assert told(township, today) == wanted
