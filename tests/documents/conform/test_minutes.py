"""The minutes format (GB/T 9704-2012, 10.3), right and made wrong on purpose."""

from dataclasses import replace

import pytest

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.domain.face import Role

EM, ROW = 16 * 25.4 / 72, 225 / 22
BODY = ((2, Role.FANGSONG, "会议听取了创新转型工作进展情况汇报。"),)


@pytest.fixture
def draw_minutes(new_sheet, specimen):
    def drawn(
        *, word="出席", lead=Role.HEI, names=Role.FANGSONG, colon="：", indent=2.0, turned=5.0, gap=2, size=16,
        attended=True, **mark,
    ):  # fmt: skip
        said = {"mark": "创新转型工作会议纪要", "title": ("推进创新转型工作",), "addressee": "", "body": BODY}
        minutes = replace(specimen, **{**said, "mark_top": 72.0, "addressee_rows": 1.0, **mark})
        sheet = new_sheet()
        sheet.page()
        bottom = minutes.draw_mark(sheet, minutes.mark_top)
        rule = bottom + ROW
        sheet.line(28, rule, 184, rule, width=0.5, color=RED)
        minutes.after_head(sheet, rule + 2 * ROW)
        # the body's line stands a blank row under the title's
        y = rule + 2 * ROW + specimen_rise() + (2 + gap) * ROW
        if attended:
            x = 28 + indent * minutes.cell
            x += sheet.text(x, y, word, lead, size) + sheet.text(x + 2 * EM, y, colon, Role.FANGSONG, size)
            sheet.text(x, y, "张立新　王志强　李淑琴　赵国栋　刘凤英", names, size)
            sheet.text(x + (turned - 5) * EM, y + ROW, "孙建华　周永利", names, size)
        minutes.colophon(sheet)
        minutes.page_number(sheet, 1)
        return sheet.finish().file

    return drawn


def specimen_rise():
    return 0.86 * 22 * 25.4 / 72


def faults(file):
    found = [finding for finding in measure(file) if finding.clause == "L-03"]
    assert found
    return [finding.text for finding in found if not finding.ok]


def test_right_minutes_pass(draw_minutes):
    assert faults(draw_minutes()) == []


WRONG = {
    "标志偏高": ({"mark_top": 60.0}, "发文机关标志上边缘至版心上边缘 35 mm"),
    "标志不居中": ({"mark_shift": 5}, "发文机关标志居中"),
    "标志过宽": ({"mark_size": 48}, "发文机关标志不宽于版心"),
    "标志用黑体": ({"mark_role": Role.HEI}, "发文机关标志字体"),
    "出席用仿宋": ({"lead": Role.FANGSONG}, "“出席”字体"),
    "姓名用楷体": ({"names": Role.KAI}, "出席人员姓名字体"),
    "回行不对齐": ({"turned": 3.0}, "人员名单回行与首字对齐"),
    "半角冒号": ({"colon": ":"}, "“出席”后标全角冒号"),
    "出席顶格": ({"indent": 0.0}, "“出席”左空二字"),
    "出席四号": ({"size": 14}, "出席人员字号"),
    "正文下不空行": ({"gap": 1}, "正文下空一行编排出席人员"),
    "列席用仿宋": ({"word": "列席", "lead": Role.FANGSONG}, "“列席”字体"),
    "请假半角冒号": ({"word": "请假", "colon": ":"}, "“请假”后标全角冒号"),
    "没有出席人员": ({"attended": False}, "出席人员名单"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_each_figure_of_the_minutes_fails_when_drawn_wrong(draw_minutes, wrong):
    changes, expected = WRONG[wrong]
    assert expected in faults(draw_minutes(**changes))


def test_no_check_of_the_minutes_is_left_untried(draw_minutes, untried):
    wrong = (draw_minutes(**changes) for changes, _ in WRONG.values())
    assert untried(lambda: [draw_minutes()], lambda: wrong, {"L-03"}) == set()
