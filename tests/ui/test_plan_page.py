"""行动计划: the tree with its results, the grid of targets by keyboard, a township's own tasks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create
from jizhou_desktop.tasks.year_plan import BY_ENTERPRISES, year_plan
from jizhou_desktop.ui.answer_dialog import AnswerDialog
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.plan_page import PlanPage

YUYANG, TECH = "120119100", "technology-enterprise"


@pytest.fixture
def district(tmp_path, now):
    workspace = create(tmp_path / "蓟州区", office_code="120119", clerk="王样例")
    yield Desk(workspace, 2020, lambda: now, uids_from("plan page"))
    workspace.close()


@pytest.fixture
def page(district, qtbot):
    made = PlanPage(district)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    return made


def line_of(page, place):
    table = page.targets.table
    return next(line for line in range(table.places) if table.headerData(line, Qt.Orientation.Vertical) == place)


def typed_into(page, place, column, text):
    """What an official does: goes to the cell and types."""
    page.tabs.setCurrentIndex(1)
    view = page.targets.view.places
    view.setFocus()
    view.setCurrentIndex(page.targets.table.index(line_of(page, place), column))
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChildren(QLineEdit)[-1]  # earlier ones wait to be deleted
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def answered(heading, answers):
    """The dialog that is open, answered and finished."""
    dialog = next(made for made in QApplication.topLevelWidgets() if made.windowTitle() == heading and made.isVisible())
    for name, text in answers.items():
        dialog.form.entry(name).set_value(text)
    dialog.finish()
    return dialog


def test_the_tree_shows_the_plans_words_and_its_sums(page):
    page.tree.go_to(TECH)
    assert "实现20家传统企业转型为科技型企业" in page.tree.text.toPlainText()
    group = page.tree.tree.topLevelItem(0)
    assert (group.text(0), group.text(2)) == ("（一）产业转型", "26")  # 20 + 1 + 5


def test_a_count_typed_is_summed_and_held_to_the_plan_at_once(page):
    typed_into(page, "渔阳镇", 0, "12")
    table = page.targets.table
    assert [table.data(table.index(table.places + foot, 0)) for foot in range(2)] == ["12／20", "8"]
    assert "向科技型企业转型已分解12家，计划20家，还差8家" in page.targets.strip.words.text()


def test_what_is_no_count_is_refused_in_a_sentence_and_the_old_one_stays(page):
    typed_into(page, "渔阳镇", 0, "12")
    typed_into(page, "渔阳镇", 0, "一二")
    assert "渔阳镇“向科技型企业转型”：“一二”不是任务数" in page.targets.strip.words.text()
    assert page.targets.table.counts == {(YUYANG, TECH): 12}


def test_full_width_digits_are_taken(page):
    typed_into(page, "渔阳镇", 0, "１２")
    assert page.targets.table.counts == {(YUYANG, TECH): 12}


def test_proposed_saved_issued_and_then_changed_with_a_reason(page, district):
    page.targets.propose(BY_ENTERPRISES)
    page.targets.save()
    page.targets.issue()
    refused = answered("下达任务分解", {"date": "2020721", "document_number": "蓟州政办发〔2020〕8号"})
    assert refused.isVisible()  # 2020721 may be 7月21日 or 72月1日: asked, not guessed
    answered("下达任务分解", {"date": "20200721"})
    assert year_plan(district.workspace, 2020).issue["date"] == "2020-07-21"
    typed_into(page, "渔阳镇", 0, "9")
    page.targets.save()
    asked = page.targets.findChild(QInputDialog)
    asked.setTextValue("区长办公会议定调整")
    asked.accept()
    assert year_plan(district.workspace, 2020).counts[YUYANG, TECH] == 9


def test_nothing_is_issued_while_the_split_misses_the_plan(page):
    typed_into(page, "渔阳镇", 0, "12")
    page.targets.save()
    page.targets.issue()
    dialog = answered("下达任务分解", {"date": "20200721", "document_number": "蓟州政办发〔2020〕8号"})
    assert isinstance(dialog, AnswerDialog)
    assert "任务分解与行动计划不符，不能下达" in dialog.strip.words.text()


def test_a_township_names_who_answers_in_the_table_itself(desk, qtbot):
    record = {"path": TECH, "place": YUYANG, "count": "4", "year": "2020"}
    save_answers(desk.workspace, "target", record, uid=desk.new_uid(), now=desk.now(), year=2020)
    page = PlanPage(desk)
    qtbot.addWidget(page)
    table = page.targets.table
    table.setData(table.index(0, 5), "经济发展办公室")
    table.setData(table.index(0, 6), "赵样例")
    [target] = desk.workspace.records.all_of(Kind.TARGET, year=2020)
    assert (target["responsible_department"], target["responsible_person"]) == ("经济发展办公室", "赵样例")
