"""The lists of a dossier: contacts, qualifications, energy — and what the dossier makes of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.child_rows import child_rows
from jizhou_desktop.ui.dossier_page import DossierPage


@pytest.fixture
def page(filled, shown, uid_of):
    return shown(DossierPage(filled, uid_of("州河")))


def test_a_new_dossier_is_saved_with_its_lists_in_one_go(desk, shown, type_in):
    page = shown(DossierPage(desk))
    page.start()
    type_in(page.form.entry("name"), "天津某某有限公司")
    page.tabs.setCurrentWidget(page.people)
    type_in(QApplication.focusWidget(), "赵大川")
    page.tabs.setCurrentWidget(page.qualifications)
    type_in(QApplication.focusWidget(), "fmzl")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not page.dirty
    assert child_rows(desk.workspace, page.uid, Kind.CONTACT)[0].text("name") == "赵大川"
    assert child_rows(desk.workspace, page.uid, Kind.QUALIFICATION)[0].text("type") == "发明专利"


def test_a_wrong_row_brings_its_tab_to_the_front(page):
    page.people.grids[0].paste("赵大川\t\t138")
    assert page.save() is False
    assert page.tabs.currentWidget() is page.people
    assert "联系人还有1行有错误" in page.strip.words.text()
    assert QApplication.focusWidget().objectName() == "phone"


def test_lists_are_among_what_a_power_cut_must_not_lose(filled, page, shown):
    page.people.grids[0].paste("赵大川\t总经理")
    page.keep_drafts()
    again = shown(DossierPage(filled, page.uid))
    assert again.people.grids[0].values_read()[0]["name"] == "赵大川"
    assert "已恢复" in again.strip.words.text()


def test_a_certificate_that_has_run_out_is_marked(page):
    grid = page.qualifications.grid
    grid.paste("国家高新技术企业\t\t\tGR201712000001\t2017-10-09\t2020-10-08\n发明专利\t\t\t\t\t\t\t3")
    grid.go_to(0, "expires")
    assert grid.remark.shown.text.startswith("已于2020年10月8日到期")
    assert page.qualifications.said.text() == "现有效1项；已过期1项；有效专利3件（发明专利3）"
    assert page.save()


def test_patents_of_the_list_are_offered_for_the_figure(page):
    page.qualifications.grid.paste("发明专利\t\t\t\t2019-01-01\t\t\t3\n实用新型专利\t\t\t\t\t\t\t4")
    aid = page._years.aid
    assert "有效专利7件（发明专利3件、实用新型专利4件）" in aid._count.text()
    aid._take_patents.click()
    assert page.figures.sheet.page.entry("patents").value() == "7"
    assert aid._take_patents.isHidden()


def test_coal_is_reckoned_from_the_energy_kinds_and_fills_the_blank_figure(filled, page):
    page.tabs.setCurrentIndex(1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    aid = page._years.aid
    aid.energy.paste("电力\t1352000\n柴油\t100")
    # 1,352,000 × 0.1229 kg = 166.16 t; 100 × 1457.1 kg = 145.71 t
    assert page.figures.sheet.page.entry("energy").value() == "311.87"
    assert "柴油 100吨×1,457.1千克标准煤＝145.71吨标准煤" in aid.working
    assert "合计311.87吨标准煤（GB/T 2589-2020）" in aid.working
    aid.energy.paste("电力\t1352000\n柴油\t200")
    assert page.figures.sheet.page.entry("energy").value() == "457.58"
    assert page.save()
    assert [row["energy"] for row in child_rows(filled.workspace, page.uid, Kind.ENERGY, year=2020)] == ["电力", "柴油"]


def test_a_figure_that_was_typed_is_compared_and_never_overwritten(page):
    page.figures.sheet.page.entry("energy").set_value("400")
    page._years.aid.toggle()
    page._years.aid.energy.paste("电力\t1352000")
    assert page.figures.sheet.page.entry("energy").value() == "400"
    assert page.save()
    assert any("综合能耗填400吨标准煤" in problem.message for problem in page._rule_problems)
    assert not page._years.aid._take_coal.isHidden()


def test_gas_without_its_factor_says_what_is_missing(page):
    page._years.aid.energy.paste("天然气\t5000")
    assert "天然气请填供气单位给出的折标系数" in page._years.aid.working


def test_another_year_has_its_own_energy(filled, page):
    page._years.aid.energy.paste("电力\t1000")
    page._years.year_asked.emit(2019)
    assert page.figures.year == 2019
    assert page._years.aid.energy.values_read() == []
    assert len(child_rows(filled.workspace, page.uid, Kind.ENERGY, year=2020)) == 1


def test_a_row_taken_out_is_brought_back_from_the_history(filled, page):
    grid = page.people.grids[0]
    grid.paste("赵大川\t总经理")
    page.save()
    row = grid.records[0]
    grid.go_to(0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    page.save()
    assert child_rows(filled.workspace, page.uid, Kind.CONTACT) == []
    page.history.select(row.uid, 1)
    page.history._put_back.click()
    assert [held.text("name") for held in grid.records] == ["赵大川"]
    assert grid.values_read()[0]["name"] == "赵大川"


def test_the_size_that_differs_needs_its_reason(page):
    page.form.entry("size_override").set_value("中型")
    assert page.save()
    assert any(problem.rule == "A12" and problem.severity == "error" for problem in page._rule_problems)
    assert "规模：中型（认定，未写理由）；按指标计算：小型" in page.head.size_words


def test_above_scale_is_reckoned_and_the_answer_shown_where_it_differs(page):
    assert "规上：是（工业，营业收入9,215万元已达2,000万元）" in page.head.size_words
    page.form.entry("above_scale").set_value("否")
    page.form.judge_now()
    assert "规上：否（按填报）；按指标计算：是" in page.head.size_words


def test_a_dossier_is_closed_with_reason_and_date_and_opened_again(filled, page):
    page.ask_to_close()
    dialog = QApplication.activeModalWidget()
    dialog.date.set_value("20201231")
    dialog.close_it()
    assert "晚于今天" in dialog.remark.shown.text
    dialog.reason.set_value("迁出")
    dialog.date.set_value("20201115")
    dialog.note.set_value("迁往宝坻区")
    dialog.close_it()
    assert filled.workspace.records.get(page.uid).closed == "迁出（2020年11月15日）迁往宝坻区"
    assert filled.workspace.records.count(Kind.ENTERPRISE) == 2
    assert "档案已关闭：迁出（2020年11月15日）" in page.strip.words.text()
    page.strip._buttons[0].click()
    assert filled.workspace.records.get(page.uid).closed == ""
    assert page.strip.isHidden()
