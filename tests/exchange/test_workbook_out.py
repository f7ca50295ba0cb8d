"""Lists that Excel opens well, that run nothing and that come back unchanged."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from jizhou_desktop.domain.answers import show
from jizhou_desktop.exchange.sheet_names import sheet_names
from jizhou_desktop.exchange.workbook_out import OutColumn, OutTable, write_workbook
from jizhou_desktop.tasks import resources
from tests.invented.rosters import STYLES, write_xlsx
from tests.invented.year import YEARS, invent_year

NOW = datetime(2020, 12, 30, 9, 0, tzinfo=UTC)


def written(tmp_path, *tables):
    write_workbook(tables, tmp_path / "出.xlsx", now=NOW)
    return load_workbook(tmp_path / "出.xlsx")


def cell_of(tmp_path, value):
    return written(tmp_path, OutTable("表", "标题", [OutColumn("栏")], [[value]]))["表"]["A3"]


@pytest.mark.parametrize("text", ["=1+1", "+86 22", "-", "@SUM(A1)", "0012", "91350100M000100Y43", "2020-07-21", "1e5"])
def test_text_stays_text(tmp_path, text):
    cell = cell_of(tmp_path, text)
    assert (cell.value, cell.data_type) == (text, "s")


def test_figures_are_figures_and_days_are_days(tmp_path):
    assert cell_of(tmp_path, Decimal("8.4")).value == 8.4
    assert cell_of(tmp_path, Decimal(84000)).number_format == "#,##0"
    assert cell_of(tmp_path, date(2020, 7, 21)).value.date() == date(2020, 7, 21)


def test_what_no_workbook_can_hold_is_left_out(tmp_path):
    assert cell_of(tmp_path, "甲\x01厂").value == "甲厂"
    assert len(cell_of(tmp_path, "长" * 40_000).value) == 32_767


def test_title_heading_hint_and_frozen_panes(tmp_path):
    sheet = written(tmp_path, OutTable("表", "花名册", [OutColumn("企业名称", "照营业执照"), OutColumn("住所")], []))[
        "表"
    ]
    assert sheet["A1"].value == "花名册"
    assert sheet.freeze_panes == "B3"
    assert sheet["A2"].comment.text == "照营业执照"
    assert sheet["B2"].comment is None


def test_short_choices_are_listed_and_long_ones_stand_on_a_hidden_sheet(tmp_path):
    places = [office.full_name for office in resources.offices()]
    columns = [OutColumn("规上", choices=("是", "否")), OutColumn("乡镇", choices=places)]
    workbook = written(tmp_path, OutTable("表", "花名册", columns, []))
    short, long = workbook["表"].data_validations.dataValidation
    assert short.formula1 == '"是,否"'
    assert long.formula1 == f"选项!$A$1:$A${len(places)}"
    assert workbook["选项"].sheet_state == "hidden"
    assert [cell.value for cell in workbook["选项"]["A"]] == places


def test_sheet_names_are_made_allowable():
    long = "渔阳镇" * 20
    assert sheet_names(["转型/任务", "", long, long]) == ["转型任务", "工作表", long[:31], f"{long[:28]}（2）"]


def test_the_same_tables_give_the_same_bytes(tmp_path):
    tables = [OutTable("表", "标题", [OutColumn("栏", "说明")], [["甲"]])]
    for name in ("一.xlsx", "二.xlsx"):
        write_workbook(tables, tmp_path / name, now=NOW)
    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()


def test_the_hidden_sheet_of_choices_is_not_read_back(tmp_path, read):
    columns = [OutColumn("企业名称"), OutColumn("住所", choices=["很长的选项" * 60])]
    written(tmp_path, OutTable("表", "花名册", columns, [["甲厂", ""]]))
    assert read(tmp_path / "出.xlsx").faults() == {"hint": 1}  # no column of credit codes


def test_what_is_written_by_the_forms_labels_comes_back_unchanged(tmp_path, read, codes):
    write_xlsx(invent_year(54), STYLES["plain"], tmp_path / "来.xlsx")
    before = read(tmp_path / "来.xlsx")
    forms = resources.forms()
    own = forms["enterprise"].fields
    yearly = [field for field in forms["year-figures"].fields if field.name != "year"]
    columns = [*(field.label for field in own), *(f"{year}年{field.label}" for year in YEARS for field in yearly)]
    rows = [
        [
            *(show(field, row.values.get(field.name), codes) for field in own),
            *(show(field, row.figures[year][field.name], codes) for year in YEARS for field in yearly),
        ]
        for row in before.rows
    ]
    written(tmp_path, OutTable("花名册", "渔阳镇企业花名册", list(map(OutColumn, columns)), rows))
    after = read(tmp_path / "出.xlsx")
    assert not after.faults()
    for row, same in zip(after.rows, before.rows, strict=True):
        assert {name: value for name, value in row.values.items() if value is not None} == same.values
        assert row.figures == same.figures
