"""年初计划: the district proposes, changes, issues; a township sees its part and cannot change it."""

from datetime import datetime

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources, take_in
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.hand_over import hand_over
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create
from jizhou_desktop.tasks.year_plan import (
    BY_ENTERPRISES,
    BY_LAST_YEAR,
    issue_year_plan,
    propose,
    save_year_plan,
    year_plan,
)

NOW = datetime.fromisoformat("2020-03-02T09:30:00+08:00")
YUYANG, BANGJUN, TECH, PATENT = "120119100", "120119105", "technology-enterprise", "patent-improvement"
ISSUED = {"date": "20200721", "document_number": "蓟州政办发〔2020〕8号"}
new_uid = uids_from("year plan")


@pytest.fixture
def district(tmp_path):
    with create(tmp_path / "district", office_code="120119", clerk="王样例") as made:
        yield made


@pytest.fixture
def save(district):
    return lambda counts, why="": save_year_plan(district, 2020, counts, now=NOW, new_uid=new_uid, why=why)


@pytest.fixture
def issued(district, save):
    save(propose(district, 2020, BY_ENTERPRISES))
    return issue_year_plan(district, 2020, ISSUED, now=NOW, new_uid=new_uid)


def test_a_proposal_makes_every_target_of_the_plan(district):
    counts = propose(district, 2020, BY_ENTERPRISES)
    for path in resources.plan("2020").paths:
        assert sum(count for (_, held), count in counts.items() if held == path.id) == (path.target or 0)


def test_a_proposal_follows_where_the_enterprises_are(district):
    for number, place in enumerate(("渔阳镇", "渔阳镇", "渔阳镇", "邦均镇")):
        answers = {"name": f"天津样例{number}有限公司", "place": place}
        save_answers(district, "enterprise", answers, uid=new_uid(), now=NOW)
    counts = propose(district, 2020, BY_ENTERPRISES)
    assert (counts[YUYANG, TECH], counts[BANGJUN, TECH]) == (15, 5)


def test_without_results_of_last_year_the_other_way_is_named(district):
    with pytest.raises(UserError, match=r"没有2019年度已认定的转型任务.*按企业数"):
        propose(district, 2020, BY_LAST_YEAR)


def test_saving_changes_only_what_differs_and_a_zero_takes_a_target_back(district, save):
    assert save({(YUYANG, TECH): 12, (BANGJUN, TECH): 8}) == 2
    assert save({(YUYANG, TECH): 12, (BANGJUN, TECH): 8}) == 0
    assert save({(YUYANG, TECH): 20}) == 2
    assert year_plan(district, 2020).counts == {(YUYANG, TECH): 20, (BANGJUN, TECH): 0}


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({(YUYANG, TECH): -1}, "渔阳镇“向科技型企业转型”的任务数 -1 应在 0—999 之间"),
        ({("120225", TECH): 1}, "不认识的单位“120225”"),
        ({(YUYANG, "hot-air"): 1}, "没有“hot-air”路径"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_saved(district, save, counts, said):
    with pytest.raises(UserError, match=said):
        save({(BANGJUN, TECH): 3, **counts})
    assert year_plan(district, 2020).counts == {}


def test_a_split_that_misses_the_plan_is_not_issued(district, save):
    save({(YUYANG, TECH): 19})
    with pytest.raises(UserError, match="向科技型企业转型已分解19家，计划20家，还差1家"):
        issue_year_plan(district, 2020, ISSUED, now=NOW, new_uid=new_uid)


def test_after_issue_a_change_needs_a_reason_that_the_history_keeps(district, issued, save):
    assert issued["date"] == "2020-07-21"
    counts = year_plan(district, 2020).counts
    moved = {**counts, (YUYANG, TECH): counts.get((YUYANG, TECH), 0) + 1, (BANGJUN, TECH): 0}
    with pytest.raises(UserError, match="已由蓟州政办发〔2020〕8号下达，改动任务数须写明原因"):
        save(moved)
    save(moved, why="区长办公会议定调整")
    [target] = [
        record
        for record in district.records.all_of(Kind.TARGET, year=2020)
        if (record["place"], record["path"]) == (YUYANG, TECH)
    ]
    assert district.records.history(target.uid)[-1].why == "区长办公会议定调整"


@pytest.mark.usefixtures("issued")
def test_a_township_sees_its_part_from_the_districts_package_and_cannot_change_it(district, tmp_path):
    hand_over(district, 2020, tmp_path / "district.jzb", now=NOW)
    with create(tmp_path / "yuyang", office_code=YUYANG, clerk="李样例") as township:
        looked = take_in.look(township, tmp_path / "district.jzb")
        take_in.save(township, looked, now=NOW, new_uid=new_uid)
        seen = year_plan(township, 2020)
        assert seen.issue.text("document_number") == "蓟州政办发〔2020〕8号"
        assert seen.counts == year_plan(district, 2020).counts
        with pytest.raises(UserError, match="由区级下达，本单位不能改动"):
            save_year_plan(township, 2020, {**seen.counts, (YUYANG, TECH): 0}, now=NOW, new_uid=new_uid, why="少报")
