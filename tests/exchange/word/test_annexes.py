"""Annexes and tables in Word: on pages of their own, heads repeated, rows whole."""

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from jizhou_desktop.domain.document import Annex, Paragraph, Table

from .conftest import NOTICE, PLAIN, TABLE, WIDE, face, paragraph, texts, tops

ROW = 225 / 22


def test_an_annex_begins_a_page_with_its_title_in_the_third_row(word):
    document = word(annexes=[Annex("任务分解表", [Paragraph("略。")])])
    said = texts(document)
    begins = said.index("附件")
    assert document.paragraphs[begins].paragraph_format.page_break_before
    assert face(document, "附件") == ("仿宋_GB2312", 16)
    assert document.paragraphs[begins].runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"
    document._body._element[:] = [row._p for row in document.paragraphs[begins:]]
    found = tops(document)
    assert found["附件"] == 37
    assert found["任务分解表"] == pytest.approx(37 + 2 * ROW, abs=ROW / 3)
    assert (found["略。"] - 37) / ROW == pytest.approx(round((found["略。"] - 37) / ROW), abs=0.05)


def test_a_title_keeps_its_lines_and_the_note_under_the_body_has_none(word):
    document = word(annexes=[Annex("各乡镇2020年\n任务分解表", [Paragraph("略。")])])
    assert "附件：各乡镇2020年任务分解表" in texts(document)
    assert "各乡镇2020年\n任务分解表" in texts(document)


def test_an_annex_of_wide_tables_is_turned_with_its_title(word):
    document = word(PLAIN, annexes=[Annex("甲表", [WIDE])], printed_by="")
    assert [section.orientation for section in document.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    body = list(document.element.body)
    ends = next(place for place, part in enumerate(body) if part.find(f".//{qn('w:sectPr')}") is not None)
    assert body.index(paragraph(document, "甲表")._p) < ends  # the note under the body
    mark = [row for row in document.paragraphs if row.text == "附件"]
    assert body.index(mark[-1]._p) > ends


def test_a_wide_table_after_text_turns_only_its_own_page(word):
    document = word(PLAIN, annexes=[Annex("甲表", [Paragraph("说明。"), WIDE, WIDE])], printed_by="")
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.LANDSCAPE,
    ]  # fmt: skip


def test_a_table_repeats_title_unit_and_head_and_parts_no_row(word):
    table = word(PLAIN, blocks=[TABLE]).tables[0]
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert table.rows[0].cells[0].text == "\t\t单位：家"
    assert [cell.text for cell in table.rows[2].cells] == ["设备升级", "5"]


def test_a_tables_head_does_not_stand_alone_at_a_pages_foot(word):
    table = word(PLAIN, blocks=[TABLE]).tables[0]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept[:3] == [True, True, True]


def test_a_table_is_as_wide_as_the_text_in_the_said_shares(word):
    table = word(PLAIN, blocks=[TABLE]).tables[0]
    widths = [column.width.mm for column in table.columns]
    assert widths == pytest.approx([117, 39], abs=0.1)
    assert [cell.width.mm for cell in table.rows[1].cells] == pytest.approx([117, 39], abs=0.1)


def test_a_column_too_narrow_for_its_figure_takes_room_from_the_others(word):
    """1234567.89 is ten half characters of 12 pt and 3.2 mm of padding: 24.5 mm, where one share of ten is 15.6."""
    table = Table(["企业", "金额"], [["甲", "1234567.89"]], widths=(9, 1))
    name, figure = (column.width.mm for column in word(PLAIN, blocks=[table]).tables[0].columns)
    assert figure == pytest.approx(24.5, abs=0.3)
    assert name + figure == pytest.approx(156, abs=0.1)


def test_a_turned_table_is_as_wide_as_the_text_is_high(word):
    table = next(table for table in word().tables if len(table.columns) == 9)
    assert sum(column.width.mm for column in table.columns) == pytest.approx(225, abs=0.2)


def test_cells_are_set_in_12_pt_and_aligned_as_said(word):
    table = word(PLAIN, blocks=[TABLE]).tables[0]
    head, name, figure = (table.cell(*place).paragraphs[0] for place in ((1, 0), (2, 0), (2, 1)))
    assert [int(row.alignment) for row in (head, name, figure)] == [1, 0, 2]
    assert {run.font.size.pt for row in (head, name, figure) for run in row.runs} == {12}
    assert head.runs[0].font.name == "黑体"


def test_a_tables_frame_is_thicker_than_its_inner_rules(word):
    borders = word(PLAIN, blocks=[TABLE]).tables[0]._tbl.tblPr.find(qn("w:tblBorders"))
    eighths = {border.tag: int(border.get(qn("w:sz"))) for border in borders}
    assert eighths[qn("w:top")] == eighths[qn("w:left")] == 8
    assert eighths[qn("w:insideH")] == eighths[qn("w:insideV")] == 4


def test_what_follows_a_table_stands_in_a_row_of_the_page(word):
    """Head and one row of one line take 2 × 9.34 mm, 2.2 mm stay free above: the rest of three rows is blank."""
    plain = Table(["路径"], [["设备升级"]])
    document = word(PLAIN, blocks=[Paragraph("见下表。"), plain, Paragraph("特此通报。")])
    over, below = (document.paragraphs[texts(document).index("见下表。") + place] for place in (1, 2))
    blank = over.paragraph_format.line_spacing.mm + below.paragraph_format.line_spacing.mm
    assert blank + 2 * (17.4 / 72 * 25.4 + 3.2) == pytest.approx(3 * ROW, abs=0.1)


def test_a_note_stands_below_its_table(word):
    table = Table(["路径"], [["设备升级"]], note="数据截至年底")
    document = word(PLAIN, blocks=[table])
    assert face(document, "注：数据截至年底") == ("宋体", 10.5)


def test_two_tables_do_not_grow_together(word):
    document = word(NOTICE, blocks=[TABLE, TABLE])
    first, second = document.tables[:2]
    body = list(document.element.body)
    assert body.index(second._tbl) - body.index(first._tbl) > 1
