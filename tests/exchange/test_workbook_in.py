"""What a workbook's cells say, whichever program wrote it."""

import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.workbook_in import read_sheets
from tests.exchange.hostile import open_document, workbook
from tests.exchange.old_workbooks import book, compound, number_cell, text_cell

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<sheetData><row r="1">{}</row></sheetData></worksheet>'
)


def cells_of(file):
    (sheet,) = read_sheets(file)
    return [list(row) for row in sheet.rows]


def saved(tmp_path, *rows):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    made.save(tmp_path / "表.xlsx")
    return tmp_path / "表.xlsx"


def test_cells_are_text_as_an_official_would_have_typed_it(tmp_path):
    row = [
        "0012",
        5630,
        8.4,
        0.1 + 0.2,
        True,
        date(2020, 7, 21),
        datetime.fromisoformat("2020-07-21T08:30"),
        None,
        " 渔阳镇 ",
    ]
    (texts,) = cells_of(saved(tmp_path, row))
    assert texts == ["0012", "5630", "8.4", "0.3", "是", "2020-07-21", "2020-07-21 08:30", "", "渔阳镇"]


def test_a_code_kept_as_a_number_is_shown_as_what_is_left_of_it(tmp_path):
    ((code,),) = cells_of(saved(tmp_path, [911202251042691510]))
    assert code == "9.11202251042691E+17"


def test_a_formula_gives_its_stored_value_and_is_counted(tmp_path):
    workbook(tmp_path / "表.xlsx", SHEET.format('<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>3</v></c>'))
    (sheet,) = read_sheets(tmp_path / "表.xlsx")
    assert sheet.rows == [["2", "3"]]
    assert sheet.reckoned == 1
    assert not sheet.unreckoned


def test_a_formula_without_value_and_an_error_value_are_told_by_their_cells(tmp_path):
    cells = '<c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v></v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    workbook(tmp_path / "表.xlsx", SHEET.format(cells))
    (sheet,) = read_sheets(tmp_path / "表.xlsx")
    assert sheet.unreckoned == {(0, 1)}
    assert sheet.errors == {(0, 2)}


def test_formulas_are_found_on_the_sheet_they_stand_on(tmp_path):
    made = Workbook()
    made.active.title = "甲"
    made.active["A1"] = 1
    made.create_sheet("乙")["B2"] = "=A1"
    made.save(tmp_path / "表.xlsx")
    first, second = read_sheets(tmp_path / "表.xlsx")
    assert (first.name, first.unreckoned) == ("甲", frozenset())
    assert (second.name, second.unreckoned) == ("乙", {(1, 1)})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_text_tables_of_every_encoding_and_delimiter(encoding, mark, tmp_path):
    file = tmp_path / "表.csv"
    file.write_bytes(f"企业名称{mark}住所\r\n天津𬺓山有限公司{mark}渔阳镇\r\n".encode(encoding))
    assert cells_of(file) == [["企业名称", "住所"], ["天津𬺓山有限公司", "渔阳镇"]]


def test_a_quoted_csv_cell_may_hold_commas_and_lines(tmp_path):
    file = tmp_path / "表.csv"
    file.write_text('企业名称,资金\n"甲,\n乙厂","1,020"\n', encoding="utf-8")
    assert cells_of(file) == [["企业名称", "资金"], ["甲,\n乙厂", "1,020"]]


def test_an_old_xls_is_read(tmp_path):
    file = tmp_path / "表.xls"
    file.write_bytes(compound([("Workbook", book(text_cell(0, 0, "企业名称") + number_cell(1, 0, 12.0)))]))
    assert cells_of(file) == [["企业名称"], ["12"]]


def test_an_ods_is_read_with_its_blank_rest_repeated_to_the_edge(tmp_path):
    file = tmp_path / "表.ods"
    open_document(file, "", 'table:number-columns-repeated="2"')
    assert cells_of(file) == [["a", "a"]]


def test_what_a_file_is_is_read_from_its_content(tmp_path):
    """Systems export xls files that are text or xlsx."""
    file = saved(tmp_path, ["企业名称"]).rename(tmp_path / "表.xls")
    assert cells_of(file) == [["企业名称"]]
    file.write_bytes("企业名称\t住所\n".encode("gb18030"))
    assert cells_of(file) == [["企业名称", "住所"]]


def test_macros_are_carried_by_the_file_but_never_run(tmp_path):
    workbook(tmp_path / "表.xlsm", SHEET.format("<c><v>7</v></c>"), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    assert cells_of(tmp_path / "表.xlsm") == [["7"]]


def told(file):
    """The sentence that reading the file ends in; blank where it can be read after all."""
    try:
        read_sheets(file)
    except UserError as error:
        return str(error)
    return ""


def test_an_xls_damaged_anywhere_is_read_or_told(tmp_path):
    """Some damage makes the library panic instead of raising an error."""
    file = tmp_path / "表.xls"
    sound = book(text_cell(0, 0, "企业名称"))
    sentences = set()
    for place in range(len(sound)):
        file.write_bytes(compound([("Workbook", sound[:place] + b"\xff" + sound[place + 1 :])]))
        sentences.add(told(file)[:4])
    assert sentences == {"", "表.xl"}


@pytest.mark.parametrize(("name", "word"), [("没有.xlsx", "找不到"), ("表.pdf", "不是表格文件")])
def test_what_cannot_be_read_is_told(name, word, tmp_path):
    with pytest.raises(UserError, match=word):
        read_sheets(tmp_path / name)


def test_an_xlsx_with_a_broken_part_is_read_or_told(tmp_path):
    with zipfile.ZipFile(saved(tmp_path, ["企业名称"])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sentences = {}
    for name, sound in parts.items():
        broken = {**parts, name: sound.replace(b"<", b"<<", 2)}
        with zipfile.ZipFile(tmp_path / "坏.xlsx", "w") as archive:
            for other, content in broken.items():
                archive.writestr(other, content)
        sentences[name] = told(tmp_path / "坏.xlsx")
    assert "损坏" in sentences["xl/worksheets/sheet1.xml"]
    assert "损坏" in sentences["xl/workbook.xml"]
