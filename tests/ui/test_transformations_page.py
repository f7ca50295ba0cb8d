"""转型任务: registered from the list, answered by keyboard, moved by its steps, counted both ways."""

import pytest
from PySide6.QtCore import Qt

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.ui.transformations_page import TransformationsPage


@pytest.fixture
def page(filled, qtbot):
    made = TransformationsPage(filled)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def enterprise(filled):
    return next(record for record in filled.workspace.records.all_of(Kind.ENTERPRISE) if "州河" in record.text("name"))


@pytest.fixture
def register(page):
    def done(subject, path):
        page.register(resources.plan("2020").path(path), subject.uid)
        return page.over

    return done


def test_an_enterprise_picked_on_a_path_is_opened_to_be_filled_in(enterprise, register):
    opened = register(enterprise, "e-commerce")
    assert opened.task.record["state"] == "拟转型"
    assert opened.result.form_id == "result-e-commerce"


def test_what_came_of_it_is_saved_beside_the_transformation(enterprise, register, filled, qtbot):
    opened = register(enterprise, "e-commerce")
    for name, text in {"shop": "州河旗舰店", "address": "店铺网址", "date": "20200601", "sales": "２８．５"}.items():
        opened.result.page.entry(name).set_value(text)
    qtbot.keyClick(opened, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not opened.dirty
    [result] = filled.workspace.records.all_of(Kind.RESULT, year=2020)
    assert (result.parent, result["sales"], result["date"]) == (opened.task.record.uid, 28_500_000, "2020-06-01")


def test_no_step_is_taken_while_something_is_unsaved(enterprise, register):
    opened = register(enterprise, "e-commerce")
    opened.result.page.entry("shop").set_value("州河旗舰店")
    assert not opened.steps.isEnabled()
    opened.sheet.throw_away()
    opened.result.throw_away()
    assert opened.steps.isEnabled()


def test_the_effect_is_shown_by_the_enterprises_two_years(enterprise, register):
    opened = register(enterprise, "equipment-upgrade")
    words = [label.text() for label in opened.effect.findChildren(type(opened._asked))]
    assert "▲+2.1%" in words  # 143 people in 2019, 146 in 2020


def test_the_same_path_twice_is_told_in_a_sentence(enterprise, register, monkeypatch):
    told = []
    monkeypatch.setattr("jizhou_desktop.ui.transformations_page.tell", lambda _parent, words: told.append(words))
    register(enterprise, "e-commerce")
    register(enterprise, "e-commerce")
    assert told == ["“天津州河金属结构制造有限公司”2020年已登记“向电子商务应用转型”，不要重复登记。"]


def test_both_counts_stand_in_the_summary(page, enterprise, filled):
    for path in ("technology-enterprise", "patent-improvement"):
        answers = {"year": "2020", "path": path, "state": "认定", "date": "20201016"}
        save_answers(
            filled.workspace,
            "transformation",
            answers,
            uid=filled.new_uid(),
            now=filled.now(),
            parent=enterprise.uid,
            year=2020,
        )
    page.list.reload()
    assert page.list.summary() == "共2项，已认定2项，实现转型企业1家（一家只算一次）"


def test_the_list_is_narrowed_by_path_state_and_words(page, enterprise, register):
    register(enterprise, "e-commerce")
    register(enterprise, "equipment-upgrade")
    page.show_path("equipment-upgrade")
    assert page.list.table.rowCount() == 1
    page.show_path("")
    page.list.states.setCurrentText("认定")
    assert page.list.table.rowCount() == 0
    page.list.states.setCurrentIndex(0)
    page.list.search.setText("州河")
    assert page.list.table.rowCount() == 2


def test_a_park_is_offered_where_the_path_is_a_parks(filled, register):
    answers = {"name": "上仓工业园", "subject": "园区"}
    park = save_answers(filled.workspace, "carrier", answers, uid=filled.new_uid(), now=filled.now()).record
    opened = register(park, "park-upgrade")
    assert opened.result.form_id == "result-carrier"
    assert opened._effect_card.isHidden()
