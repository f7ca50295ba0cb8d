"""转型任务: registered once on a path, moved by steps, counted by where it stands."""

from datetime import datetime

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.overview import overview
from jizhou_desktop.tasks.steps import take_step
from jizhou_desktop.tasks.transformations import (
    effect_of,
    going_task,
    going_tasks,
    new_transformation,
    transformations,
)
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-11-02T09:30:00+08:00")
new_uid = uids_from("going")


@pytest.fixture
def plan():
    return resources.plan("2020")


@pytest.fixture
def district(tmp_path):
    """A collecting office takes every step of what it keeps itself."""
    with create(tmp_path / "w", office_code="120119", clerk="王样例") as made:
        yield made


def kept(workspace, form, answers, **more):
    return save_answers(workspace, form, answers, uid=new_uid(), now=NOW, **more).record


@pytest.fixture
def enterprise(district):
    return kept(district, "enterprise", {"name": "天津渔山精密机械有限公司", "place": "渔阳镇"})


@pytest.fixture
def register(district, plan):
    def done(subject, path):
        saved = new_transformation(district, subject, plan.path(path), 2020, now=NOW, new_uid=new_uid)
        return saved.record

    return done


def walk(workspace, record, *steps):
    for step in steps:
        take_step(workspace, record, {"step": step, "person": "李核实"}, now=NOW, new_uid=new_uid)


TO_THE_END = ("实施中", "已申报", "乡镇初审", "部门核实", "认定")


def test_a_new_one_is_planned_and_belongs_to_its_year(enterprise, register):
    record = register(enterprise, "technology-enterprise")
    assert (record.year, record.parent, record["state"]) == (2020, enterprise.uid, "拟转型")


def test_the_state_is_the_last_step_and_so_are_day_and_reviewer(district, enterprise, register):
    walk(district, register(enterprise, "technology-enterprise"), *TO_THE_END)
    [record] = transformations(district, year=2020)
    assert (record["state"], record["date"], record["reviewer"]) == ("认定", "2020-11-02", "李核实")


def test_an_enterprise_on_two_paths_counts_on_each_and_once_towards_the_forty(district, enterprise, register):
    for path in ("technology-enterprise", "patent-improvement"):
        walk(district, register(enterprise, path), *TO_THE_END)
    seen = overview(district, 2020)
    assert (sum(result.done for result in seen.by_path), seen.turned) == (2, 1)


def test_the_same_path_twice_in_a_year_is_refused(enterprise, register):
    register(enterprise, "technology-enterprise")
    with pytest.raises(UserError, match="2020年已登记“向科技型企业转型”"):
        register(enterprise, "technology-enterprise")


def test_a_park_goes_its_own_path_and_no_enterprise_does(district, enterprise, register):
    park = kept(district, "carrier", {"name": "上仓工业园", "subject": "园区"})
    assert register(park, "park-upgrade").parent == park.uid
    with pytest.raises(UserError, match="由园区办理，“天津渔山精密机械有限公司”不是园区"):
        register(enterprise, "park-upgrade")
    with pytest.raises(UserError, match="由企业办理，“上仓工业园”不是企业"):
        register(park, "patent-improvement")


def test_what_evidence_is_missing_is_named_by_the_plans_own_list(district, enterprise, register):
    record = register(enterprise, "patent-improvement")
    assert going_task(district, record.uid).missing_evidence == [
        "专利证书",
        "专利年费缴费凭证",
        "年初、年末有效专利清单",
    ]


def test_the_effect_is_read_from_the_enterprises_two_years(district, enterprise, register):
    for year, employees in ((2019, "143"), (2020, "146")):
        answers = {"year": str(year), "employees": employees}
        kept(district, "year-figures", answers, parent=enterprise.uid, year=year)
    record = register(enterprise, "equipment-upgrade")
    jobs = next(found for found in effect_of(district, going_task(district, record.uid)) if found.measure == "从业人员")
    assert (jobs.before, jobs.after, jobs.better) == (143, 146, True)


def test_the_list_follows_the_plan(district, enterprise, register):
    for path in ("patent-improvement", "technology-enterprise"):
        register(enterprise, path)
    assert [task.path.id for task in going_tasks(district, 2020)] == ["technology-enterprise", "patent-improvement"]


def test_every_path_asks_what_came_of_it_by_a_form_of_its_own(plan):
    for path in plan.paths:
        assert resources.form(path.result).kind == Kind.RESULT
