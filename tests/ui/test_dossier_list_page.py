"""The list of enterprises: found while typing, sorted over all rows, summed and copied where selected."""

import time

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jizhou_desktop.tasks.batch_edit import batches
from jizhou_desktop.tasks.dossier_rows import DossierRow
from jizhou_desktop.tasks.list_filter import saved_filters
from jizhou_desktop.ui.dossier_list_page import DossierListPage


@pytest.fixture
def page(filled, shown):
    page = shown(DossierListPage(filled))
    page.reload()
    return page


def column(page, number: int) -> list[str]:
    table = page.table
    return [table.data(table.index(line, number)) for line in range(table.rowCount())]


def test_names_stand_in_the_order_of_pinyin(page):
    assert column(page, 0) == [
        "天津翠屏信息技术有限公司", "天津渔山精密机械有限公司", "天津州河金属结构制造有限公司",
    ]  # fmt: skip


def test_codes_are_shown_by_name_and_the_size_class_is_computed(page):
    assert column(page, 2) == ["洇溜镇", "渔阳镇", "渔阳镇"]
    assert column(page, 3)[2] == "金属结构制造"
    assert column(page, 4) == ["", "", "小型"]
    assert column(page, 5) == ["", "", "9,215"]


def test_blank_figures_come_before_all_others(page):
    page.view.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    assert column(page, 5)[0] == "9,215"
    page.view.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    assert column(page, 5)[-1] == "9,215"


def test_search_filters_as_it_is_typed_and_enter_opens_the_only_one(page, type_in, qtbot):
    page.search.start()
    type_in(page.search, "金属")
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    with qtbot.waitSignal(page.open_asked):
        QTest.keyClick(page.search, Qt.Key.Key_Return)


def test_nothing_found_says_so(page, type_in, qtbot):
    type_in(page.search, "没有这一家")
    qtbot.waitUntil(lambda: page.table.rowCount() == 0)
    assert not page.view.isVisible()


def test_the_selected_are_counted_and_summed(page, qtbot):
    with qtbot.waitSignal(page.said) as said:
        page.view.selectAll()
    assert said.args[0] == "共3家　已选3家：营业收入合计9,215万元，从业人员合计146人"


def test_copied_rows_keep_codes_as_text_and_formulas_harmless(page):
    page.table.show_rows([DossierRow("1", "=HYPERLINK(1)", "001", "120119100", "3311", 100_000_000, 5)])
    page.view.selectAll()
    page.copy()
    data = QGuiApplication.clipboard().mimeData()
    head, line = data.text().split("\n")
    assert head.startswith("企业名称\t统一社会信用代码")
    assert line.split("\t")[:2] == ["'=HYPERLINK(1)", "'001"]
    assert "<td style=\"mso-number-format:'\\@'\">001</td>" in data.html()


def test_a_hundred_thousand_rows_are_shown_and_sorted(page):
    rows = [DossierRow(str(n), f"企业{n % 977}", f"{n:018}", "120119100", "3311", n, n % 500) for n in range(100_000)]
    started = time.perf_counter()
    page.table.show_rows(rows)
    page.view.sortByColumn(6, Qt.SortOrder.DescendingOrder)
    page.view.viewport().repaint()
    assert page.table.rowCount() == 100_000
    assert column_is_sorted(page)
    assert time.perf_counter() - started < 20


def column_is_sorted(page) -> bool:
    people = [page.table.row(line).employees for line in range(0, 100_000, 1_000)]
    return people == sorted(people, reverse=True)


def test_figures_that_are_shown_are_summed_whichever_they_are(page, qtbot):
    page.show_columns(["name", "employees"])
    with qtbot.waitSignal(page.said) as said:
        page.view.selectAll()
    assert said.args[0] == "共3家　已选3家：从业人员合计146人"


def test_long_numbers_and_phones_are_copied_as_text_and_commands_are_not_run(page):
    page.show_columns(["name", "uscc", "phone"])
    row = DossierRow("1", "@SUM(A1)", "911202257491496599", "", "", None, None, more=("022-29142345",))
    page.table.show_rows([row])
    page.view.selectAll()
    page.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().split("\n")[1] == "'@SUM(A1)\t'911202257491496599\t022-29142345"
    assert data.html().count("mso-number-format:'\\@'\">") == 6


