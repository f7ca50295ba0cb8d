"""版头 and title in Word: where each part stands on the first page, mm from the paper's edge, and in which face."""

import pytest
from docx.oxml.ns import qn

from jizhou_desktop.domain.document import Layout, Signer

from .conftest import CELL, NOTICE, OFFICE, PLAIN, face, paragraph, tabs, texts, tops

EM = 16 / 72 * 25.4
ROW = 225 / 22


@pytest.mark.parametrize(
    ("text", "expected"),
    [("年终考核结果", ("方正小标宋简体", 22)), ("一、总体情况", ("黑体", 16)), ("（一）产业转型", ("楷体_GB2312", 16)),
     ("全区完成", ("仿宋_GB2312", 16)), ("1.向科技型", ("仿宋_GB2312", 16)), ("秘密★1年", ("黑体", 16)),
     ("特急", ("黑体", 16)), ("000001", ("仿宋_GB2312", 16)), ("蓟州政办发〔2020〕8号", ("仿宋_GB2312", 16)),
     ("附件：", ("仿宋_GB2312", 16))],
)  # fmt: skip
def test_each_part_in_its_face_and_size(word, text, expected):
    assert face(word(), text) == expected


def test_the_corner_takes_the_first_three_rows(word):
    found = tops(word())
    assert [found[text] for text in ("000001", "秘密★1年", "特急")] == [37.0, 47.2, 57.5]


def test_what_is_secret_stands_in_the_second_row_though_nothing_is_in_the_first(word):
    assert tops(word(copy_number=""))["秘密★1年"] == 47.2


def test_an_empty_corner_moves_nothing(word):
    said, unsaid = tops(word()), tops(word(copy_number="", secrecy="", urgency=""))
    assert said[NOTICE.number] == unsaid[NOTICE.number]


def test_the_mark_begins_35_mm_under_the_text_areas_edge(word):
    """小标宋 blackens 0.8 em above its baseline, 0.06 em less than a character's box."""
    document = word()
    size = paragraph(document, "文件").runs[0].font.size.mm
    assert tops(document)[f"{OFFICE}文件"] + 0.06 * size == pytest.approx(72, abs=0.2)


def test_the_mark_is_red_and_narrowed_to_the_text_width(word):
    mark = paragraph(word(), f"{OFFICE}文件").runs[0]
    assert str(mark.font.color.rgb) == "FF0000"
    narrowed = int(mark._r.rPr.find(qn("w:w")).get(qn("w:val")))
    assert 70 <= narrowed < 100
    assert 155 <= 15 * mark.font.size.mm * narrowed / 100 + 2 <= 157


def test_the_number_stands_two_blank_rows_under_the_mark(word):
    document = word()
    mark = paragraph(document, "文件").runs[0].font.size.mm
    assert tops(document)[NOTICE.number] == pytest.approx(72 + 0.93 * mark + 2 * ROW, abs=0.2)
    assert int(paragraph(document, NOTICE.number).alignment) == 1


def test_the_red_line_lies_4_mm_under_the_number(word):
    document = word()
    line = next(row for row in document.paragraphs if row._p.pPr.find(qn("w:pBdr")) is not None)
    (border,) = line._p.pPr.find(qn("w:pBdr"))
    assert (border.tag, border.get(qn("w:color"))) == (qn("w:bottom"), "FF0000")
    begin = tops(document)[NOTICE.number] + 0.86 * EM / 0.8 * 0.8 + 0.86 * EM / 0.8 * 0.2
    assert begin + line.paragraph_format.line_spacing.mm == pytest.approx(
        tops(document)[NOTICE.number] + EM + 4, abs=0.4
    )


def test_the_title_stands_two_rows_under_the_line_in_the_callers_lines(word):
    """And the addressees one blank row below it, in a row of the page."""
    document = word()
    found = tops(document)
    title = paragraph(document, "年终考核结果")
    assert title.text == NOTICE.title
    assert int(title.alignment) == 1
    assert found[NOTICE.title] - (found[NOTICE.number] + EM + 4) == pytest.approx(2 * ROW, abs=ROW / 2)
    row = found["各乡镇人民政府和街道办事处："]
    assert (row - 37) / ROW == pytest.approx(round((row - 37) / ROW), abs=0.05)
    assert row - (found[NOTICE.title] + 12.2 + 22 / 72 * 25.4) == pytest.approx(ROW, abs=ROW / 2)


def test_what_follows_the_addressees_goes_on_row_by_row(word):
    found = tops(word())
    assert found["一、总体情况"] - found["各乡镇人民政府和街道办事处："] == pytest.approx(ROW, abs=0.1)


def test_a_body_without_addressees_begins_where_they_would(word):
    assert tops(word(addressees=""))["一、总体情况"] == tops(word())["各乡镇人民政府和街道办事处："]


