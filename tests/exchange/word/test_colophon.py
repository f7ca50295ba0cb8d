"""版记 in Word: at the foot of the page where the text ends, wherever editing moves that."""

import pytest
from docx.oxml.ns import qn

from jizhou_desktop.domain.document import Layout, Paragraph

from .conftest import CELL, NOTICE, OFFICE, PLAIN, texts

VILLAGES = "，".join(f"第{number}村民委员会" for number in range(80))


def colophon(document):
    return document.tables[-1]


def test_it_floats_to_the_lower_edge_of_the_text_area(word):
    place = colophon(word())._tbl.tblPr.find(qn("w:tblpPr"))
    said = {name: place.get(qn(f"w:{name}")) for name in ("vertAnchor", "tblpYSpec", "horzAnchor")}
    assert said == {"vertAnchor": "margin", "tblpYSpec": "bottom", "horzAnchor": "page"}
    assert int(place.get(qn("w:tblpX"))) / 1440 * 25.4 == pytest.approx(28, abs=0.1)


def test_it_hangs_on_the_last_paragraph(word):
    document = word(PLAIN)
    anchor = colophon(document)._tbl.getnext()
    assert anchor.tag == qn("w:p")
    assert anchor.getnext().tag == qn("w:sectPr")


def test_its_first_and_last_rule_are_thick_and_the_inner_one_thin(word):
    """In eighths of a pt: 0.35 mm and 0.25 mm; none at the sides."""
    borders = colophon(word())._tbl.tblPr.find(qn("w:tblBorders"))
    millimetres = {border.tag: round(int(border.get(qn("w:sz"))) / 8 / 72 * 25.4, 2) for border in borders}
    assert millimetres == {qn("w:top"): 0.35, qn("w:bottom"): 0.35, qn("w:insideH"): 0.26}


def test_it_says_who_gets_a_copy_and_who_printed_when(word):
    table = colophon(word())
    assert table.rows[0].cells[0].text == "抄送：区委办公室，区人大常委会办公室。"
    assert [cell.text for cell in table.rows[1].cells] == [OFFICE, "2020年12月31日印发"]


def test_it_is_set_in_14_pt_with_one_character_free_at_its_sides(word):
    table = colophon(word())
    copies, office, date = (table.cell(*place).paragraphs[0] for place in ((0, 0), (1, 0), (1, 1)))
    em = 14 / 72 * 25.4
    assert {run.font.size.pt for row in (copies, office, date) for run in row.runs} == {14}
    assert office.paragraph_format.left_indent.mm == pytest.approx(em, abs=0.1)
    assert date.paragraph_format.right_indent.mm == pytest.approx(em, abs=0.1)
    form = copies.paragraph_format
    assert form.left_indent.mm == pytest.approx(4 * em, abs=0.1)  # turned rows under the first name
    assert form.first_line_indent.mm == pytest.approx(-3 * em, abs=0.1)


def test_addressees_for_whom_the_first_page_has_no_room_are_named_in_it(word):
    """80 villages of 8 characters take more rows than the first page has; the page must show text (7.3.2)."""
    document = word(PLAIN, addressees=VILLAGES)
    assert colophon(document).rows[0].cells[0].text == f"主送：{VILLAGES}。"
    assert not any(VILLAGES in text for text in texts(document))
    assert [row.cells[0].text for row in colophon(word(PLAIN)).rows] == [OFFICE]


def test_no_rule_stands_between_addressees_and_copies(word):
    """So both stand in one cell (7.4.2)."""
    rows = colophon(word(PLAIN, addressees=VILLAGES, copies_to="区委办公室")).rows
    assert [row.cells[0].text for row in rows] == [f"主送：{VILLAGES}。\n抄送：区委办公室。", OFFICE]


def test_a_letter_has_neither_rules_nor_printing_office(word):
    """10.1."""
    document = word(NOTICE, layout=Layout.LETTER, annexes=(), blocks=[Paragraph("特此致函。")])
    assert "印发" not in document.element.xml
    assert colophon(document).rows[0].cells[0].text.startswith("抄送：")
    assert colophon(document)._tbl.tblPr.find(qn("w:tblBorders")) is None


def test_a_letter_without_copies_has_none_at_all(word):
    document = word(PLAIN, layout=Layout.LETTER)
    assert document.tables == []


def test_it_is_as_wide_as_the_text(word):
    assert sum(column.width.mm for column in colophon(word()).columns) == pytest.approx(28 * CELL, abs=0.1)
