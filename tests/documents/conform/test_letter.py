"""The letter format (GB/T 9704-2012, 10.1), right and made wrong on purpose."""

from dataclasses import dataclass, replace

import pytest

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.domain.face import Role

EM, ROW = 16 * 25.4 / 72, 225 / 22
MARK = "天津市蓟州区工业和信息化局"
BODY = (
    (2, Role.FANGSONG, "按照行动计划要求，现推荐天津市渔阳机械有限公司申报今"),
    (0, Role.FANGSONG, "年智能化技术改造项目，请予审核。"),
)


@dataclass(frozen=True)
class Letter:
    """What may be drawn otherwise than the standard asks; the defaults are right."""

    mark_top: float = 30
    mark_colour: tuple[float, float, float] = RED
    mark_shift: float = 0
    mark_role: Role = Role.TITLE
    mark_size: float = 30
    gap: float = 4
    lower: float = 277
    length: float = 170
    thick: float = 1.0
    thin: float = 0.3
    number_right: float = 184
    number_gap: float = EM * 7 / 8
    first_numbered: bool = False
    colophon_ruled: bool = False
    colophon_printed: bool = False
    colophon_at: float = 260
    head_shift: float = 0
    foot_shift: float = 0
    title_rows: float = 2
    corner_drop: float = 0
    lower_doubled: bool = True

    def first_page(self, sheet, specimen):
        role, size = self.mark_role, self.mark_size
        ink = sheet.ink(MARK, role, size)
        y = self.mark_top + ink.top
        x = 106 - sheet.width(MARK, role, size) / 2 + self.mark_shift
        sheet.text(x, y, MARK, role, size, color=self.mark_colour)
        rule = y - ink.bottom + self.gap
        left, right = 105 - self.length / 2 + self.head_shift, 105 + self.length / 2 + self.head_shift
        sheet.line(left, rule, right, rule, width=self.thick, color=RED)
        sheet.line(left, rule + 1.2, right, rule + 1.2, width=self.thin, color=RED)
        left, right = left - self.head_shift + self.foot_shift, right - self.head_shift + self.foot_shift
        if self.lower_doubled:
            sheet.line(left, self.lower - 1.2, right, self.lower - 1.2, width=self.thin, color=RED)
        sheet.line(left, self.lower, right, self.lower, width=self.thick, color=RED)
        self.after_rule(sheet, specimen, rule + 1.2)
        if self.first_numbered:
            specimen.page_number(sheet, 1)

    def after_rule(self, sheet, specimen, rule):
        number = "蓟工信函〔2020〕12号"
        ink = sheet.ink(number, Role.FANGSONG, 16)
        y = rule + self.number_gap + ink.top
        sheet.text(self.number_right - sheet.width(number, Role.FANGSONG, 16), y, number, Role.FANGSONG, 16)
        if self.corner_drop:
            sheet.text(28, y - self.corner_drop, "特急", Role.HEI, 16)
        said = {"title": ("关于推荐智能化技术改造项目的函",), "addressee": "市工业和信息化局：", "body": BODY}
        replace(specimen, **said).after_head(sheet, y + self.title_rows * ROW)

    def draw(self, sheet, specimen):
        sheet.page()
        self.first_page(sheet, specimen)
        sheet.page()
        specimen.line(sheet, specimen.baseline(1), 2, Role.FANGSONG, "请于本月底前函复。")
        specimen.ending(sheet, 4)
        self.colophon(sheet, specimen)
        specimen.page_number(sheet, 2)
        return sheet.finish().file

    def colophon(self, sheet, specimen):
        if self.colophon_ruled:
            specimen.colophon(sheet)
            return
        free = 14 * 25.4 / 72
        if self.colophon_printed:
            sheet.text(28 + free, self.colophon_at, f"{MARK}办公室", Role.FANGSONG, 14)
            printed = sheet.width(specimen.printed, Role.FANGSONG, 14)
            sheet.text(184 - free - printed, self.colophon_at, specimen.printed, Role.FANGSONG, 14)
        else:
            sheet.text(28 + free, self.colophon_at, "抄送：区财政局。", Role.FANGSONG, 14)


