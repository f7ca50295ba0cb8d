"""Where a roster's heading is, and which question each of its columns answers."""

import pytest

from jizhou_desktop.exchange.headings import find_heading
from jizhou_desktop.exchange.sheets import Sheet
from jizhou_desktop.tasks import resources


def headed(codes, *rows, year=2020, chosen=None, name="表"):
    forms = resources.forms()
    sheet = Sheet(name, [list(row) for row in rows])
    return find_heading(sheet, (forms["enterprise"], forms["year-figures"]), codes, year=year, chosen=chosen)


def questions(heading):
    return [(column.field.name, column.year, column.unit) for column in heading.columns]


def test_titles_above_the_heading_are_passed_over(codes):
    heading = headed(
        codes,
        ["渔阳镇企业花名册"],
        ["填报单位：渔阳镇", "2020年12月"],
        ["序号", "企业名称", "住所"],
        ["1", "甲厂", "乙"],
    )
    assert (heading.row, heading.first_data_row) == (2, 3)
    assert [column.field.name for column in heading.columns] == ["name", "address"]


def test_two_rows_of_heading_are_read_together(codes):
    top = ["序号", "企业名称", "2019年", "", "2020年", "", "联系人", ""]
    sub = ["", "", "营业收入（万元）", "从业人员", "营业收入（万元）", "从业人员", "姓名", "电话"]
    heading = headed(codes, ["统计表"], top, sub, ["1", "甲厂", "5", "6", "7", "8", "王样例", ""])
    assert heading.first_data_row == 3
    assert questions(heading) == [
        ("name", None, ""), ("revenue", 2019, "万元"), ("employees", 2019, ""), ("revenue", 2020, "万元"),
        ("employees", 2020, ""), ("contact", None, ""), ("phone", None, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "year"),
    [("2019年营业收入", 2019), ("2019年度营业收入（万元）", 2019), ("营业收入(2019)", 2019), ("上年营业收入", 2019),
     ("本年营业收入", 2020), ("营业收入", None), ("２０１９年营业收入", 2019)],
)  # fmt: skip
def test_a_year_in_the_heading(codes, said, year):
    heading = headed(codes, ["企业名称", said])
    assert heading.columns[1].field.name == "revenue"
    assert heading.columns[1].year == year


@pytest.mark.parametrize(
    ("title", "year"),
    [("2019年度中小企业统计表", 2019), ("中小企业统计表（2017—2020年）", None), ("填表日期：2021年1月5日", None)],
)
def test_a_year_in_the_title(codes, title, year):
    assert headed(codes, [title], ["企业名称", "营业收入"]).year == year


def test_a_sheet_named_after_its_year(codes):
    assert headed(codes, ["企业名称", "营业收入"], name="2019年").year == 2019


@pytest.mark.parametrize(
    ("said", "unit"),
    [("营业收入（万元）", "万元"), ("营业收入(元)", "元"), ("营业收入/千元", "千元"), ("营业收入 亿元", "亿元"),
     ("营业收入\n（单位：元）", "元"), ("营业收入", "万元")],
)  # fmt: skip
def test_a_unit_in_the_heading_or_else_in_the_title(codes, said, unit):
    heading = headed(codes, ["统计表", "单位：万元"], ["企业名称", said])
    assert heading.columns[1].unit == unit


def test_a_row_of_units_under_the_heading(codes):
    heading = headed(codes, ["企业名称", "营业收入", "从业人员"], ["—", "元", "人"], ["甲厂", "1", "2"])
    assert heading.columns[1].unit == "元"
    assert heading.first_data_row == 2


def test_a_row_that_numbers_the_columns(codes):
    assert headed(codes, ["企业名称", "营业收入", "税金"], ["甲", "1", "2"], ["一厂", "3", "4"]).first_data_row == 2


def test_confidence_is_that_of_label_alias_and_content(codes):
    rows = [[f"天津样例{number}有限公司", "渔阳镇", "13800000001"] for number in range(5)]
    heading = headed(codes, ["企业名称", "在哪个镇", "法人手机"], *rows)
    assert [(column.field.name, column.confidence) for column in heading.columns] == [
        ("name", 100), ("place", 60), ("phone", 60),
    ]  # fmt: skip


def test_a_column_of_credit_codes_is_known_by_its_check_characters(codes):
    rows = [["甲厂", "91350100M000100Y43"], ["乙厂", "91350100M000100Y43"], ["丙厂", "9135 0100 M000 100Y 43"]]
    heading = headed(codes, ["单位名称", "证照"], *rows)
    assert [(column.field.name, column.confidence) for column in heading.columns] == [("name", 90), ("uscc", 60)]


def test_unknown_columns_are_listed_and_serial_numbers_are_not(codes):
    assert headed(codes, ["序号", "企业名称", "住所", "吉祥物"]).unknown == ("吉祥物",)


def test_two_columns_for_one_question_are_told_and_the_surer_is_taken(codes):
    heading = headed(codes, ["单位名称", "企业名称", "住所"])
    assert heading.column("enterprise", "name").heading == "企业名称"
    assert heading.doubled == ("“企业名称”和“单位名称”",)


def test_what_the_official_chose_before_goes_first(codes):
    chosen = {"吉祥物": "enterprise.products", "住所": ""}
    heading = headed(codes, ["企业名称", "住所", "吉祥物"], chosen=chosen)
    assert [column.field.name for column in heading.columns] == ["name", "products"]
    assert heading.left_out == ("住所",)


def test_a_sheet_of_something_else_has_no_heading(codes):
    assert headed(codes, ["会议签到表"], ["日期", "地点"], ["7月21日", "区政府"]) is None


def test_every_label_of_the_forms_is_known_as_its_own(codes):
    """So that what is exported comes back into the same questions."""
    forms = resources.forms()
    for form_id in ("enterprise", "year-figures"):
        labels = [field.label for field in forms[form_id].fields]
        name = [] if form_id == "enterprise" else ["企业名称"]
        found = headed(codes, [*name, *labels])
        assert [column.field.name for column in found.columns][len(name) :] == [
            field.name for field in forms[form_id].fields
        ]
