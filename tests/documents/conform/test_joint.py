"""Several offices: their mark (7.2.4), their signers (7.2.6), their stamps (7.3.5.1), right and made wrong."""

from dataclasses import dataclass, replace

import pytest

from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.domain.face import Role

EM, ROW, CELL = 16 * 25.4 / 72, 225 / 22, 156 / 28
OFFICES = ("天津市蓟州区工业和信息化局", "天津市蓟州区财政局", "天津市蓟州区商务局")
SHORT = ("区工信局", "区财政局", "区商务局")
SIGNED = ("区工业和信息化局", "区财政局", "区商务局")


@dataclass(frozen=True)
class Joint:
    """A joint document of three offices; what may be drawn otherwise, the defaults are right."""

    offices: tuple[str, ...] = OFFICES
    name_left: float = 28
    name_right: float = 146
    word_drop: float = 0
    word_left: float = 150
    signers: tuple[tuple[str, ...], ...] = (("张立新", "王志强"), ("李淑琴",))
    second_row: float = 0
    apart: float = 46
    rows: float = 5
    shift: float = 0
    signed: tuple[str, ...] = SIGNED
    side_by_side: int = 2

    def first_page(self, sheet, specimen):
        pitch, size = 16.0, 30
        for row, office in enumerate(self.offices):
            left = self.name_left if row else 28
            right = self.name_right if row else 146
            natural = sheet.width(office, Role.TITLE, size)
            space = (right - left - natural) / (len(office) - 1)
            ink = sheet.ink(office, Role.TITLE, size)
            sheet.text(left, 72 + ink.top + row * pitch, office, Role.TITLE, size, color=RED, space=space)
        bottom = 72 + ink.top - ink.bottom + (len(self.offices) - 1) * pitch
        word = sheet.ink("文件", Role.TITLE, 48)
        y = (72 + bottom) / 2 + (word.top + word.bottom) / 2 + self.word_drop
        sheet.text(self.word_left, y, "文件", Role.TITLE, 48, color=RED)
        y = self.draw_signers(sheet, bottom + 2 * ROW + 0.86 * EM)
        sheet.text(28 + EM, y, "蓟报〔2020〕5号", Role.FANGSONG, 16)
        rule = y - sheet.ink("蓟报〔2020〕5号", Role.FANGSONG, 16).bottom + 4
        sheet.line(28, rule, 184, rule, width=0.5, color=RED)
        body = ((2, Role.FANGSONG, "现将有关事项请示如下。"),)
        said = {"title": ("关于拨付专项资金的请示",), "addressee": "区人民政府：", "body": body}
        replace(specimen, **said).after_head(sheet, rule + 2 * ROW)

    def draw_signers(self, sheet, y):
        columns = max(len(self.signers[0]), 1)
        places = [184 - 4 * EM - place * 4 * EM for place in reversed(range(columns))]
        sheet.text(places[0] - 4 * EM, y, "签发人：", Role.FANGSONG, 16)
        for row, names in enumerate(self.signers):
            for place, name in zip(places, names, strict=False):
                shift = self.second_row if row else 0
                sheet.text(place + shift, y + row * ROW, name, Role.KAI, 16)
        return y + (len(self.signers) - 1) * ROW

    def draw(self, sheet, specimen):
        sheet.page()
        self.first_page(sheet, specimen)
        specimen.page_number(sheet, 1)
        sheet.page()
        specimen.line(sheet, specimen.baseline(1), 2, Role.FANGSONG, "妥否，请批示。")
        self.draw_signatures(sheet, specimen)
        specimen.colophon(sheet)
        specimen.page_number(sheet, 2)
        return sheet.finish().file

    def draw_signatures(self, sheet, specimen):
        date = "2020年7月21日"
        date_x = 184 - 4 * CELL - sheet.width(date, Role.FANGSONG, 16)
        middle = date_x + sheet.width(date, Role.FANGSONG, 16) / 2
        count, row = self.side_by_side, 4.0
        for start in range(0, len(self.signed), count):
            line = self.signed[start : start + count]
            for place, name in enumerate(line):
                x = middle + self.shift - (len(line) - 1 - place) * self.apart
                sheet.text(x - len(name) * EM / 2, specimen.baseline(row), name, Role.FANGSONG, 16)
            row += self.rows
        sheet.text(date_x, specimen.baseline(row - self.rows + 1), date, Role.FANGSONG, 16)


