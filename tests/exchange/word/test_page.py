"""The Word page: A4 with the standard's margins, 22 rows of 28 characters, numbers at its foot, turned for a table."""

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from jizhou_desktop.domain.document import Annex, Layout, Paragraph

from .conftest import NOTICE, PLAIN, WIDE, paragraph, texts


def test_the_page_is_a4_with_the_standards_margins(word):
    section = word().sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides] == [210, 297, 37, 28, 26]
    assert round(section.bottom_margin.mm) == 35


def test_the_grid_has_22_rows_of_28_characters(word):
    """Word counts rows in twentieths of a pt and characters from 3号 (16 pt) in 1/4096 pt; all must fit."""
    document = word()
    for section in document.sections:
        (grid,) = section._sectPr.findall(qn("w:docGrid"))
        assert grid.get(qn("w:type")) == "linesAndChars"
        assert int(grid.get(qn("w:linePitch"))) == 579  # 12,756 twentieths in 225 mm
        assert (16 + int(grid.get(qn("w:charSpace"))) / 4096) * 28 == pytest.approx(156 / 25.4 * 72, abs=0.1)
        assert (16 + int(grid.get(qn("w:charSpace"))) / 4096) * 28 <= 156 / 25.4 * 72


def test_22_rows_fit_the_text_area_and_28_characters_a_row(word):
    row = paragraph(word(), "全区完成")
    assert 22 * row.paragraph_format.line_spacing.mm <= 225
    closer = int(row.runs[0]._r.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert 28 * (16 + closer) <= 156 / 25.4 * 72 < 28.5 * (16 + closer)


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(word):
    document = word()
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, even.text) == ("— 1 —", "— 1 —")
    assert (int(odd.alignment), int(even.alignment)) == (2, 0)
    assert {run.font.size.pt for run in odd.runs} == {14}
    assert {run.font.name for run in odd.runs} == {"宋体"}
    assert "PAGE" in odd._p.xml


def test_a_page_numbers_dash_lies_7_mm_under_the_text(word):
    """The dash reaches 0.3 em above the baseline, which lies at four fifths of the row at the footer's lower edge."""
    section = word().sections[0]
    height = section.footer.paragraphs[0].paragraph_format.line_spacing.mm
    dash = 297 - section.footer_distance.mm - height / 5 - 0.3 * 14 / 72 * 25.4
    assert dash == pytest.approx(37 + 225 + 7, abs=0.1)


def test_a_turned_page_has_the_margins_of_an_upright_one_turned(word):
    turned = word().sections[1]
    assert turned.orientation == WD_ORIENT.LANDSCAPE
    sides = (turned.top_margin, turned.right_margin, turned.bottom_margin, turned.left_margin)
    assert [round(side.mm) for side in sides] == [28, 37, 26, 35]


def test_a_turned_page_bears_its_number_where_an_upright_one_does(word):
    """So at its left side, from 28 to 184 mm down, the text running down: at the end on odd pages, at first on even."""
    turned = word().sections[1]
    for header, align in ((turned.header, 2), (turned.even_page_header, 0)):
        (table,) = header.tables
        place = table._tbl.tblPr.find(qn("w:tblpPr"))
        assert int(place.get(qn("w:tblpY"))) == pytest.approx(28 / 25.4 * 1440, abs=1)
        assert int(place.get(qn("w:tblpX"))) / 1440 * 25.4 < 35
        assert table.rows[0].height.mm == pytest.approx(156, abs=0.1)
        cell = table.cell(0, 0)
        assert cell._tc.tcPr.find(qn("w:textDirection")).get(qn("w:val")) == "tbRl"
        assert cell.text == "— 1 —"
        assert int(cell.paragraphs[0].alignment) == align
    assert [part.paragraphs[0].text for part in (turned.footer, turned.even_page_footer)] == ["", ""]


def test_a_colophon_alone_on_the_page_after_turned_ones_bears_no_number(word):
    document = word()
    assert [section.orientation for section in document.sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip
    last = document.sections[-1]
    for part in (last.header, last.even_page_header, last.footer, last.even_page_footer):
        assert not part.is_linked_to_previous
        assert part.tables == []
        assert [row.text for row in part.paragraphs] == [""]


def test_what_ends_a_section_takes_no_row(word):
    """Else it would fall on a page of its own where the text fills one."""
    ends = [row for row in word().paragraphs if row._p.pPr.find(qn("w:sectPr")) is not None]
    assert [row.paragraph_format.line_spacing.pt for row in ends] == [1, 1]


def test_an_upright_annex_after_a_turned_one_is_numbered_at_its_foot_again(word):
    last = word(annexes=[Annex("甲表", [WIDE]), Annex("乙表", [Paragraph("略。")])]).sections[-1]
    assert last.orientation == WD_ORIENT.PORTRAIT
    assert last.footer.paragraphs[0].text == "— 1 —"
    assert last.header.tables == []


def test_without_a_colophon_nothing_follows_a_turned_page(word):
    assert len(word(copies_to="", printed_by="").sections) == 2


def test_only_a_letter_has_a_first_page_of_its_own(word):
    document = word(layout=Layout.LETTER)
    assert [section.different_first_page_header_footer for section in document.sections] == [True, False, False]
    assert not word(PLAIN).sections[0].different_first_page_header_footer


def test_text_is_chinese_and_breaks_by_chinese_rules(word):
    """避头尾 is Word's own where the text is Chinese; no mark hangs out, marks are drawn together instead."""
    document = word()
    languages = {mark.get(qn("w:eastAsia")) for mark in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"zh-CN"}
    properties = paragraph(document, "全区完成")._p.pPr
    assert properties.find(qn("w:kinsoku")) is None  # on unless it is said to be off
    assert properties.find(qn("w:overflowPunct")).get(qn("w:val")) == "0"
    (kept,) = document.settings.element.iter(qn("w:characterSpacingControl"))
    assert kept.get(qn("w:val")) == "compressPunctuation"


def test_what_an_office_pastes_in_stands_in_the_same_rows(word):
    """Normal text is 3号 仿宋 at the rows' pitch, without the blank that Word's own template leaves below."""
    normal = word().styles["Normal"]
    form = normal.paragraph_format
    assert (form.line_spacing.pt, form.space_after.pt) == (28.95, 0)
    assert normal.element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert normal.font.size.pt == 16


def test_what_stands_in_an_empty_header_or_footer_takes_no_room(word):
    sections = list(word().sections)
    empty = [sections[1].footer, sections[2].header, sections[2].footer, sections[2].even_page_footer]
    assert {part.paragraphs[0].paragraph_format.line_spacing.pt for part in empty} == {1}


def test_figures_take_no_room_beside_characters(word):
    """Half a character a figure, as the grid wants, so 2020年 is three characters wide."""
    properties = paragraph(word(), "全区完成")._p.pPr
    assert {properties.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("autoSpaceDE", "autoSpaceDN")} == {"0"}


def test_words_window_does_not_say_that_the_file_is_old(word):
    modes = [
        setting.get(qn("w:val"))
        for setting in word().settings.element.iter(qn("w:compatSetting"))
        if setting.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]


def test_the_parts_follow_in_the_standards_order(word):
    said = "\n".join(texts(word()))
    order = (
        "000001", "秘密★1年", "特急", "文件", NOTICE.number, "年终考核结果的通报", "各乡镇人民政府", "一、总体情况",
        "附件：各乡镇考核结果", "区政府办公室", "2020年12月30日", "（此件主动公开）",
    )  # fmt: skip
    places = [said.index(part) for part in order]
    assert places == sorted(places)
