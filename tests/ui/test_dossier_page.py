"""A dossier entered, corrected and refused with nothing but the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.dossiers import enterprise_file
from jizhou_desktop.tasks.drafts import find_draft
from jizhou_desktop.ui.dossier_page import DossierPage
from jizhou_desktop.ui.dossiers_page import DossiersPage

TYPED = {
    "name": "天津于桥环保建材有限公司",
    "former_names": "",
    "uscc": "91120225ma08r1e118",
    "legal_person": "蒋大山",
    "founded": "20080109",
    "capital": "800万元",
    "registered_type": "有限责任公司",
    "place": "渔阳",
    "address": "天津市蓟州区渔阳镇样例村东",
    "industry": "3031",
    "scope": "砌块制造",
    "products": "蒸压加气混凝土砌块",
    "contact": "沈立新",
    "phone": "13800000007",
    "above_scale": "1",
    "size_override": "",
    "size_reason": "",
    "qualifications": "",
    "brands": "",
    "remarks": "",
}
"""As a hurried clerk types it: small letters in the code, a bare date, the place without 镇, 1 for 是."""

SEVERAL_LINES = {"scope", "qualifications", "brands", "remarks"}


def type_through(page, type_in) -> None:
    """Every field in turn: type, then the key that goes on."""
    for name, text in TYPED.items():
        entry = page.form.entry(name)
        assert entry.hasFocus(), f"the cursor should be in {name}"
        type_in(entry, text)
        QTest.keyClick(entry, Qt.Key.Key_Tab if name in SEVERAL_LINES else Qt.Key.Key_Return)


def test_entered_from_first_to_last_field_by_keyboard_and_found_by_search(desk, shown, qtbot, type_in):
    pages = shown(DossiersPage(desk))
    pages.open("")
    page = pages.dossier
    page.start()
    type_through(page, type_in)
    QTest.keyClick(page.form.entry("name"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = enterprise_file(desk.workspace, page.uid).enterprise
    assert saved.values["name"] == "天津于桥环保建材有限公司"
    assert saved.values["uscc"] == "91120225MA08R1E118"
    assert saved.values["founded"] == "2008-01-09"
    assert saved.values["capital"] == 8_000_000 * 100
    assert saved.values["place"] == "120119100"
    assert saved.values["industry"] == "3031"
    assert saved.values["above_scale"] == 1
    assert not page.dirty

    QTest.keyClick(page.form.entry("name"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pages.dossier is None)
    QTest.keyClick(pages.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pages.list.search.hasFocus()
    type_in(pages.list.search, "yqhb")
    qtbot.waitUntil(lambda: pages.list.table.rowCount() == 1)
    assert pages.list.table.row(0).name == "天津于桥环保建材有限公司"


def test_what_was_understood_is_shown_as_it_is_kept(desk, shown, type_in):
    page = shown(DossierPage(desk))
    page.start()
    for name, typed, kept in (
        ("founded", "2008.1.9", "2008年1月9日"),
        ("capital", "8000000元", "800"),
        ("place", "渔阳", "渔阳镇"),
        ("industry", "3031", "3031 粘土砖瓦及建筑砌块制造"),
    ):
        entry = page.form.entry(name)
        entry.setFocus()
        type_in(entry, typed)
        QTest.keyClick(entry, Qt.Key.Key_Return)
        assert entry.value() == kept


def test_a_wrong_code_is_refused_with_a_sentence_beside_it(desk, shown, type_in):
    page = shown(DossierPage(desk))
    page.start()
    code = page.form.entry("uscc")
    code.setFocus()
    type_in(code, "91120225MA06")
    assert page.form.remark("uscc").text == "已输入12位，还差6位。"
    type_in(code, "K2ERO7")
    QTest.keyClick(code, Qt.Key.Key_Return)
    told = page.form.remark("uscc")
    assert told.tone == "error"
    assert "第17位“O”不是代码用字" in told.text
    type_in(page.form.entry("name"), "天津某某有限公司")
    assert page.save() is False
    assert desk.workspace.records.count(Kind.ENTERPRISE) == 0
    assert page.form.entry("uscc").hasFocus()
    assert "没有保存" in page.strip.words.text()


def test_a_code_that_only_fails_its_check_digit_is_asked_about_and_saved(desk, shown):
    page = shown(DossierPage(desk))
    page.form.entry("name").set_value("天津某某有限公司")
    page.form.entry("uscc").set_value("91120225MA06K2ER78")
    page.form.speak_of_all()
    assert page.form.remark("uscc").tone == "query"
    assert page.save()


def test_enter_belongs_to_the_input_method_while_it_composes(desk, shown):
    page = shown(DossierPage(desk))
    page.start()
    name = page.form.entry("name")
    QApplication.sendEvent(name, QInputMethodEvent("tianjin", []))
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert name.hasFocus()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("天津")
    QApplication.sendEvent(name, commit)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert name.value() == "天津"
    assert page.form.entry("former_names").hasFocus()


def test_enter_is_a_new_line_where_there_are_lines(desk, shown, type_in):
    page = shown(DossierPage(desk))
    lines = page.form.entry("qualifications")
    lines.setFocus()
    type_in(lines, "高新技术企业")
    QTest.keyClick(lines, Qt.Key.Key_Return)
    type_in(lines, "科技型中小企业")
    assert lines.value() == "高新技术企业\n科技型中小企业"
    assert lines.hasFocus()


def test_the_field_in_hand_is_always_in_sight(desk, shown, qtbot):
    page = shown(DossierPage(desk), 1280, 500)
    page.start()
    for name in ("qualifications", "size_reason", "remarks", "name"):
        page.form.go_to(name)
        qtbot.wait(10)
        assert page.form.entry(name).visibleRegion().boundingRect().height() == page.form.entry(name).height()


def test_shift_enter_goes_back(desk, shown):
    page = shown(DossierPage(desk))
    page.form.go_to("legal_person")
    QTest.keyClick(page.form.entry("legal_person"), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.form.entry("uscc").hasFocus()


def test_the_wheel_never_changes_a_choice(desk, shown):
    page = shown(DossierPage(desk))
    choice = page.form.entry("size_override")
    choice.set_value("小型")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_3)
    assert choice.value() == "小型"
    QTest.keyClick(choice, Qt.Key.Key_2)
    assert choice.value() == "中型"
    QTest.keyClick(choice, Qt.Key.Key_Delete)
    assert choice.value() == ""


def test_last_years_figure_comes_with_f2_and_the_change_is_shown(filled, shown, uid_of):
    page = shown(DossierPage(filled, uid_of("州河")))
    page.tabs.setCurrentIndex(1)
    figures = page.figures.sheet.page
    revenue = figures.entry("revenue")
    assert revenue.hasFocus()
    assert figures.comment("revenue") == "较上年 +4.0%"
    QTest.keyClick(revenue, Qt.Key.Key_F2)
    assert revenue.value() == "8,860"
    figures.judge_now()
    assert figures.comment("revenue") == "较上年 +0.0%"


def test_the_size_class_follows_the_figures_while_they_are_typed(filled, shown, uid_of):
    page = shown(DossierPage(filled, uid_of("州河")))
    assert "规模：小型" in page.head.size_words
    figures = page.figures.sheet.page
    figures.entry("employees").set_value("300")
    figures.judge_now()
    assert "规模：中型" in page.head.size_words


def test_another_dossier_with_the_same_code_is_offered(filled, shown):
    page = shown(DossierPage(filled))
    page.form.entry("uscc").set_value("91120225MA06K2ER77")
    page.form.judge_now()
    assert "该信用代码已有档案：天津州河金属结构制造有限公司" in page.strip.words.text()


def test_nothing_typed_is_lost_when_the_power_goes(filled, shown, uid_of, type_in):
    uid = uid_of("渔山")
    page = shown(DossierPage(filled, uid))
    page.form.go_to("contact")
    type_in(page.form.entry("contact"), "钱二丽")
    page.keep_drafts()
    assert find_draft(filled.workspace, "enterprise", uid)["contact"] == "钱二丽"
    again = shown(DossierPage(filled, uid))
    assert again.form.entry("contact").value() == "钱二丽"
    assert again.dirty
    assert again.save()
    assert find_draft(filled.workspace, "enterprise", uid) is None


def test_leaving_with_unsaved_answers_asks_first(filled, shown, uid_of, qtbot, type_in):
    page = shown(DossierPage(filled, uid_of("渔山")))
    page.start()
    type_in(page.form.entry("name"), "新")
    with qtbot.assertNotEmitted(page.closed):
        QTest.keyClick(page.form.entry("name"), Qt.Key.Key_Escape)
    asked = QApplication.activeModalWidget()
    assert "未保存" in asked.text()
    asked.close()


def test_an_earlier_version_is_put_back(filled, shown, uid_of):
    uid = uid_of("渔山")
    page = shown(DossierPage(filled, uid))
    page.form.entry("name").set_value("天津渔山精密机械股份有限公司")
    assert page.save()
    page.history.put_back_asked.emit(uid, 1)
    assert page.form.entry("name").value() == "天津渔山精密机械有限公司"
    assert enterprise_file(filled.workspace, uid).enterprise.revision == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_saves_and_opens_the_next(filled, shown, key):
    pages = shown(DossiersPage(filled))
    pages.refresh()
    first, second = (pages.list.table.row(place).uid for place in (0, 1))
    pages.open(first)
    QTest.keyClick(pages.dossier.form.entry("name"), key, Qt.KeyboardModifier.ControlModifier)
    assert pages.dossier.uid == second