def faults(file):
    return [f"{finding.clause} {finding.text}" for finding in measure(file) if not finding.ok]


def test_a_right_joint_document_passes_every_clause(sheet, specimen):
    assert faults(Joint().draw(sheet, specimen)) == []


WRONG = {
    "主办机关不在前": ({"offices": (OFFICES[1], OFFICES[0], OFFICES[2])}, "H-04 主办机关排列在前"),
    "机关名称左端不齐": ({"name_left": 34}, "H-04 联署机关名称左端对齐"),
    "机关名称右端不齐": ({"name_right": 136}, "H-04 联署机关名称右端对齐"),
    "文件偏下": ({"word_drop": 8}, "H-04 “文件”上下居中"),
    "文件在左": ({"word_left": 30}, "H-04 “文件”在联署机关名称右侧"),
    "签发人一行三名": ({"signers": (("张立新", "王志强", "李淑琴"),)}, "H-06 签发人姓名每行不超过两个"),
    "签发人回行不对齐": ({"second_row": 4}, "H-06 签发人姓名上下对齐"),
    "没有签发人姓名": ({"signers": ((),)}, "H-06 签发人姓名"),
    "印章左右相交": ({"apart": 38, "signed": SHORT}, "B-05 联合行文印章互不相交"),
    "印章上下相交": ({"rows": 3}, "B-05 联合行文印章互不相交"),
    "印章出左边": ({"apart": 100}, "B-05 每排印章不出版心（左端）"),
    "一排四个印章": ({"signed": (*SHORT, "区审计局"), "side_by_side": 4, "apart": 30}, "B-05 每排印章不超过三个"),
    "末个署名不以日期居中": ({"shift": -8}, "B-05 署名以成文日期为准居中"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_each_clause_on_several_offices_fails_on_one_made_wrong(sheet, specimen, wrong):
    changes, expected = WRONG[wrong]
    found = faults(Joint(**changes).draw(sheet, specimen))
    assert any(fault.startswith(expected) for fault in found), found


def test_offices_one_under_the_other_without_stamps_pass(sheet, specimen):
    """The block of names is right with two 字 free; the date stands two 字 right of where it begins."""
    sheet.page()
    Joint().first_page(sheet, specimen)
    specimen.page_number(sheet, 1)
    sheet.page()
    specimen.line(sheet, specimen.baseline(1), 2, Role.FANGSONG, "妥否，请批示。")
    left = 184 - 2 * CELL - 8 * EM
    for row, name in enumerate(SIGNED):
        sheet.text(left + (8 - len(name)) * EM / 2, specimen.baseline(3 + row), name, Role.FANGSONG, 16)
    sheet.text(left + 2 * CELL, specimen.baseline(6), "2020年7月21日", Role.FANGSONG, 16)
    specimen.colophon(sheet)
    specimen.page_number(sheet, 2)
    file = sheet.finish().file
    assert faults(file) == []
    assert "署名依次向下编排" in {finding.text for finding in measure(file)}


def test_no_check_on_several_offices_is_left_untried(sheet, specimen, new_sheet, untried):
    def wrong():
        return (Joint(**changes).draw(new_sheet(), specimen) for changes, _ in WRONG.values())

    left = untried(lambda: [Joint().draw(sheet, specimen)], wrong, {"H-04", "H-06", "B-05"})
    ours = ("联署", "主办", "“文件”", "每行不超过", "上下对齐", "互不相交", "每排")
    assert not [name for name in left if any(word in name for word in ours)]
