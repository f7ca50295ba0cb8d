"""A roster's rows: judged, with each fault told by its cell, whatever the style it is kept in."""

import pytest
from openpyxl import Workbook

from jizhou_desktop.domain.problem import Severity
from tests.invented.faults import spoil
from tests.invented.rosters import STYLES, write_csv, write_xlsx
from tests.invented.year import invent_year

CODE = "91350100M000100Y43"


def errors(roster):
    return [str(problem) for problem in roster.problems if problem.severity is Severity.ERROR]


def hints(roster):
    return [problem.message for problem in roster.problems if problem.severity is Severity.HINT]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_says_the_same(style, tmp_path, read):
    enterprises = sorted(invent_year(54), key=lambda enterprise: enterprise.answers["place"])
    write_xlsx(enterprises, STYLES["plain"], tmp_path / "原表.xlsx")
    write_xlsx(enterprises, STYLES[style], tmp_path / "别样.xlsx")
    write_csv(enterprises, STYLES[style], tmp_path / "别样.csv", encoding="gb18030")
    plain = read(tmp_path / "原表.xlsx")
    assert len(plain.rows) == 54
    assert plain.faults() == {"hint": 2}
    for file in ("别样.xlsx", "别样.csv"):
        other = read(tmp_path / file)
        assert [row.values for row in other.rows] == [row.values for row in plain.rows]
        for row, same in zip(other.rows, plain.rows, strict=True):
            assert row.figures == {year: same.figures[year] for year in STYLES[style].years}


def test_figures_are_kept_to_the_fen(tmp_path, read):
    (enterprise,) = invent_year(1)
    enterprise.figures[2020]["revenue"] = "5630.123456"
    write_xlsx([enterprise], STYLES["plain"], tmp_path / "表.xlsx")
    assert read(tmp_path / "表.xlsx").rows[0].figures[2020]["revenue"] == 5_630_123_456


@pytest.mark.parametrize("style", ["plain", "two-rows", "yuan"])
def test_each_fault_is_told_in_its_row_and_field(style, tmp_path, read):
    enterprises = invent_year(80)
    faults = spoil(enterprises, 24)
    write_xlsx(enterprises, STYLES[style], tmp_path / "表.xlsx")
    roster = read(tmp_path / "表.xlsx")
    first = roster.headings["花名册"].first_data_row + 1
    found = {
        (problem.cell.row - first, problem.field, str(problem.severity))
        for problem in roster.problems
        if problem.severity is not Severity.HINT
    }
    assert found == {(fault.index, fault.field, fault.severity) for fault in faults}
    assert all(problem.cell.column for problem in roster.problems if problem.severity is not Severity.HINT)


def test_a_fault_names_sheet_row_column_and_heading(roster):
    read = roster(["单位名称", "成立时间"], ["甲厂", "2020721"])
    (told,) = errors(read)
    assert told.startswith("工作表“花名册”第2行B列（成立时间）：成立日期：“2020721”")


def test_rows_that_close_a_table_are_passed_over_and_told(roster):
    rows = [["序号", "企业名称", "营业收入（万元）"], ["1", "甲厂", "5"], ["", "小计", "5"], ["2", "乙厂", "7"],
            ["合 计", "", "12"], [], ["填表人：王样例"], ["注：以上为快报数", "", ""]]  # fmt: skip
    read = roster(*rows)
    assert [row.values["name"] for row in read.rows] == ["甲厂", "乙厂"]
    assert sum("不是企业，没有读取" in hint for hint in hints(read)) == 4


def test_a_township_may_stand_over_its_enterprises(roster):
    read = roster(["序号", "企业名称"], ["渔阳镇", ""], ["1", "甲厂"], ["2", "乙厂"], ["邦均镇", ""], ["3", "丙厂"])
    assert [row.values["place"] for row in read.rows] == ["120119100", "120119100", "120119105"]


def test_a_heading_repeated_on_each_printed_page_is_no_enterprise(roster):
    head = ["企业名称", "住所"]
    assert len(roster(head, ["甲厂", "渔阳"], head, ["乙厂", "邦均"]).rows) == 2