def test_an_upward_document_names_its_signers_two_a_row_in_columns(word):
    """The last name ends one character from the edge; two characters are spread as wide as three."""
    document = word(signers=[Signer("王一"), Signer("李二三"), Signer("赵四五")])
    first, last = paragraph(document, "签发人："), paragraph(document, "赵四五")
    assert first.text == "\t签发人：王　一\t李二三"
    assert last.text == f"{NOTICE.number}\t　　　　赵四五"
    second = 184 - CELL - 3 * CELL
    assert tabs(first) == tabs(last) == [round(second - CELL - 3 * CELL - 4 * CELL, 1), round(second, 1)]
    assert face(document, "李二三") == ("楷体_GB2312", 16)
    assert tops(document)[last.text] - tops(document)[first.text] == pytest.approx(ROW, abs=0.1)


def test_several_offices_share_the_mark_with_the_word_at_their_right(word):
    document = word(offices=["区工业和信息化局", "区财政局", "区科学技术局"])
    table = document.tables[0]
    assert [row.cells[0].text for row in table.rows] == ["区工业和信息化局", "区财政局", "区科学技术局"]
    assert {row.cells[1].text for row in table.rows} == {"文件"}  # one cell beside all names
    names = [row.cells[0].paragraphs[0] for row in table.rows]
    assert {name._p.pPr.find(qn("w:jc")).get(qn("w:val")) for name in names} == {"distribute"}
    assert {str(name.runs[0].font.color.rgb) for name in names} == {"FF0000"}
    assert document.element.body.index(table._tbl) < document.element.body.index(paragraph(document, NOTICE.number)._p)


def test_a_letter_has_its_mark_30_mm_from_the_papers_edge(word):
    document = word(PLAIN, layout=Layout.LETTER, mark="天津市蓟州区工业和信息化局")
    mark, line, _ = document.sections[0].first_page_header.paragraphs
    assert mark.text == "天津市蓟州区工业和信息化局"
    top = int(mark._p.pPr.find(qn("w:framePr")).get(qn("w:y"))) / 1440 * 25.4
    assert top + 0.06 * mark.runs[0].font.size.mm == pytest.approx(30, abs=0.1)
    begin = int(line._p.pPr.find(qn("w:framePr")).get(qn("w:y"))) / 1440 * 25.4 + line.paragraph_format.line_spacing.mm
    assert begin == pytest.approx(30 + 0.93 * mark.runs[0].font.size.mm + 4, abs=0.1)


def test_a_letters_double_lines_are_170_mm_long_and_in_the_papers_middle(word):
    section = word(PLAIN, layout=Layout.LETTER).sections[0]
    upper, lower = section.first_page_header.paragraphs[1], section.first_page_footer.paragraphs[0]
    for row, style in ((upper, "thickThinSmallGap"), (lower, "thinThickSmallGap")):
        frame = row._p.pPr.find(qn("w:framePr"))
        assert int(frame.get(qn("w:w"))) / 1440 * 25.4 == pytest.approx(170, abs=0.1)
        assert int(frame.get(qn("w:x"))) / 1440 * 25.4 == pytest.approx(20, abs=0.1)
        (border,) = row._p.pPr.find(qn("w:pBdr"))
        assert (border.get(qn("w:val")), border.get(qn("w:color"))) == (style, "FF0000")
    foot = int(lower._p.pPr.find(qn("w:framePr")).get(qn("w:y"))) / 1440 * 25.4
    assert foot == pytest.approx(297 - 20, abs=2)


def test_a_letters_first_page_bears_no_number_and_the_others_do(word):
    section = word(PLAIN, layout=Layout.LETTER).sections[0]
    assert "PAGE" not in section.first_page_footer._element.xml
    assert "PAGE" in section.even_page_footer._element.xml


def test_a_letters_number_stands_right_in_the_row_of_what_is_secret(word):
    document = word(PLAIN, layout=Layout.LETTER, copy_number="", urgency="")
    row = paragraph(document, NOTICE.number)
    assert row.text == f"秘密★1年\t{NOTICE.number}"
    assert tabs(row) == [184.0]


def test_minutes_say_who_issued_them_and_when_over_the_red_line(word):
    document = word(PLAIN, layout=Layout.MINUTES, number="第3期")
    row = paragraph(document, "2020年12月30日")
    assert row.text == f"{OFFICE}\t2020年12月30日"
    assert tabs(row) == [round(184 - CELL, 1)]
    assert texts(document).index("第3期") + 1 == texts(document).index(row.text)
    assert tops(document)[row.text] - tops(document)["第3期"] == pytest.approx(EM + ROW, abs=0.2)
    assert paragraph(document, f"{OFFICE}会议纪要")


def test_an_order_has_its_mark_20_mm_under_the_text_areas_edge_and_no_line(word):
    """10.2: number two blank rows under the mark, the body two blank rows under the number; no title."""
    document = word(PLAIN, layout=Layout.ORDER, number="第5号", copy_number="", secrecy="", urgency="")
    found, mark = tops(document), paragraph(document, f"{OFFICE}令").runs[0].font.size.mm
    assert found[f"{OFFICE}令"] + 0.06 * mark == pytest.approx(57, abs=0.2)
    assert found["第5号"] == pytest.approx(57 + 0.93 * mark + 2 * ROW, abs=0.2)
    assert found["全区完成42家。"] - found["第5号"] == pytest.approx(3 * ROW, abs=0.1)
    assert not any(row._p.pPr.find(qn("w:pBdr")) is not None for row in document.paragraphs)
    assert NOTICE.title not in texts(document)
