"""附件说明, signature, date, 附注 and 出席 in Word."""

import pytest
from docx.enum.text import WD_TAB_ALIGNMENT

from jizhou_desktop.domain.document import Annex, Layout, Paragraph, SignatureStamp

from .conftest import CELL, NOTICE, OFFICE, PLAIN, TABLE, face, indents, paragraph, tabs, texts

DATE = "2020年12月30日"
MIDDLE = 184 - (4 + 3.5) * CELL
"""The middle of the date: it is 7 characters wide (8 half figures, 年月日) and leaves four free."""


def test_a_stamped_name_is_centred_on_the_date_which_leaves_four_characters(word):
    document = word()
    for text in ("区政府办公室", DATE):
        row = paragraph(document, f"\t{text}")
        assert tabs(row) == [round(MIDDLE, 1)]
        assert row.paragraph_format.tab_stops[0].alignment == WD_TAB_ALIGNMENT.CENTER


def test_a_name_too_long_to_be_centred_stays_in_the_text_area(word):
    name = "天津市蓟州区人民政府推进中小企业创新转型工作领导小组办公室"[:20]
    row = paragraph(word(PLAIN, signed=[name]), name)
    assert tabs(row) == [round(184 - 10 * CELL, 1)]


def test_two_blank_rows_leave_room_for_the_stamp(word):
    said = texts(word(PLAIN))
    name = said.index("\t区政府办公室")
    assert said[name - 2 : name + 2] == ["", "", "\t区政府办公室", f"\t{DATE}"]


def test_three_offices_sign_side_by_side_the_last_over_the_date(word):
    row = paragraph(word(PLAIN, signed=["区财政局", "区商务局", "区统计局"]), "区财政局")
    assert row.text == "\t区财政局\t区商务局\t区统计局"
    first, second, third = tabs(row)
    assert third == round(MIDDLE, 1)
    assert (second - first, third - second) == pytest.approx((45, 45), abs=0.11)  # two stamps of 42 mm do not touch


def test_offices_with_long_names_sign_in_rows_that_leave_room_for_stamps(word):
    document = word(PLAIN, signed=["区工业和信息化局", "区财政局", "区科学技术局"])
    said = texts(document)
    assert said.index("\t区科学技术局") - said.index("\t区工业和信息化局\t区财政局") == 5
    assert tabs(paragraph(document, "区科学技术局")) == [round(MIDDLE, 1)]


def test_an_unstamped_date_begins_two_characters_right_of_the_name(word):
    """The name of 13 ends two from the right, so it begins at 15, the date of 7 at 13 and ends at 6."""
    document = word(PLAIN, stamped=False, signed=[OFFICE])
    name = next(found for found in document.paragraphs if found.text == OFFICE)
    assert indents(name)[1] == 2
    assert indents(paragraph(document, DATE))[1] == 6


def test_an_unstamped_name_shorter_than_the_date_begins_two_characters_left_of_it(word):
    """The date of 7 ends two from the right and begins at 9, the name of 4 at 11 and ends at 7."""
    document = word(PLAIN, stamped=False, signed=["区工信局"])
    assert indents(paragraph(document, DATE))[1] == 2
    assert indents(paragraph(document, "区工信局"))[1] == 7


def test_unstamped_offices_are_centred_under_each_other(word):
    document = word(PLAIN, stamped=False, signed=["区工业和信息化局", "区财政局"])
    assert [indents(paragraph(document, name))[1] for name in ("区工业和信息化局", "区财政局")] == [2, 4]


def test_a_signers_own_stamp_stands_right_of_the_post_a_blank_row_over_the_date(word):
    document = word(PLAIN, signature_stamp=SignatureStamp("镇长", "王样例"))
    row = paragraph(document, "王样例")
    assert row.text == "镇长　　王样例"
    assert indents(row)[1] == indents(paragraph(document, DATE))[1] == 4
    assert face(document, "王样例") == ("楷体_GB2312", 16)
    said = texts(document)
    place = said.index(row.text)
    assert said[place - 2 : place + 3] == ["", "", row.text, "", DATE]


def test_a_note_in_brackets_is_indented_two_characters(word):
    row = paragraph(word(), "此件主动公开")
    assert row.text == "（此件主动公开）"
    assert row.paragraph_format.first_line_indent.mm == pytest.approx(2 * CELL, abs=0.1)


def test_several_annexes_are_numbered_under_each_other(word):
    document = word(annexes=[Annex("甲表", []), Annex("乙表", [])])
    first, second = paragraph(document, "附件：1.甲表"), paragraph(document, "2.乙表")
    assert indents(first)[0] == indents(second)[0]
    assert first.paragraph_format.first_line_indent.mm == pytest.approx(-4 * CELL, abs=0.1)


def test_an_annex_whose_name_begins_with_a_figure_is_parted_from_its_number(word):
    document = word(annexes=[Annex("2020年甲表", []), Annex("乙表", [])])
    assert paragraph(document, "附件：1. 2020年甲表")


def test_minutes_name_those_present_after_the_body(word):
    """One blank row above; a name is not parted, and what does not fit the 23 characters goes under the first."""
    names = ["王样例"] * 7
    document = word(PLAIN, layout=Layout.MINUTES, attended=names, excused=["赵三"], observers=["冯四"])
    said = texts(document)
    place = said.index("出席：" + "　".join(names[:6]) + "\n王样例")
    assert said[place - 1 : place + 3] == ["", said[place], "请假：赵　三", "列席：冯　四"]
    assert face(document, "请假：")[0] == "黑体"
    row = paragraph(document, "出席：")
    assert indents(row)[0] == 5
    assert row.paragraph_format.first_line_indent.mm == pytest.approx(-3 * CELL, abs=0.1)


def test_names_of_persons_stand_in_columns(word):
    document = word(PLAIN, layout=Layout.MINUTES, attended=["王一", "欧阳样例", "李二三"])
    assert paragraph(document, "出席：").text == "出席：王　一　　欧阳样例　李二三"


def test_nobody_signs_minutes(word):
    document = word(PLAIN, layout=Layout.MINUTES)
    assert not any(text.strip() == "区政府办公室" for text in texts(document))


def test_a_signature_never_stands_alone(word):
    """Two rows of the text at least go with it to the next page."""
    rows = word(PLAIN).paragraphs
    date_row = next(number for number, row in enumerate(rows) if row.text == f"\t{DATE}")
    assert all(row.paragraph_format.keep_with_next for row in rows[date_row - 4 : date_row])
    assert rows[date_row - 4].text == "全区完成42家。"
    assert rows[date_row - 4].paragraph_format.widow_control


def test_a_signature_under_a_table_has_its_last_rows_with_it(word):
    table = word(PLAIN, blocks=[Paragraph("见下表。"), TABLE]).tables[0]
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.rows[-1].cells)


def test_what_needs_no_signature_gets_none(word):
    assert DATE not in "".join(texts(word(NOTICE, dated=None)))
