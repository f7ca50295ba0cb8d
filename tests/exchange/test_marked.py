"""The copy with the faults marked goes back to whoever sent the roster."""

from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from jizhou_desktop.domain.problem import Cell, Problem, Severity
from jizhou_desktop.exchange.marked import write_marked


def marked(source, *problems):
    out = source.with_name("标错.xlsx")
    write_marked(source, problems, out)
    return load_workbook(out)


def made(tmp_path, fill):
    workbook = Workbook()
    workbook.active.title = "花名册"
    fill(workbook.active)
    workbook.save(tmp_path / "表.xlsx")
    return tmp_path / "表.xlsx"


def test_faults_stand_in_their_cells_with_the_sentence(tmp_path):
    source = made(tmp_path, lambda sheet: sheet.append(["甲厂", "12.5"]))
    wrong = Problem("从业人员：“12.5”不是整数。", cell=Cell("花名册", 1, "B"))
    asked = Problem("请核对。", Severity.QUERY, cell=Cell("花名册", 1, "B"))
    sheet = marked(source, asked, wrong)["花名册"]
    assert sheet["B1"].comment.text == "[核实]请核对。\n[错误]从业人员：“12.5”不是整数。"
    assert sheet["B1"].fill.fgColor.rgb.endswith("F8CBAD")
    assert sheet["A1"].comment is None


def test_a_fault_of_the_whole_row_stands_in_its_first_cell(tmp_path):
    source = made(tmp_path, lambda sheet: sheet.append(["甲厂"]))
    assert marked(source, Problem("同一家企业。", cell=Cell("花名册", 1)))["花名册"]["A1"].comment


def test_a_fault_within_a_merged_block_stands_where_it_is_seen(tmp_path):
    def fill(sheet):
        sheet["A1"] = "渔阳"
        sheet.merge_cells("A1:A3")

    source = made(tmp_path, fill)
    assert marked(source, Problem("不认识。", cell=Cell("花名册", 3, "A")))["花名册"]["A1"].comment


def test_the_copy_keeps_looks_formulas_and_the_senders_own_comment(tmp_path):
    def fill(sheet):
        sheet["A1"], sheet["B1"] = 2, "=A1*2"
        sheet.column_dimensions["A"].width = 33
        sheet["A1"].comment = Comment("已电话核实", "李样例")

    sheet = marked(made(tmp_path, fill), Problem("请核对。", cell=Cell("花名册", 1, "A")))["花名册"]
    assert sheet["B1"].value == "=A1*2"
    assert sheet.column_dimensions["A"].width == 33
    assert sheet["A1"].comment.text.endswith("已电话核实")


def test_looks_that_cannot_be_loaded_are_left_out_and_the_words_kept(tmp_path):
    source = made(tmp_path, lambda sheet: sheet.append(["甲厂"]))
    with ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(source, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b'numFmtId="0"', b'numFmtId="x"'))
    sheet = marked(source, Problem("名称。", cell=Cell("花名册", 1, "A")))["花名册"]
    assert (sheet["A1"].value, sheet["A1"].comment.text) == ("甲厂", "[错误]名称。")


def test_a_workbook_whose_sheets_are_all_hidden_can_still_be_marked(tmp_path):
    source = made(tmp_path, lambda sheet: sheet.append(["甲厂"]))
    with ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(source, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b'state="visible"', b'state="hidden"'))
    assert marked(source, Problem("名称。", cell=Cell("花名册", 1, "A")))["花名册"]["A1"].comment


def test_a_csv_is_copied_as_text_and_nothing_in_it_runs(tmp_path):
    source = tmp_path / f"花名册[一]{'长' * 30}.csv"
    source.write_text("企业名称,代码\n=1+1,0012\n", encoding="utf-8")
    workbook = marked(source, Problem("名称。", cell=Cell(source.stem, 2, "A")))
    sheet = workbook.active
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert sheet["B2"].value == "0012"
    assert sheet["A2"].comment


def test_the_same_source_and_faults_give_the_same_bytes(tmp_path):
    source = made(tmp_path, lambda sheet: sheet.append(["甲厂"]))
    problem = Problem("名称。", cell=Cell("花名册", 1, "A"))
    write_marked(source, [problem], tmp_path / "一.xlsx")
    write_marked(source, [problem], tmp_path / "二.xlsx")
    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()
