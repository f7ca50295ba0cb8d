"""The minutes format (GB/T 9704-2012, 10.3), right and made wrong on purpose."""

from dataclasses import replace

import pytest

from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.domain.face import Role

EM, ROW = 16 * 25.4 / 72, 225 / 22


@pytest.fixture
def draw_minutes(sheet, specimen):
    def drawn(*, mark_top=72.0, lead=Role.HEI, names=Role.FANGSONG, turned=5.0):
        minutes = replace(specimen, mark="创新转型工作会议纪要", title=("推进创新转型工作",), addressee="")
        sheet.page()
        bottom = minutes.draw_mark(sheet, mark_top)
        minutes.after_head(sheet, bottom + 2 * ROW)
        y = minutes.top + 17 * ROW
        x = 28 + 2 * minutes.cell
        x += sheet.text(x, y, "出席", lead, 16) + sheet.text(x + 2 * EM, y, "：", Role.FANGSONG, 16)
        sheet.text(x, y, "张立新　王志强　李淑琴　赵国栋　刘凤英", names, 16)
        sheet.text(x + (turned - 5) * EM, y + ROW, "孙建华　周永利", names, 16)
        minutes.colophon(sheet)
        minutes.page_number(sheet, 1)
        return sheet.finish().file

    return drawn


def faults(file):
    found = [finding for finding in measure(file) if finding.clause == "L-03"]
    assert found
    return [finding.text for finding in found if not finding.ok]


def test_right_minutes_pass(draw_minutes):
    assert faults(draw_minutes()) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"mark_top": 60.0}, "发文机关标志上边缘至版心上边缘 35 mm"),
        ({"lead": Role.FANGSONG}, "“出席”字体"),
        ({"names": Role.KAI}, "出席人员姓名字体"),
        ({"turned": 3.0}, "人员名单回行与首字对齐"),
    ],
)
def test_each_figure_of_the_minutes_fails_when_drawn_wrong(draw_minutes, changes, expected):
    assert expected in faults(draw_minutes(**changes))
