"""Wide tables (GB/T 9704-2012, 9): the page turned, its number where it always is."""

import pytest

from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.domain.face import Role

EM_4, ROW = 14 * 25.4 / 72, 225 / 22


@pytest.fixture
def draw_wide(sheet, specimen):
    """Two pages of text, then a wide one whose number is turned as told."""

    def drawn(*, turn=270.0, size=14.0, form="— 3 —", role=Role.SONG, gap=7.0, along=0.0):
        for number, fill in enumerate((specimen.first_page, specimen.last_text_page), 1):
            sheet.page()
            fill(sheet)
            specimen.page_number(sheet, number)
        sheet.page(297, 210)
        sheet.text(37, 28 + EM_4, "附件1", Role.HEI, 16)
        sheet.text(110, 50, "行动计划任务分解表", Role.TITLE, 22)
        down = 184 - EM_4 - sheet.width(form, role, size) + along
        line = 297 - 262 - gap - sheet.ink("—", role, size).top
        sheet.text(line, down if turn == 270 else 184 - EM_4, form, role, size, turn=turn)
        return sheet.finish().file

    return drawn


def faults(file):
    found = [finding for finding in measure(file) if finding.clause == "T-01"]
    assert found
    return [finding.text for finding in found if not finding.ok]


def test_a_right_wide_page_passes(draw_wide):
    assert faults(draw_wide()) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"turn": 90.0}, "横排表格方向"),
        ({"turn": 0.0}, "第 3 页页码（横排页）"),
        ({"size": 10.5}, "横排页页码字号"),
        ({"form": "— 4 —"}, "横排页页码写法"),
        ({"role": Role.FANGSONG}, "横排页页码字体"),
        ({"gap": 3.0}, "横排页页码一字线距版心 7 mm"),
        ({"along": 5.0}, "单页码居右空一字"),
    ],
)
def test_each_figure_of_the_wide_page_fails_when_drawn_wrong(draw_wide, changes, expected):
    assert expected in faults(draw_wide(**changes))


@pytest.mark.parametrize(("along", "expected"), [(0.0, []), (6.0, ["双页码居左空一字"])])
def test_the_number_of_an_even_wide_page_stands_where_its_left_edge_is(sheet, specimen, along, expected):
    sheet.page()
    specimen.first_page(sheet)
    specimen.page_number(sheet, 1)
    sheet.page(297, 210)
    sheet.text(100, 50, "行动计划任务分解表", Role.TITLE, 22)
    line = 297 - 262 - 7 - sheet.ink("—", Role.SONG, 14).top
    sheet.text(line, 28 + EM_4 + along, "— 2 —", Role.SONG, 14, turn=270)
    assert faults(sheet.finish().file) == expected


def test_an_upright_page_whose_table_is_turned_is_read_as_a_wide_one(sheet, specimen):
    for number, fill in enumerate((specimen.first_page, specimen.last_text_page), 1):
        sheet.page()
        fill(sheet)
        specimen.page_number(sheet, number)
    sheet.page()
    sheet.text(28 + EM_4, 262, "附件1", Role.HEI, 16, turn=90)
    middle = 262 - 225 / 2 + sheet.width("行动计划任务分解表", Role.TITLE, 22) / 2
    sheet.text(28 + EM_4 + 2 * ROW, middle, "行动计划任务分解表", Role.TITLE, 22, turn=90)
    specimen.page_number(sheet, 3)
    assert faults(sheet.finish().file) == []