def faults(file):
    return [f"{finding.clause} {finding.text}" for finding in measure(file) if not finding.ok]


def test_a_right_letter_passes_every_clause(sheet, specimen):
    file = Letter().draw(sheet, specimen)
    assert faults(file) == []
    clauses = {finding.clause for finding in measure(file)}
    assert "L-01" in clauses
    assert "H-04" not in clauses


WRONG = {
    "标志偏低": ({"mark_top": 37}, "L-01 发文机关标志上边缘"),
    "双线贴标志": ({"gap": 1}, "L-01 红色双线在发文机关标志下 4 mm"),
    "下双线偏高": ({"lower": 270}, "L-01 红色双线距下页边 20 mm"),
    "双线过短": ({"length": 167}, "L-01 发文机关标志下红色双线长"),
    "双线粗细相反": ({"thick": 0.3, "thin": 1.0}, "L-01 发文机关标志下红色双线粗细"),
    "文号不顶格": ({"number_right": 178}, "L-01 发文字号居右顶格"),
    "文号紧贴双线": ({"number_gap": 1}, "L-01 第一个要素距第一条双线 7/8 字高"),
    "首页有页码": ({"first_numbered": True}, "L-01 首页不显示页码"),
    "版记有分隔线": ({"colophon_ruled": True}, "R-01 信函格式版记不加分隔线"),
    "版记有印发机关": ({"colophon_printed": True}, "R-03 信函格式版记不加印发机关和印发日期"),
    "标志不居中": ({"mark_shift": 5}, "L-01 发文机关标志居中"),
    "标志用黑体": ({"mark_role": Role.HEI}, "L-01 发文机关标志字体"),
    "标志宽过版心": ({"mark_size": 36}, "L-01 发文机关标志不宽于版心"),
    "上双线偏右": ({"head_shift": 3}, "L-01 发文机关标志下红色双线居中"),
    "双线偏右": ({"foot_shift": 3}, "L-01 下页边红色双线居中"),
    "下页边只有一条线": ({"lower_doubled": False}, "L-01 下页边红色双线"),
    "下页边线粗细相反": ({"thick": 0.3, "thin": 1.0}, "L-01 下页边红色双线粗细"),
    "下页边线过短": ({"length": 167}, "L-01 下页边红色双线长"),
    "标题紧贴文号": ({"title_rows": 1}, "L-01 标题与其上最后一个要素相距二行"),
    "紧急程度高于文号": ({"corner_drop": 3}, "L-01 发文字号与第一个要素同行"),
    "版记浮在半空": ({"colophon_at": 240}, "L-01 信函格式版记在版心最下方"),
    "标志不红": ({"mark_colour": (0, 0, 0)}, "L-01 发文机关标志（红色）"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_each_clause_of_the_letter_fails_on_one_made_wrong(sheet, specimen, wrong):
    changes, expected = WRONG[wrong]
    found = faults(Letter(**changes).draw(sheet, specimen))
    assert any(fault.startswith(expected) for fault in found), found


def test_no_check_of_the_letter_is_left_untried(sheet, specimen, new_sheet, untried):
    def wrong():
        return (Letter(**changes).draw(new_sheet(), specimen) for changes, _ in WRONG.values())

    assert untried(lambda: [Letter().draw(sheet, specimen)], wrong, {"L-01"}) == set()


def test_a_letter_without_number_or_mark_is_told(sheet, specimen):
    sheet.page()
    for y in (60, 61.2, 276, 277.2):
        sheet.line(20, y, 190, y, color=RED)
    specimen.after_head(sheet, 80)
    found = faults(sheet.finish().file)
    assert "L-01 发文机关标志（红色）" in found
    assert "L-01 发文字号" in found