@pytest.mark.parametrize(
    ("unit", "typed", "fen"),
    [("万元", "8.4", 8_400_000), ("元", "84000", 8_400_000), ("千元", "84", 8_400_000), ("亿元", "0.5", 5_000_000_000),
     ("百万元", "1", 100_000_000), ("元", "8.4万", 8_400_000), ("元", "１２３４．５６", 123_456)],
)  # fmt: skip
def test_money_in_any_unit(roster, unit, typed, fen):
    read = roster(["企业名称", f"营业收入（{unit}）"], ["甲厂", typed])
    assert read.rows[0].figures[2020]["revenue"] == fen


def test_electricity_in_ten_thousands(roster):
    read = roster(["企业名称", "用电量（万千瓦时）"], ["甲厂", "20.5"])
    assert read.rows[0].figures[2020]["kwh"] == 205_000


def test_money_in_brackets_is_refused_with_both_readings(roster):
    (told,) = errors(roster(["企业名称", "利润总额（万元）"], ["甲厂", "(12.5)"]))
    assert "负数 -12.5，或 12.5" in told


def test_foreign_money_is_refused(roster):
    assert "外币" in errors(roster(["企业名称", "注册资金（万美元）"], ["甲厂", "100"]))[0]


def test_a_code_that_became_a_number_is_told_as_lost(roster):
    (told,) = errors(roster(["企业名称", "统一社会信用代码"], ["甲厂", "9.11202251042691E+17"]))
    assert "后几位已丢失" in told


def test_a_column_of_years_says_the_year_of_each_row(roster):
    read = roster(
        ["企业名称", "年度", "营业收入（万元）"], ["甲厂", "2018", "5"], ["乙厂", "2019年", "6"], ["丙厂", "", "7"]
    )
    assert [list(row.figures) for row in read.rows] == [[2018], [2019], [2020]]


def test_the_year_that_nobody_said_is_told(roster):
    assert any("按2020年读取" in hint for hint in hints(roster(["企业名称", "营业收入（万元）"], ["甲厂", "5"])))


def test_the_same_enterprise_twice_is_told_with_the_other_row(roster):
    read = roster(["企业名称", "信用代码"], ["甲厂", CODE], ["甲厂（新名）", CODE], ["乙厂", ""], ["乙 厂", ""])
    assert [told.split("：")[0] for told in errors(read)] == ["工作表“花名册”第3行", "工作表“花名册”第5行"]
    assert "第2行是同一家企业" in errors(read)[0]


def test_two_enterprises_of_one_name_with_different_codes_are_two(roster):
    other = "91120225104269151T"
    assert not errors(roster(["企业名称", "信用代码"], ["甲厂", CODE], ["甲厂", other]))


def test_a_sheet_without_names_says_what_was_looked_for(roster):
    (told,) = errors(roster(["统一社会信用代码", "住所"], [CODE, "渔阳镇"]))
    assert "企业名称、单位名称" in told


def test_a_workbook_with_nothing_in_it_is_an_error(roster):
    assert "没有找到企业数据" in errors(roster(["会议签到表"]))[0]


def test_formulas_without_value_are_told_once_in_their_cells(tmp_path, read):
    made = Workbook()
    made.active.append(["企业名称", "营业收入（万元）"])
    made.active.append(["甲厂", "=1+1"])
    made.save(tmp_path / "表.xlsx")
    (told,) = errors(read(tmp_path / "表.xlsx"))
    assert "第2行B列" in told
    assert "公式没有计算结果" in told


def test_what_the_official_chose_is_read_that_way(roster):
    read = roster(["企业名称", "吉祥物"], ["甲厂", "泥人"], chosen={"吉祥物": "enterprise.products"})
    assert read.rows[0].values["products"] == "泥人"


def test_a_hidden_sheet_is_not_read_but_told(tmp_path, read):
    made = Workbook()
    made.active.append(["企业名称", "住所"])
    made.active.append(["甲厂", "渔阳镇"])
    made.copy_worksheet(made.active).sheet_state = "hidden"
    made.save(tmp_path / "表.xlsx")
    roster = read(tmp_path / "表.xlsx")
    assert len(roster.rows) == 1
    assert "工作表是隐藏的，没有读取。" in hints(roster)
