"""Wide tables (GB/T 9704-2012, 9): the page turned, its number where it always is."""

import pytest

from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.domain.face import Role

EM_4 = 14 * 25.4 / 72


@pytest.fixture
def draw_wide(sheet, specimen):
    """Two pages of text, then a wide one whose number is turned as told."""

    def drawn(*, turn=270.0, size=14.0, form="— 3 —"):
        for number, fill in enumerate((specimen.first_page, specimen.last_text_page), 1):
            sheet.page()
            fill(sheet)
            specimen.page_number(sheet, number)
        sheet.page(297, 210)
        sheet.text(37, 28 + EM_4, "附件1", Role.HEI, 16)
        sheet.text(110, 50, "行动计划任务分解表", Role.TITLE, 22)
        down = 184 - EM_4 - sheet.width(form, Role.SONG, size)
        sheet.text(297 - 262 - 9, down if turn == 270 else 184 - EM_4, form, Role.SONG, size, turn=turn)
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
    ],
)
def test_each_figure_of_the_wide_page_fails_when_drawn_wrong(draw_wide, changes, expected):
    assert expected in faults(draw_wide(**changes))


def test_an_upright_page_whose_table_is_turned_is_read_as_a_wide_one(sheet, specimen):
    for number, fill in enumerate((specimen.first_page, specimen.last_text_page), 1):
        sheet.page()
        fill(sheet)
        specimen.page_number(sheet, number)
    sheet.page()
    sheet.text(28 + EM_4, 260, "附件1", Role.HEI, 16, turn=90)
    sheet.text(50, 190, "行动计划任务分解表", Role.TITLE, 22, turn=90)
    specimen.page_number(sheet, 3)
    assert faults(sheet.finish().file) == []
