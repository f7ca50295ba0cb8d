"""The list of enterprises: found while typing, sorted over all rows, summed and copied where selected."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from jizhou_desktop.tasks.dossier_rows import DossierRow
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
    page.start_search()
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
    assert line.split("\t")[:2] == ["'=HYPERLINK(1)", "001"]
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
