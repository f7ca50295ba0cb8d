"""职责分工: proposed from the plan without naming anybody, kept by year, handed over, printed."""

from datetime import datetime

import pytest

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.handoff.rows import read_record
from jizhou_desktop.tasks.child_rows import TypedRow, save_child_rows
from jizhou_desktop.tasks.duties import duties, propose_duties
from jizhou_desktop.tasks.print_out import print_paper
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-08-01T09:00:00+08:00")
ROW = {"year": "2020", "role": "成员", "department": "区科技局", "person": "王样例", "path": "二（一）1"}


@pytest.fixture
def district(tmp_path):
    with create(tmp_path / "蓟州区", office_code="120119", clerk="王样例") as workspace:
        yield workspace


def save(workspace, *rows):
    typed = [TypedRow(row) for row in rows]
    return save_child_rows(workspace, "duty", None, typed, now=NOW, new_uid=uids_from("duties"), year=2020)


def test_the_plan_names_a_leader_eleven_members_and_who_leads_each_path(district):
    rows = propose_duties(district, 2020, [])
    by_role = {role: [row for row in rows if row["role"] == role] for role in ("组长", "成员", "路径负责人")}
    assert [row["department"] for row in by_role["组长"]] == ["区政府"]
    assert len(by_role["成员"]) == 11  # ten departments of 四（一）, and 各乡镇、园区
    assert {row["path"] for row in by_role["路径负责人"]} >= {"二（一）1", "二（四）1"}
    assert not any(row.get("person") for row in rows)


def test_what_is_there_already_is_not_proposed_again(district):
    rows = propose_duties(district, 2020, [])
    assert propose_duties(district, 2020, rows[:3]) == rows[3:]


def test_a_row_without_a_person_keeps_all_from_being_saved(district):
    saved = save(district, ROW, {**ROW, "person": ""})
    assert saved.records is None
    assert [problem.field for problem in saved.problems[1]] == ["person"]
    assert duties(district, 2020) == []


def test_rows_belong_to_no_record_and_pass_the_check_of_a_package(district):
    (row,) = save(district, ROW).records
    assert (row.parent, row.year) == (None, 2020)
    plain = {name: getattr(row, name) for name in type(row).__dataclass_fields__} | {"kind": "duty"}
    assert read_record(plain).kind is Kind.DUTY
    assert duties(district, 2019) == []


def test_the_leader_stands_first_however_late_it_was_written_down(district):
    save(district, ROW, {**ROW, "role": "组长", "department": "区政府", "path": ""})
    assert [row.text("role") for row in duties(district, 2020)] == ["组长", "成员"]


def test_it_prints_with_the_paths_title(district, tmp_path):
    save(district, ROW)
    printed = print_paper(district, "duty-table", year=2020, out=tmp_path / "职责.pdf", now=NOW)
    assert printed.pages == 1
