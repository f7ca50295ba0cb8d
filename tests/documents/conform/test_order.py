"""命令（令）(GB/T 9704-2012, 10.2) with the signer's own stamp (7.3.5.3), right and made wrong on purpose."""

from dataclasses import dataclass, replace

import pytest

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.domain.face import Role

EM, ROW, CELL = 16 * 25.4 / 72, 225 / 22, 156 / 28
BODY = "现公布促进中小企业创新转型办法，自公布之日起施行。"


@dataclass(frozen=True)
class Order:
    """What may be drawn otherwise than the standard asks; the defaults are right."""

    mark: str = "天津市蓟州区人民政府令"
    mark_top: float = 57
    mark_shift: float = 0
    mark_size: float = 36
    mark_role: Role = Role.TITLE
    number: str = "第1号"
    number_rows: float = 2
    number_shift: float = 0
    number_size: float = 16
    number_role: Role = Role.FANGSONG
    body_rows: float = 3
    red_line: bool = False
    post: str = "区长"
    post_role: Role = Role.FANGSONG
    name: str = "张立新"
    name_free: float = 4
    between: float = 2
    signer_rows: float = 3
    date_rows: float = 2
    date_free: float = 4

    def draw(self, sheet, specimen):
        sheet.page()
        said = {"mark": self.mark, "mark_role": self.mark_role, "mark_size": self.mark_size}
        head = replace(specimen, mark_shift=self.mark_shift, **said)
        y = head.draw_mark(sheet, self.mark_top) + self.number_rows * ROW + 0.86 * EM
        width = sheet.width(self.number, self.number_role, self.number_size)
        sheet.text(106 - width / 2 + self.number_shift, y, self.number, self.number_role, self.number_size)
        if self.red_line:
            sheet.line(28, y + 4, 184, y + 4, width=0.5, color=RED)
        y += self.body_rows * ROW
        specimen.line(sheet, y, 2, Role.FANGSONG, BODY)
        y += self.signer_rows * ROW
        name_x = 184 - self.name_free * CELL - sheet.width(self.name, Role.KAI, 16)
        sheet.text(name_x, y, self.name, Role.KAI, 16)
        post = sheet.width(self.post, self.post_role, 16)
        sheet.text(name_x - self.between * CELL - post, y, self.post, self.post_role, 16)
        y += self.date_rows * ROW
        date = "2020年7月21日"
        sheet.text(184 - self.date_free * CELL - sheet.width(date, Role.FANGSONG, 16), y, date, Role.FANGSONG, 16)
        specimen.colophon(sheet)
        specimen.page_number(sheet, 1)
        return sheet.finish().file


def faults(file):
    return [f"{finding.clause} {finding.text}" for finding in measure(file) if not finding.ok]


def test_a_right_order_passes_every_clause(sheet, specimen):
    file = Order().draw(sheet, specimen)
    assert faults(file) == []
    clauses = {finding.clause for finding in measure(file)}
    assert {"L-02", "B-07"} <= clauses
    assert not {"H-04", "H-07", "B-01", "B-02", "B-06"} & clauses


WRONG = {
    "标志在 35 mm 处": ({"mark_top": 72}, "L-02 发文机关标志上边缘"),
    "标志不居中": ({"mark_shift": 5}, "L-02 发文机关标志居中"),
    "标志用黑体": ({"mark_role": Role.HEI}, "L-02 发文机关标志字体"),
    "标志过宽": ({"mark_size": 44}, "L-02 发文机关标志不宽于版心"),
    "令号空一行": ({"number_rows": 1}, "L-02 标志下空二行编排令号"),
    "令号偏右": ({"number_shift": 6}, "L-02 令号居中"),
    "令号四号": ({"number_size": 14}, "L-02 令号字号"),
    "令号用黑体": ({"number_role": Role.HEI}, "L-02 令号字体"),
    "令号无第字": ({"number": "1号"}, "L-02 令号写法"),
    "令号写成别的": ({"number": "2020-1"}, "L-02 令号"),
    "正文紧接令号": ({"body_rows": 2}, "L-02 令号下空二行编排正文"),
    "有红色分隔线": ({"red_line": True}, "L-02 命令（令）不设红色分隔线"),
    "签名章下不空行": ({"date_rows": 1}, "B-07 签名章下空一行编排成文日期"),
    "正文下空一行": ({"signer_rows": 2}, "B-07 正文下空二行加盖签名章"),
    "签名章右空二字": ({"name_free": 2}, "B-07 签名章右空四字"),
    "职务离签名章四字": ({"between": 4}, "B-07 签名章左空二字标注职务"),
    "职务用黑体": ({"post_role": Role.HEI}, "B-07 签发人职务字体"),
    "日期右空二字": ({"date_free": 2}, "B-07 成文日期右空四字"),
    "没有签名章": ({"name": ""}, "B-07 签名章（签发人姓名）"),
    "没有职务和签名章": ({"name": "", "post": ""}, "B-07 签发人职务和签名章"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_each_clause_of_the_order_fails_on_one_made_wrong(sheet, specimen, wrong):
    changes, expected = WRONG[wrong]
    found = faults(Order(**changes).draw(sheet, specimen))
    assert any(fault.startswith(expected) for fault in found), found


def test_no_check_of_the_order_is_left_untried(sheet, specimen, new_sheet, untried):
    def wrong():
        return (Order(**changes).draw(new_sheet(), specimen) for changes, _ in WRONG.values())

    assert untried(lambda: [Order().draw(sheet, specimen)], wrong, {"L-02", "B-07"}) == set()


def test_a_signers_stamp_is_measured_in_the_general_format_too(sheet, specimen):
    """A document signed by the signer's own stamp is not held to what an office's stamp asks."""
    sheet.page()
    specimen.first_page(sheet)
    specimen.page_number(sheet, 1)
    sheet.page()
    specimen.line(sheet, specimen.baseline(1), 2, Role.FANGSONG, BODY)
    name_x = 184 - 4 * CELL - sheet.width("张立新", Role.KAI, 16)
    sheet.text(name_x, specimen.baseline(4), "张立新", Role.KAI, 16)
    sheet.text(name_x - 2 * CELL - 2 * EM, specimen.baseline(4), "镇长", Role.FANGSONG, 16)
    date = "2020年7月21日"
    x = 184 - 4 * CELL - sheet.width(date, Role.FANGSONG, 16)
    sheet.text(x, specimen.baseline(6), date, Role.FANGSONG, 16)
    specimen.colophon(sheet)
    specimen.page_number(sheet, 2)
    file = sheet.finish().file
    assert faults(file) == []
    assert "B-07" in {finding.clause for finding in measure(file)}
