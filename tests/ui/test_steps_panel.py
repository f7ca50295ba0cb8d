"""办理经过: only what this office may do is offered, a step is asked for by keyboard, a mistaken one is taken back."""

import pytest
from PySide6.QtWidgets import QInputDialog

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.steps import standing_of
from jizhou_desktop.tasks.transformations import new_transformation
from jizhou_desktop.ui.answer_dialog import AnswerDialog
from jizhou_desktop.ui.steps_panel import StepsPanel


@pytest.fixture
def record(filled):
    enterprise = filled.workspace.records.all_of(Kind.ENTERPRISE)[0]
    path = resources.plan("2020").path("technology-enterprise")
    saved = new_transformation(filled.workspace, enterprise, path, 2020, now=filled.now(), new_uid=filled.new_uid)
    return saved.record


@pytest.fixture
def panel(filled, record, qtbot):
    made = StepsPanel(filled)
    qtbot.addWidget(made)
    made.show_record(record)
    made.show()
    return made


def words(panel):
    return [panel.list.item(line).text() for line in range(panel.list.count())]


def take(panel, name, **answers):
    panel.take(name)
    dialog = panel.findChildren(AnswerDialog)[-1]
    for field, text in answers.items():
        dialog.form.entry(field).set_value(text)
    dialog.finish()
    return dialog


def test_a_township_is_offered_its_own_steps_and_sees_the_way_to_come(panel):
    assert panel.offered() == ["实施中", "已申报", "取消"]
    assert words(panel) == ["拟转型　2020年12月1日", "实施中", "已申报", "乡镇初审", "部门核实", "认定"]


def test_a_step_taken_shows_day_office_and_person(panel):
    take(panel, "已申报", date="20201130", person="赵样例")
    assert words(panel)[0] == "已申报　2020年11月30日　渔阳镇 赵样例"
    assert "下一环节应于2020年12月7日前办理" in panel.state.shown.text  # five working days


def test_after_its_review_the_matter_is_with_the_department_and_nothing_is_offered(panel):
    take(panel, "已申报")
    take(panel, "乡镇初审", opinion="材料齐全，同意上报。")
    assert panel.offered() == []


def test_a_day_still_to_come_is_refused_and_the_dialog_stays(panel, filled, record):
    dialog = take(panel, "已申报", date="20201231")
    assert "在今天之后" in dialog.strip.words.text()
    assert dialog.isVisible()
    assert standing_of(filled.workspace, record).steps == ()


def test_a_return_asks_for_its_reason(panel):
    take(panel, "已申报")
    assert "写明理由" in take(panel, "退回").strip.words.text()
    take(panel, "退回", opinion="缺研发费用专项审计报告。")
    assert "缺研发费用专项审计报告。" in words(panel)[-1]


def test_what_was_written_down_by_mistake_is_taken_back_with_a_reason(panel, filled, record):
    take(panel, "已申报")
    panel.undo()
    asked = panel.findChildren(QInputDialog)[-1]
    asked.setTextValue("误登")
    asked.accept()
    assert standing_of(filled.workspace, record).state == "拟转型"
