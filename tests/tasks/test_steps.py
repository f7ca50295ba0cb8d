"""Steps kept as records: each office writes its own, and they go by package from one to the other."""

from datetime import datetime

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import take_in
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.hand_over import hand_over
from jizhou_desktop.tasks.steps import standing_of, standings, take_step, undo_step
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
new_uid = uids_from("steps")


@pytest.fixture
def township(tmp_path):
    with create(tmp_path / "镇", office_code="120119100", clerk="王样例") as made:
        yield made


@pytest.fixture
def bureau(tmp_path):
    with create(tmp_path / "局", office_code="120119-gxj", clerk="李样例") as made:
        yield made


@pytest.fixture
def going(township):
    """A transformation that is under way."""
    enterprise = save_answers(
        township, "enterprise", {"name": "天津样例有限公司", "uscc": "91120225MA06K2ER77"}, uid=new_uid(), now=NOW
    ).record
    answers = {"year": "2020", "path": "equipment-upgrade", "state": "实施中"}
    saved = save_answers(township, "transformation", answers, uid=new_uid(), now=NOW, parent=enterprise.uid, year=2020)
    return saved.record


def take(workspace, record, step, **answers):
    return take_step(workspace, record, {"step": step, **answers}, now=NOW, new_uid=new_uid)


def test_a_step_is_dated_today_and_signed_by_the_clerk_unless_said_otherwise(township, going):
    step = take(township, going, "已申报")
    assert (step["date"], step["person"], step.year, step.office) == ("2020-12-01", "王样例", 2020, "120119100")
    assert standing_of(township, going).state == "已申报"


def test_a_record_without_steps_stands_where_its_own_field_says(township, going):
    assert standing_of(township, going).state == "实施中"
    assert standings(township, [going])[going.uid].state == "实施中"


def test_what_cannot_be_read_is_told_and_nothing_is_written(township, going):
    with pytest.raises(UserError, match="日期"):
        take(township, going, "已申报", date="2020731")
    with pytest.raises(UserError, match="没有“发钱”这个环节"):
        take(township, going, "发钱")
    assert standing_of(township, going).steps == ()


def test_the_last_step_is_taken_back_and_stays_in_the_history(township, going):
    step = take(township, going, "已申报")
    undo_step(township, going, why="误登", now=NOW)
    assert standing_of(township, going).state == "实施中"
    assert township.records.history(step.uid)[-1].why == "撤销环节：误登"
    with pytest.raises(UserError, match="没有可以撤销的"):
        undo_step(township, going, why="误登", now=NOW)


def carry(tmp_path, sender, receiver, name):
    """Hands the sender's year over and takes it in at the receiver."""
    file = tmp_path / name
    hand_over(sender, 2020, file, now=NOW)
    take_in.save(receiver, take_in.look(receiver, file), now=NOW, new_uid=new_uid)


def test_the_bureau_goes_on_where_the_township_ended_and_its_steps_come_back(tmp_path, township, bureau, going):
    take(township, going, "已申报", date="20201120")
    take(township, going, "乡镇初审", date="20201123", opinion="同意上报")
    carry(tmp_path, township, bureau, "镇.jzb")
    take(bureau, bureau.records.get(going.uid), "退回", date="20201125", opinion="缺设备发票")
    with pytest.raises(UserError, match="不能办“部门核实”，接下来可办：实施中、已申报"):
        take(bureau, going, "部门核实")
    carry(tmp_path, bureau, township, "局.jzb")
    standing = standing_of(township, going)
    assert [step.text("step") for step in standing.steps] == ["已申报", "乡镇初审", "退回"]
    assert standing.last.text("opinion") == "缺设备发票"
    with pytest.raises(UserError, match="由区工业和信息化局登记，只能由该单位撤销"):
        undo_step(township, going, why="不服", now=NOW)
    take(township, going, "已申报", date="20201130")
    assert len(township.records.all_of(Kind.STEP, parent=going.uid)) == 4
