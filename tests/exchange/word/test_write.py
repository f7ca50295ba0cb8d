"""The Word twin: the standard's page, grid and faces, measured in the file that Word opens."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from jizhou_desktop.domain.document import Annex, Heading, Layout, OfficialDocument, Paragraph, Signer, Table
from jizhou_desktop.domain.face import Role
from jizhou_desktop.exchange.word import write_word

MADE = datetime(2020, 12, 30, 9, 0, tzinfo=UTC)
OFFICE = "天津市蓟州区人民政府办公室"
NOTICE = OfficialDocument(
    title=f"{OFFICE}关于\n2020年中小企业创新转型年终考核结果的通报",
    offices=[OFFICE],
    number="蓟州政办发〔2020〕8号",
    copy_number="000001",
    secrecy="秘密★1年",
    urgency="特急",
    addressees="各乡镇人民政府和街道办事处",
    blocks=[
        Heading(1, "一、总体情况"),
        Paragraph("全区完成42家。"),
        Heading(2, "（一）产业转型"),
        Paragraph("各部门按照职责推进。", lead="1.向科技型企业转型。", lead_level=3),
        Table(["路径", "目标"], [["设备升级", "5"], ["专利提升", "7"]], unit="家", aligns="lr", widths=(3, 1)),
    ],
    annexes=[Annex("各乡镇考核结果", [Table(["乡镇"] * 9, [["渔阳镇"] * 9], wide=True)])],
    signed=["区政府办公室"],
    dated=date(2020, 12, 30),
    note="此件主动公开",
    copies_to="区委办公室，区人大常委会办公室",
    printed_by=OFFICE,
    printed_on=date(2020, 12, 31),
)


@pytest.fixture
def word(tmp_path):
    def word(document=NOTICE, **changes):
        write_word(replace(document, **changes), tmp_path / "文.docx", created=MADE)
        return Document(str(tmp_path / "文.docx"))

    return word


def paragraph(document, text):
    return next(paragraph for paragraph in document.paragraphs if text in paragraph.text)


def face(document, text):
    run = next(run for run in paragraph(document, text).runs if text in run.text)
    return run._r.rPr.rFonts.get(qn("w:eastAsia")), run.font.size.pt


def indents(found):
    form = found.paragraph_format
    return tuple(round((side or 0) / 12700 / 15.794, 1) for side in (form.left_indent, form.right_indent))


def test_the_page_is_a4_with_the_standards_margins(word):
    section = word().sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides] == [210, 297, 37, 28, 26]
    assert round(section.bottom_margin.mm) == 35


def test_the_grid_has_22_rows_of_28_characters(word):
    """Pitches of 28.99 pt and 15.79 pt; Word counts characters from 3号 (16 pt) in 1/4096 pt."""
    document = word()
    (grid,) = document.sections[0]._sectPr.findall(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    assert int(grid.get(qn("w:linePitch"))) * 22 == pytest.approx(225 / 25.4 * 1440, abs=11)
    assert (16 + int(grid.get(qn("w:charSpace"))) / 4096) * 28 == pytest.approx(156 / 25.4 * 72, abs=0.1)
    assert paragraph(document, "全区完成").paragraph_format.line_spacing.pt * 22 == pytest.approx(637.8, abs=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("年终考核结果", ("方正小标宋简体", 22)), ("一、总体情况", ("黑体", 16)), ("（一）产业转型", ("楷体_GB2312", 16)),
     ("全区完成", ("仿宋_GB2312", 16)), ("1.向科技型", ("仿宋_GB2312", 16)), ("秘密★1年", ("黑体", 16)),
     ("蓟州政办发〔2020〕8号", ("仿宋_GB2312", 16)), ("附件", ("仿宋_GB2312", 16))],
)  # fmt: skip
def test_each_part_in_its_face_and_size(word, text, expected):
    assert face(word(), text) == expected


def test_other_faces_may_be_asked_for(tmp_path):
    faces = dict.fromkeys(Role, "方正仿宋_GBK")
    write_word(NOTICE, tmp_path / "文.docx", created=MADE, faces=faces)
    assert face(Document(str(tmp_path / "文.docx")), "全区完成")[0] == "方正仿宋_GBK"


def test_word_is_told_what_stands_in_for_a_face_that_windows_lacks(word, tmp_path):
    word()
    with ZipFile(tmp_path / "文.docx") as archive:
        fonts = parse_xml(archive.read("word/fontTable.xml"))
    instead = {font.get(qn("w:name")): [name.get(qn("w:val")) for name in font] for font in fonts}
    assert instead["仿宋_GB2312"] == ["仿宋"]
    assert instead["黑体"] == []


def test_the_mark_is_red_and_narrowed_to_the_text_width(word):
    mark = paragraph(word(), f"{OFFICE}文件").runs[0]
    assert str(mark.font.color.rgb) == "FF0000"
    narrowed = int(mark._r.rPr.find(qn("w:w")).get(qn("w:val")))
    assert 15 * mark.font.size.pt * narrowed / 100 <= 156 / 25.4 * 72


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(word):
    document = word()
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, even.text) == ("— 1 —", "— 1 —")
    assert (int(odd.alignment), int(even.alignment)) == (2, 0)
    assert {run.font.size.pt for run in odd.runs} == {14}
    assert "PAGE" in odd._p.xml


def test_a_stamped_signature_leaves_four_characters_and_centres_the_name(word):
    """The date is 7 characters wide (8 half figures, 年月日), the name 6: it has half a character more on each side."""
    document = word()
    assert indents(paragraph(document, "2020年12月30日"))[1] == 4
    assert indents(paragraph(document, "区政府办公室"))[1] == 4.5


def test_an_unstamped_date_begins_two_characters_right_of_the_name(word):
    """The name of 13 ends two from the right, so it begins at 15, the date of 7 at 13 and ends at 6."""
    document = word(stamped=False, signed=[OFFICE], title="通报", copies_to="", printed_by="", annexes=())
    name = next(found for found in document.paragraphs if found.text == OFFICE)
    assert indents(name)[1] == 2
    assert indents(paragraph(document, "2020年12月30日"))[1] == 6


def test_a_table_repeats_its_head_and_parts_no_row(word):
    table = word().tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [cell.text for cell in table.rows[1].cells] == ["设备升级", "5"]
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    assert widths[0] == pytest.approx(3 * widths[1], abs=2)


def test_an_annex_with_a_wide_table_is_turned_and_the_colophon_upright(word):
    document = word()
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip


def test_an_upright_annex_begins_a_page_before_the_colophon(word):
    document = word(annexes=[Annex("任务分解表", [Paragraph("略。")])])
    texts = [found.text for found in document.paragraphs]
    begins = texts.index("附件")
    assert document.paragraphs[begins].paragraph_format.page_break_before
    assert texts[begins + 2] == "任务分解表"
    assert document.tables[-1].rows[0].cells[0].text == "抄送：区委办公室，区人大常委会办公室。"
    assert document.tables[-1].rows[1].cells[1].text == "2020年12月31日印发"


def test_several_annexes_are_numbered_under_the_body(word):
    document = word(annexes=[Annex("甲表", []), Annex("乙表", [])])
    texts = [found.text for found in document.paragraphs]
    assert "附件：1.甲表" in texts
    assert "2.乙表" in texts


def test_an_upward_document_names_its_signers_two_a_row(word):
    document = word(signers=[Signer("王一"), Signer("李二三"), Signer("赵四五")])
    assert paragraph(document, "签发人：").text == "\t签发人：王　一　李二三"
    assert paragraph(document, "赵四五").text.startswith("蓟州政办发〔2020〕8号\t")


def test_a_letter_has_its_mark_over_the_page_and_no_number_on_the_first(word):
    document = word(layout=Layout.LETTER, mark="天津市蓟州区工业和信息化局", annexes=())
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "天津市蓟州区工业和信息化局"
    assert round(section.header_distance.mm) == 30
    assert "PAGE" not in section.first_page_footer._element.xml
    assert "抄送" not in document.element.xml


def test_minutes_name_those_present(word):
    document = word(layout=Layout.MINUTES, attended=["王一", "李二"], excused=["赵三"], annexes=())
    assert paragraph(document, "出席：").text == "出席：王一　李二"
    assert face(document, "请假：")[0] == "黑体"
    assert paragraph(document, f"{OFFICE}会议纪要")


def test_several_offices_share_the_mark(word):
    document = word(offices=["区工业和信息化局", "区财政局"])
    texts = [found.text for found in document.paragraphs]
    assert texts[texts.index("区工业和信息化局") + 1] == "区财政局文件"


def test_a_signature_never_stands_alone(word):
    document = word(annexes=())
    rows = document.paragraphs
    date_row = rows.index(next(row for row in rows if row.text == "2020年12月30日"))
    assert all(row.paragraph_format.keep_with_next for row in rows[date_row - 4 : date_row])


def test_the_same_document_gives_the_same_bytes(word, tmp_path):
    word()
    first = (tmp_path / "文.docx").read_bytes()
    word()
    assert (tmp_path / "文.docx").read_bytes() == first
