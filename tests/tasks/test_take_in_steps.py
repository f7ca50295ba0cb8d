"""转型任务 given out as they stand and taken in again: steps are not undone, nor forged, by a workbook."""

from datetime import datetime

import pytest
from openpyxl import load_workbook

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import export, resources, take_in
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.steps import take_step
from jizhou_desktop.tasks.transformations import new_transformation, transformations
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
new_uid = uids_from("steps taken in")


@pytest.fixture
def workspace(tmp_path):
    """A township whose one transformation has come as far as 已申报."""
    with create(tmp_path / "w", office_code="120119100", clerk="王样例") as made:
        answers = {"name": "天津渔山精密机械有限公司", "place": "渔阳镇"}
        enterprise = save_answers(made, "enterprise", answers, uid=new_uid(), now=NOW).record
        path = resources.plan("2020").path("technology-enterprise")
        going = new_transformation(made, enterprise, path, 2020, now=NOW, new_uid=new_uid).record
        step = {"step": "已申报", "date": "20201103", "person": "李核实", "opinion": "材料齐全"}
        take_step(made, going, step, now=NOW, new_uid=new_uid)
        yield made


@pytest.fixture
def looked(workspace, tmp_path):
    """Gives the list out, writes into its only row under a heading, and looks it through."""

    def look(heading="", text=""):
        file = tmp_path / "转型.xlsx"
        export.export(workspace, "transformations", file, now=NOW)
        book = load_workbook(file)
        sheet = book["转型任务"] if "转型任务" in book.sheetnames else book.active
        cells = {str(cell.value).split("*")[0].strip(): cell for row in sheet.iter_rows() for cell in row if cell.value}
        if heading:
            head = next(cell for said, cell in cells.items() if heading in said)
            sheet.cell(sheet.max_row, head.column).value = text
        book.save(file)
        return take_in.look(workspace, file, year=2020)

    return look


def held(workspace):
    (record,) = workspace.records.all_of(Kind.TRANSFORMATION)
    return record


def test_the_list_says_where_the_steps_stand_and_comes_back_unchanged(workspace, looked):
    before = held(workspace)
    found = looked()
    (fate,) = found.fates
    assert found.counts() == {"new": 0, "changed": 0, "same": 1, "faulty": 0}
    assert fate.held == before
    assert transformations(workspace)[0]["state"] == "已申报"


def test_progress_that_no_step_says_is_refused_with_where_to_take_it(looked):
    found = looked("进展状态", "认定")
    assert found.counts()["faulty"] == 1
    assert [problem.message for problem in found.problems if "办理环节" in problem.message] == [
        "这项任务现在是“已申报”，进展由办理环节登记，请在转型任务页办理。"
    ]


def test_other_answers_are_taken_in_and_the_record_keeps_its_own_state(workspace, looked):
    found = looked("转型前情况", "只做来料加工")
    assert found.counts()["changed"] == 1
    take_in.save(workspace, found, now=NOW, new_uid=new_uid)
    record = held(workspace)
    assert (record["before"], record["state"]) == ("只做来料加工", "拟转型")
