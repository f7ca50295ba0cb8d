"""Taking a roster in: looked through first, nothing saved before the official says so."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.ui.take_in_page import TakeInPage

HEAD = ["企业名称", "统一社会信用代码", "联系电话", "2020年营业收入（万元）"]
ROWS = [
    ["天津州河金属结构制造有限公司", "91120225MA06K2ER77", "13800000003", "9215"],
    ["天津于桥环保建材有限公司", "91120225MA08R1E118", "138000", "2715"],
    ["天津独乐服装有限公司", "91120225MA07XU638T", "13800000008", "1022"],
]


@pytest.fixture
def roster(tmp_path) -> Path:
    file = tmp_path / "花名册.csv"
    with file.open("w", encoding="gb18030", newline="") as stream:
        csv.writer(stream).writerows([HEAD, *ROWS])
    return file


@pytest.fixture
def looked(filled, shown, roster, qtbot):
    page = shown(TakeInPage(filled))
    page.look(roster)
    qtbot.waitUntil(lambda: not page.panel.busy, timeout=20_000)
    return page


def test_the_dry_run_tells_each_row_and_saves_nothing(looked, filled):
    assert "新增1，变更1，相同0，有误1" in looked.strip.words.text()
    assert filled.workspace.records.count(Kind.ENTERPRISE) == 3
    assert filled.workspace.records.search(Kind.ENTERPRISE, "独乐") == []


def test_a_fault_names_its_row_column_and_reason(looked):
    rows = [[looked.view.rows.data(looked.view.rows.index(line, column)) for column in range(4)] for line in range(1)]
    assert rows[0][0] == "有误"
    assert "第3行" in rows[0][1]
    assert rows[0][2] == "天津于桥环保建材有限公司"
    assert rows[0][3].startswith("C列")
    assert "“138000”不是电话号码" in rows[0][3]


def test_a_change_is_told_field_by_field(looked):
    looked.view.show_only("changed")
    assert "联系电话：（空） → 13800000003" in looked.view.rows.data(looked.view.rows.index(0, 3))


def test_only_the_official_saves_and_faulty_rows_stay_out(looked, filled, qtbot):
    with qtbot.waitSignal(looked.taken, timeout=20_000):
        looked.confirm.click()
    assert len(filled.workspace.records.search(Kind.ENTERPRISE, "独乐")) == 1
    assert filled.workspace.records.search(Kind.ENTERPRISE, "于桥") == []
    assert filled.workspace.records.search(Kind.ENTERPRISE, "州河")[0].values["phone"] == "13800000003"


def test_columns_are_shown_with_how_surely_they_were_matched(looked):
    looked.back.click()
    columns = looked.match.columns
    said = [
        (columns.item(line, 1).text(), columns.target(line).currentText(), columns.item(line, 4).text())
        for line in range(4)
    ]
    assert said == [
        ("企业名称", "企业名称", "100% 名称"),
        ("统一社会信用代码", "统一社会信用代码", "100% 名称"),
        ("联系电话", "联系电话", "100% 名称"),
        ("2020年营业收入（万元）", "营业收入（万元）", "100% 名称"),
    ]
    assert "13800000003" in columns.item(2, 2).text()


def pick(entry, words):
    """Chooses in a drop-down as a clerk does."""
    place = entry.findText(words)
    assert place >= 0, words
    entry.setCurrentIndex(place)
    entry.activated.emit(place)


@pytest.fixture
def unsure(filled, shown, tmp_path, qtbot):
    """A workbook whose third column nobody knows, and a sheet that is none."""
    book = Workbook()
    book.active.append(["企业名称", "统一社会信用代码", "老板"])
    for name, code in (("甲", "91120225MA06K2ER77"), ("乙", "91120225MA08R1E118"), ("丙", "91120225MA07XU638T")):
        book.active.append([f"{name}有限公司", code, f"{name}样例"])
    book.create_sheet("封面").append(["渔阳镇"])
    book.save(tmp_path / "来表.xlsx")
    page = shown(TakeInPage(filled))
    page.look(tmp_path / "来表.xlsx")
    qtbot.waitUntil(lambda: not page.panel.busy, timeout=20_000)
    return page


def test_what_is_unsure_is_checked_first(unsure):
    assert unsure.steps.currentWidget() is unsure.match
    assert unsure.match.sheets.item(0).text() == "Sheet\n企业花名册，4行"
    assert unsure.match.sheets.item(1).text() == "封面\n没有认出，1行"
    assert unsure.match.columns.item(2, 4).text() == "不认识"
    assert unsure.match.columns.target(2).currentText() == "不导入"


def test_a_column_is_chosen_and_remembered_for_next_time(unsure, filled, qtbot, tmp_path):
    pick(unsure.match.columns.target(2), "法定代表人")
    unsure.next.click()
    qtbot.waitUntil(lambda: not unsure.panel.busy and unsure.steps.currentWidget() is unsure.view, timeout=20_000)
    with qtbot.waitSignal(unsure.taken, timeout=20_000):
        unsure.confirm.click()
    assert filled.workspace.records.search(Kind.ENTERPRISE, "甲有限公司")[0]["legal_person"] == "甲样例"
    unsure.look(tmp_path / "来表.xlsx")
    qtbot.waitUntil(lambda: not unsure.panel.busy, timeout=20_000)
    unsure.show_match()
    assert unsure.match.columns.target(2).currentText() == "法定代表人"


def test_the_heading_row_is_corrected(unsure, qtbot):
    unsure.match.heading.setValue(2)
    qtbot.waitUntil(lambda: not unsure.panel.busy, timeout=20_000)
    assert unsure.steps.currentWidget() is unsure.match
    assert unsure.match.columns.item(0, 1).text() == "甲有限公司"
    unsure.match.heading.setValue(1)
    qtbot.waitUntil(lambda: not unsure.panel.busy, timeout=20_000)
    assert unsure.match.columns.item(0, 1).text() == "企业名称"


def test_a_sheet_is_left_out(unsure, qtbot):
    unsure.match.sheets.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not unsure.panel.busy, timeout=20_000)
    unsure.next.click()
    qtbot.waitUntil(lambda: not unsure.panel.busy and unsure.steps.currentWidget() is unsure.view, timeout=20_000)
    assert not unsure.confirm.isEnabled()


def test_a_heading_that_was_not_recognised_is_picked_in_the_rows(unsure, qtbot):
    unsure.match.sheets.setCurrentRow(1)
    assert unsure.match.raw.item(0, 0).text() == "渔阳镇"
    unsure.match.raw.picked.emit(1)
    qtbot.waitUntil(lambda: not unsure.panel.busy, timeout=20_000)
    assert unsure.match.sheets.currentRow() == 1
    assert unsure.match.columns.item(0, 1).text() == "渔阳镇"
    assert unsure.match.kind.currentText() == "企业花名册"


def test_what_came_in_is_taken_back_from_the_register(looked, filled, qtbot):
    with qtbot.waitSignal(looked.taken, timeout=20_000):
        looked.confirm.click()
    assert looked.steps.currentWidget() is looked.start
    assert looked.start.register.data(looked.start.register.index(0, 3)) == "花名册.csv"
    looked.start.back.click()
    box = looked.findChild(QMessageBox)
    assert "撤销第1次导入" in box.text()
    with qtbot.waitSignal(looked.taken, timeout=20_000):
        box.buttons()[1].click()
    assert looked.strip.words.text().startswith("已撤销导入“花名册.csv”")
    assert filled.workspace.records.search(Kind.ENTERPRISE, "独乐") == []
    assert "撤销" in looked.start.register.data(looked.start.register.index(0, 6))
    assert not looked.start.back.isEnabled()


def test_a_blank_template_is_written(filled, shown, tmp_path, qtbot):
    page = shown(TakeInPage(filled))
    page.template("contact", tmp_path / "空.xlsx")
    qtbot.waitUntil(lambda: not page.panel.busy, timeout=20_000)
    assert (tmp_path / "空.xlsx").exists()
    assert "已写出空白模板" in page.strip.words.text()


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(filled, shown, tmp_path, qtbot):
    page = shown(TakeInPage(filled))
    with qtbot.waitSignal(page.failed, timeout=20_000) as told:
        page.look(tmp_path / "没有这个文件.xlsx")
    assert isinstance(told.args[0], UserError)


def test_a_file_without_enterprises_says_so_and_cannot_be_saved(filled, shown, tmp_path, qtbot):
    other = tmp_path / "通讯录.csv"
    other.write_text("姓名,职务\n张三,科长\n", encoding="utf-8")
    page = shown(TakeInPage(filled))
    page.look(other)
    qtbot.waitUntil(lambda: not page.panel.busy, timeout=20_000)
    said = [page.view.rows.data(page.view.rows.index(line, 3)) for line in range(page.view.rows.rowCount())]
    assert any("没有找到企业数据" in words for words in said)
    assert not page.confirm.isEnabled()