def test_the_columns_chosen_are_kept_and_dragging_a_head_moves_them(page, filled, shown, qtbot):
    page.show_columns(["name", "phone", "place"])
    page.view.horizontalHeader().moveSection(2, 1)
    qtbot.waitUntil(lambda: [column.id for column in page.table.columns] == ["name", "place", "phone"])
    again = shown(DossierListPage(filled))
    again.reload()
    assert [column.head for column in again.table.columns] == ["企业名称", "乡镇（园区）", "联系电话"]


def test_columns_are_chosen_by_keyboard(page):
    QTest.keyClick(page.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert [column.id for column in page.table.columns][:3] == ["name", "place", "industry"]


def test_the_order_chosen_stays_when_columns_change(page):
    page.view.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    page.show_columns(["name", "revenue"])
    assert column(page, 1)[0] == "9,215"
    assert page.view.horizontalHeader().sortIndicatorSection() == 1


def test_a_filter_narrows_and_is_kept_by_name(page, qtbot):
    page.count_now()
    page.filters.narrow_to("place", ["120119100"])
    assert column(page, 0) == ["天津渔山精密机械有限公司", "天津州河金属结构制造有限公司"]
    assert page.filters.sides["place"].text() == "乡镇：渔阳镇"
    page.filters.save_asked.emit("渔阳")
    page.filters.clear.click()
    assert page.table.rowCount() == 3
    page.filters.open_saved()
    menu = QApplication.activePopupWidget()
    with qtbot.waitSignal(page.filters.reload_asked):
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert page.table.rowCount() == 2
    page.filters.drop_asked.emit("渔阳")
    assert saved_filters(page._desk.workspace) == {}


def test_groups_are_counted_and_a_click_narrows(page, qtbot):
    QTest.keyClick(page.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.groups.counted() == {"全部": "3", "渔阳镇": "2", "洇溜镇": "1"})
    line = page.groups.list.topLevelItem(1)
    page.groups.list.itemClicked.emit(line, 0)
    assert page.table.rowCount() == 2
    assert page.groups.counted()["洇溜镇"] == "1"
    page.groups.by.setCurrentIndex(page.groups.by.findData("size"))
    qtbot.waitUntil(lambda: page.groups.counted() == {"全部": "2", "小型": "1", "待定": "1"})


def test_another_year_shows_that_years_figures(page):
    page.filters.year.setCurrentIndex(page.filters.year.findData(2019))
    assert column(page, 5)[-1] == "8,860"


def test_closed_dossiers_are_shown_and_found_where_asked_for(page, uid_of, type_in, qtbot):
    page._desk.workspace.records.close_record(uid_of("渔山"), "迁出", by="王", at="2020-12-01")
    page.reload()
    assert page.table.rowCount() == 2
    page.filters.closed.click()
    assert page.table.rowCount() == 3
    type_in(page.search, "渔山")
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)


def test_the_selected_are_changed_together_after_they_were_shown(page, qtbot):
    page.view.selectAll()
    QTest.keyClick(page.view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.field.setFocus()
    dialog.field.setCurrentIndex(dialog.field.findData("above_scale"))
    dialog.entry.set_value("是")
    dialog.look_now()
    assert [dialog.table.data(dialog.table.index(line, 2)) for line in range(3)] == ["是", "是", "是"]
    with qtbot.waitSignal(page.said):
        QTest.keyClick(dialog.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    page.show_columns(["name", "above_scale"])
    assert column(page, 1) == ["是", "是", "是"]
    page.edit_selected()
    again = QApplication.activeModalWidget()
    again.take_back(batches(page._desk.workspace)[0].why)
    assert column(page, 1) == ["", "", ""]


def test_the_list_as_shown_is_given_out(page, tmp_path, qtbot):
    page.filters.narrow_to("place", ["120119100"])
    rows = [page.table.row(place) for place in range(page.table.rowCount())]
    with qtbot.waitSignal(page.said, check_params_cb=lambda words: words.startswith("已导出2行")):
        page.errands.write_list(page.table.columns, rows, tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active.max_row >= 3


def test_a_search_asked_for_before_the_words_are_read_is_answered_when_they_are(filled, shown, qtbot):
    page = shown(DossierListPage(filled))
    page.reload()
    page.search.setText("shan")
    page.search_now()
    qtbot.waitUntil(lambda: not page.search.reading and page.table.rowCount() == 1)
