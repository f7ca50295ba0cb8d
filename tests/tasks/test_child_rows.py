"""Rows that belong to a record: an equipment list is saved whole, in its order, and a wrong row keeps all back."""

from datetime import datetime

import pytest

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.child_rows import TypedRow, child_rows, save_child_rows
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
CLAIM = "4b0c7d0e-7a0f-4d0a-9d55-2f54a6a3c001"
LATHE = {"name": "数控车床", "invoice_number": "04419287", "invoice_date": "20200312", "amount": "86.5"}
ROBOT = {"name": "上下料机器人", "invoice_number": "04419288", "invoice_date": "2020.6.1", "amount": "1234000元"}


@pytest.fixture
def workspace(tmp_path):
    with create(tmp_path / "w", office_code="120119100", clerk="王样例") as made:
        yield made


@pytest.fixture
def save(workspace):
    new_uid = uids_from("rows")
    return lambda *rows: save_child_rows(workspace, "equipment", CLAIM, rows, now=NOW, new_uid=new_uid)


def amounts(workspace):
    return [record["amount"] for record in child_rows(workspace, CLAIM, Kind.EQUIPMENT)]


def test_rows_are_kept_in_the_order_of_the_list(workspace, save):
    saved = save(TypedRow(ROBOT), TypedRow(LATHE))
    assert [record.text("name") for record in saved.records] == ["上下料机器人", "数控车床"]
    assert amounts(workspace) == [1_234_000_00, 865_000_00]


def test_one_wrong_row_keeps_all_back_and_is_named(workspace, save):
    saved = save(TypedRow(LATHE), TypedRow({**ROBOT, "invoice_date": "2020731"}))
    assert saved.records is None
    assert [problem.field for problem in saved.problems[1]] == ["invoice_date"]
    assert amounts(workspace) == []


def test_what_is_not_changed_makes_no_new_revision(save):
    lathe = save(TypedRow(LATHE)).records[0]
    again = save(TypedRow({**LATHE, "invoice_date": "2020年3月12日"}, lathe)).records[0]
    assert again.revision == 1


def test_a_row_taken_out_leaves_the_list_and_stays_in_the_history(workspace, save):
    lathe, robot = save(TypedRow(LATHE), TypedRow(ROBOT)).records
    save(TypedRow(ROBOT, robot))
    assert amounts(workspace) == [1_234_000_00]
    assert [change.record.closed for change in workspace.records.history(lathe.uid)] == ["", "删除"]
