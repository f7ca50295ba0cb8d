"""载体档案: entered, filled with tenants that lead to their dossiers, closed, found again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.ui.carrier_page import CarrierPage
from jizhou_desktop.ui.carriers_page import CarriersPage

BASE = {
    "name": "渔阳镇样例基地",
    "subject": "小微企业创业创新示范基地",
    "level": "市级",
    "recognised_on": "20191108",
    "area": "6200",
    "rented_area": "4850",
}


@pytest.fixture
def base(filled, now):
    return save_answers(filled.workspace, "carrier", BASE, uid=filled.new_uid(), now=now).record


@pytest.fixture
def page(filled, base, shown):
    return shown(CarrierPage(filled, base.uid))


def test_a_carrier_is_entered_by_keys_and_listed_with_its_occupancy(desk, shown, type_in):
    pages = shown(CarriersPage(desk))
    pages.refresh()
    assert pages.list.empty.isVisible()
    QTest.keyClick(pages.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = pages.dossier
    type_in(QApplication.focusWidget(), "样例园区")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    page.form.entry("area").set_value("10000")
    page.form.entry("rented_area").set_value("2500")
    page.form.judge_now()
    assert "使用率：25.0%（已使用2,500平方米÷面积10,000平方米）" in page.head.size_words
    QTest.keyClick(page.form.entry("area"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.form.entry("area"), Qt.Key.Key_Escape)
    shown_words = [pages.list.table.index(0, column).data() for column in range(6)]
    assert shown_words == ["样例园区", "园区", "", "", "10,000", "25%"]


def test_a_tenant_with_a_dossier_leads_to_it(page, uid_of, qtbot):
    grid = page.tenants.grid
    grid.paste("天津某某有限公司\t\t100\n天津州河金属结构制造有限公司\t\t1450")
    grid.go_to(0)
    assert not page.tenants._open.isEnabled()
    grid.go_to(1)
    assert "已经建档" in grid.remark.shown.text
    assert "使用率：25.0%" in page.head.size_words  # 1,550 ÷ 6,200
    page.tabs.setCurrentWidget(page.tenants)
    grid.go_to(1)
    with qtbot.waitSignal(page.enterprise_asked) as asked:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)
    assert asked.args == [uid_of("州河")]
    assert not page.dirty


def test_an_enterprise_is_taken_over_from_its_dossier(page, uid_of):
    page.tabs.setCurrentWidget(page.tenants)
    page.tenants.add(uid_of("渔山"))
    (row,) = page.tenants.grid.values_read()
    assert (row["name"], row["uscc"]) == ("天津渔山精密机械有限公司", "91120225MA06MQEY05")
    assert QApplication.focusWidget().objectName() == "area"


def test_what_the_rules_say_leads_to_the_tenants(page):
    page.tenants.grid.paste("天津某某有限公司\t\t100")
    assert page.save()
    (problem,) = [problem for problem in page._rule_problems if problem.rule == "L07"]
    assert "已使用面积填4,850平方米，入驻企业使用面积合计100平方米" in problem.message
    page.go_to_problem(problem)
    assert page.tabs.currentWidget() is page.tenants


def test_a_closed_carrier_is_shown_where_asked_for(filled, base, shown):
    pages = shown(CarriersPage(filled))
    pages.open(base.uid)
    pages.dossier.ask_to_close()
    dialog = QApplication.activeModalWidget()
    dialog.reason.set_value("其他")
    dialog.close_it()
    assert "请在备注中写明" in dialog.remark.shown.text
    dialog.note.set_value("拆迁")
    dialog.close_it()
    pages.dossier.leave()
    assert pages.list.table.rowCount() == 0
    pages.list.closed.click()
    assert "已关闭：其他（2020年12月1日）拆迁" in pages.list.table.index(0, 0).data()
    assert filled.workspace.records.count(Kind.CARRIER) == 0


def test_the_list_is_narrowed_by_word_and_kind(filled, base, shown, now):
    save_answers(filled.workspace, "carrier", {"name": "样例大厦", "subject": "楼宇"}, uid=filled.new_uid(), now=now)
    pages = shown(CarriersPage(filled))
    pages.refresh()
    assert pages.list.table.rowCount() == 2
    pages.list.search.setText("大厦")
    pages.list.reload()
    assert pages.list.uid_at(0) != base.uid
    pages.list.search.clear()
    pages.list.kinds.setCurrentText("小微企业创业创新示范基地")
    assert pages.list.table.rowCount() == 1
    assert pages.list.uid_at(0) == base.uid


def test_what_was_typed_of_tenants_survives_a_power_cut(filled, page, shown):
    page.tenants.grid.paste("天津某某有限公司\t\t100")
    page.keep_drafts()
    again = shown(CarrierPage(filled, page.uid))
    assert again.tenants.grid.values_read()[0]["name"] == "天津某某有限公司"
