"""Taking a roster in: looked through first, nothing saved before the official says so."""

import csv
from pathlib import Path

import pytest

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
    columns = looked.view.columns
    said = {columns.data(columns.index(line, 1)): columns.data(columns.index(line, 2)) for line in range(4)}
    assert said["企业名称"] == "企业名称"
    assert "营业收入" in said["2020年营业收入（万元）"]


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
