"""A township names who answers for each of its tasks; the district's count stays as it is."""

from datetime import datetime

import pytest

from jizhou_desktop.tasks.own_tasks import assign, own_tasks
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create
from jizhou_desktop.tasks.year_plan import save_year_plan

NOW = datetime.fromisoformat("2020-03-02T09:30:00+08:00")
YUYANG, TECH = "120119100", "technology-enterprise"
new_uid = uids_from("own tasks")


@pytest.fixture
def township(tmp_path):
    with create(tmp_path / "yuyang", office_code=YUYANG, clerk="李样例") as made:
        save_year_plan(made, 2020, {(YUYANG, TECH): 4}, now=NOW, new_uid=new_uid)
        yield made


def test_only_paths_with_a_task_are_shown(township):
    [task] = own_tasks(township, 2020)
    assert (task.result.key, task.result.target, task.result.gap) == (TECH, 4, 4)


def test_who_answers_is_kept_with_the_count_as_it_was(township):
    assign(township, 2020, TECH, department="经济发展办公室", person="赵样例", now=NOW, new_uid=new_uid)
    [task] = own_tasks(township, 2020)
    assert (task.department, task.person, task.result.target) == ("经济发展办公室", "赵样例", 4)
