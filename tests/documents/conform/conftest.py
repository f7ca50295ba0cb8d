"""A correct official document drawn by hand with the figures of the standard, and ways to draw it wrong."""

from dataclasses import dataclass, replace
from functools import partial

import pytest

from jizhou_desktop.documents.colours import BLACK, RED
from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.domain.face import Role

EM = 16 * 25.4 / 72
ROW, CELL = 225 / 22, 156 / 28
RISE = 0.86

BODY_1 = (
    (2, Role.FANGSONG, "为推动全区中小企业创新转型，现将有关事项通知如下。"),
    (2, Role.HEI, "一、总体要求"),
    (2, Role.FANGSONG, "坚持问题导向，聚焦智能化技术改造和节能技术改造，二〇"),
    (0, Role.FANGSONG, "二〇年完成四十家规模以上中小企业的创新转型，各乡镇街道要"),
)
BODY_2 = (
    (0, Role.FANGSONG, "按照任务分解表逐月上报进度，确保年底前全部完成。"),
    (2, Role.KAI, "（一）加强组织领导"),
    (2, Role.FANGSONG, "1.落实责任。各单位要明确分管负责同志和具体承办人员。"),
    (2, Role.FANGSONG, "（1）每月五日前报送上月进度。"),
)


@dataclass(frozen=True)
class Specimen:
    """What may be drawn otherwise than the standard asks; the defaults are right."""

    left: float = 28
    top: float = 37
    size: float = 16
    cell: float = CELL
    row: float = ROW
    body_role: Role = Role.FANGSONG
    body_colour: tuple[float, float, float] = BLACK
    paper: tuple[float, float] = (210, 297)
    copy_number: str = "000001"
    secrecy: str = "秘密★1年"
    urgency: str = "特急"
    corner_size: float = 16
    corner_left: float | None = None
    secrecy_role: Role = Role.HEI
    urgency_role: Role = Role.HEI
    corner_rows: tuple[int, int, int] = (1, 2, 3)
    mark: str = "天津市蓟州区人民政府文件"
    mark_top: float = 72
    mark_colour: tuple[float, float, float] = RED
    mark_shift: float = 0
    mark_role: Role = Role.TITLE
    mark_size: float = 34
    number: str = "蓟州政发〔2020〕5号"
    number_rows: float = 2
    number_shift: float = 0
    number_face: Role = Role.FANGSONG
    number_points: float = 16
    number_drop: float = 0
    signer: str = ""
    signer_role: Role = Role.KAI
    signer_label: Role = Role.FANGSONG
    signer_colon: str = "："
    signer_shift: float = 0
    rule_gap: float = 4
    rule_width: float = 156
    rule_left: float = 28
    title: tuple[str, ...] = ("关于印发蓟州区中小企业创新转型", "行动计划的通知")
    title_size: float = 22
    title_role: Role = Role.TITLE
    title_rows: float = 2
    title_shift: float = 0
    addressee: str = "各乡镇人民政府，各街道办事处，各有关单位："
    addressee_rows: float = 2
    addressee_indent: float = 0
    addressee_role: Role = Role.FANGSONG
    addressee_size: float = 16
    body_rows: float = 1
    wide_line: int | None = None
    body: tuple[tuple[int, Role, str], ...] = BODY_1
    more: tuple[tuple[int, Role, str], ...] = BODY_2
    annexes: tuple[tuple[float, str], ...] = ((2, "附件：1.行动计划任务分解表"), (5, "2.补贴资金分配表"))
    annex_gap: float = 1
    annex_note_role: Role = Role.FANGSONG
    annex_note_size: float = 16
    ending_rows: float = 3
    signed: str = "天津市蓟州区人民政府"
    signed_rows: float = 1
    signed_role: Role = Role.FANGSONG
    signed_size: float = 16
    date_role: Role = Role.FANGSONG
    date_size: float = 16
    date: str = "2020年7月21日"
    date_free: float = 4
    date_left: float | None = None
    signed_free: float | None = None
    note: str = "（此件公开发布）"
    note_indent: float = 2
    note_role: Role = Role.FANGSONG
    note_size: float = 16
    note_rows: float = 1
    annex_role: Role = Role.HEI
    annex_size: float = 16
    annex_names: tuple[tuple[str, str], ...] = (("附件1", "行动计划任务分解表"), ("附件2", "补贴资金分配表"))
    annex_row: int = 1
    annex_left: float = 28
    annex_title_role: Role = Role.TITLE
    annex_title_row: int = 3
    annex_title_shift: float = 0
    copies: tuple[str, ...] = ("抄送：区委各部门，区人大常委会办公室，区政协办公室，区", "法院，区检察院。")
    copies_size: float = 14
    copies_shift: float = 0
    copies_turned: float = 3
    printed: str = "2020年7月22日印发"
    thick: float = 0.35
    thin: float = 0.25
    colophon_end: float = 262
    colophon_left: float = 28
    colophon_right: float = 184
    inner_rule: bool = True
    colophon_role: Role = Role.FANGSONG
    printed_shift: float = 0
    number_gap: float = 7
    number_size: float = 14
    number_role: Role = Role.SONG
    number_form: str = "— {} —"
    sides_swapped: bool = False
    colophon_alone: bool = False

    def line(self, sheet: Sheet, y: float, indent: float, role: Role, text: str) -> None:
        """A line of body on the grid, `indent` cells from the left edge of the text area."""
        chosen = self.body_role if role is Role.FANGSONG else role
        x = self.left + indent * self.cell
        space = self.cell - EM
        sheet.text(x, y, text, chosen, self.size, space=space, color=self.body_colour)

    def baseline(self, row: float) -> float:
        """Where the characters of a row stand; rows count from 1."""
        return self.top + (row - 1) * self.row + RISE * EM

    def first_page(self, sheet: Sheet) -> None:
        left = self.left if self.corner_left is None else self.corner_left
        texts = (self.copy_number, Role.FANGSONG), (self.secrecy, self.secrecy_role), (self.urgency, self.urgency_role)
        for row, (text, role) in zip(self.corner_rows, texts, strict=True):
            sheet.text(left, self.baseline(row), text, role, self.corner_size)
        bottom = self.draw_mark(sheet, self.mark_top)
        y = bottom + self.number_rows * ROW + RISE * EM
        self.draw_number(sheet, y)
        rule = y - sheet.ink(self.number, Role.FANGSONG, 16).bottom + self.rule_gap
        sheet.line(self.rule_left, rule, self.rule_left + self.rule_width, rule, width=0.5, color=RED)
        self.after_head(sheet, rule + self.title_rows * ROW)

    def draw_mark(self, sheet: Sheet, top: float) -> float:
        ink = sheet.ink(self.mark, self.mark_role, self.mark_size)
        y = top + ink.top
        width = sheet.width(self.mark, self.mark_role, self.mark_size)
        sheet.text(
            106 - width / 2 + self.mark_shift, y, self.mark, self.mark_role, self.mark_size, color=self.mark_colour
        )
        return y - ink.bottom

    def draw_number(self, sheet: Sheet, y: float) -> None:
        role, size = self.number_face, self.number_points
        width = sheet.width(self.number, role, size)
        if not self.signer:
            sheet.text(106 - width / 2 + self.number_shift, y, self.number, role, size)
            return
        sheet.text(28 + EM + self.number_shift, y, self.number, role, size)
        x = 184 - EM - sheet.width(f"签发人：{self.signer}", Role.FANGSONG, 16) + self.signer_shift
        y += self.number_drop
        x += sheet.text(x, y, f"签发人{self.signer_colon}", self.signer_label, 16)
        sheet.text(x, y, self.signer, self.signer_role, 16)

    def after_head(self, sheet: Sheet, top: float) -> None:
        y = top + RISE * 22 * 25.4 / 72
        for text in self.title:
            width = sheet.width(text, self.title_role, self.title_size)
            sheet.text(106 - width / 2 + self.title_shift, y, text, self.title_role, self.title_size)
            y += ROW
        y += (self.addressee_rows - 1) * ROW
        sized = replace(self, size=self.addressee_size)
        sized.line(sheet, y, self.addressee_indent, self.addressee_role, self.addressee)
        y += (self.body_rows - 1) * ROW
        for place, (indent, role, text) in enumerate(self.body):
            y += self.row
            wide = replace(self, cell=1.1 * CELL) if place == self.wide_line else self
            wide.line(sheet, y, indent * CELL / wide.cell, role, text)

    def last_text_page(self, sheet: Sheet) -> None:
        row = 0
        for indent, role, text in self.more:
            row += 1
            self.line(sheet, self.baseline(row), indent, role, text)
        row += self.annex_gap
        for indent, text in self.annexes:
            row += 1
            sized = replace(self, size=self.annex_note_size)
            sized.line(sheet, self.baseline(row), indent, self.annex_note_role, text)
        self.ending(sheet, row + self.ending_rows)

    def ending(self, sheet: Sheet, row: float) -> None:
        date = sheet.width(self.date, self.date_role, self.date_size)
        x = 184 - self.date_free * CELL - date if self.date_left is None else self.date_left
        name = sheet.width(self.signed, self.signed_role, self.signed_size)
        at = x + date / 2 - name / 2 if self.signed_free is None else 184 - self.signed_free * CELL - name
        sheet.text(at, self.baseline(row + 1 - self.signed_rows), self.signed, self.signed_role, self.signed_size)
        sheet.text(x, self.baseline(row + 1), self.date, self.date_role, self.date_size)
        if self.note:
            y = self.baseline(row + 1 + self.note_rows)
            replace(self, size=self.note_size).line(sheet, y, self.note_indent, self.note_role, self.note)

    def annex_page(self, sheet: Sheet, name: str, title: str) -> None:
        sheet.text(self.annex_left, self.baseline(self.annex_row), name, self.annex_role, self.annex_size)
        width = sheet.width(title, self.annex_title_role, 22)
        x = 106 - width / 2 + self.annex_title_shift
        sheet.text(x, self.baseline(self.annex_row - 1 + self.annex_title_row), title, self.annex_title_role, 22)

    def colophon(self, sheet: Sheet) -> None:
        em, pitch = self.copies_size * 25.4 / 72, 8.5
        end = self.colophon_end
        sheet.line(self.colophon_left, end, self.colophon_right, end, width=self.thick)
        y = end - 2.5
        x = 28 + 14 * 25.4 / 72 + self.copies_shift
        sheet.text(x, y, "天津市蓟州区人民政府办公室", self.colophon_role, self.copies_size)
        printed = sheet.width(self.printed, self.colophon_role, self.copies_size)
        sheet.text(
            184 - 14 * 25.4 / 72 - printed + self.printed_shift, y, self.printed, self.colophon_role, self.copies_size
        )
        if self.inner_rule:
            sheet.line(self.colophon_left, end - pitch, self.colophon_right, end - pitch, width=self.thin)
        y = end - pitch - 2.5 - (len(self.copies) - 1) * pitch
        for place, text in enumerate(self.copies):
            sheet.text(
                x + (self.copies_turned * em if place else 0),
                y + place * pitch,
                text,
                self.colophon_role,
                self.copies_size,
            )
        first = end - (1 + len(self.copies)) * pitch
        sheet.line(self.colophon_left, first, self.colophon_right, first, width=self.thick)

    def page_number(self, sheet: Sheet, number: int) -> None:
        text, role, size = self.number_form.format(number), self.number_role, self.number_size
        y = 262 + self.number_gap + sheet.ink("—", role, size).top
        width, free = sheet.width(text, role, size), 14 * 25.4 / 72
        odd = bool(number % 2) != self.sides_swapped
        sheet.text(184 - free - width if odd else 28 + free, y, text, role, size)


@pytest.fixture
def specimen():
    """The right document, for the tests of other formats to change and draw parts of."""
    return Specimen()


@pytest.fixture
def sheet(tmp_path, faces, created):
    return Sheet(tmp_path / "paper.pdf", faces, title="公文", created=created)


@pytest.fixture
def new_sheet(tmp_path, faces, created):
    """A fresh sheet each time, over the file of the one before."""
    return lambda: Sheet(tmp_path / "another.pdf", faces, title="公文", created=created)


@pytest.fixture
def draw(tmp_path, faces, created):
    """Draws the specimen, changed as told, and gives its file."""

    def drawn(**changes):
        specimen = replace(Specimen(), **changes)
        sheet = Sheet(tmp_path / "paper.pdf", faces, title="公文", created=created)
        annexes = [partial(specimen.annex_page, name=name, title=title) for name, title in specimen.annex_names]
        for number, fill in enumerate((specimen.first_page, specimen.last_text_page, *annexes), 1):
            sheet.page(*specimen.paper)
            fill(sheet)
            specimen.page_number(sheet, number)
        if specimen.colophon_alone:
            sheet.page()
            specimen.page_number(sheet, sheet.pages)
        specimen.colophon(sheet)
        return sheet.finish().file

    return drawn


def name_of(finding):
    """A check without the heading that it was tried on."""
    return f"{finding.clause} {finding.text.partition('字体：')[0]}"


@pytest.fixture
def untried():
    """The checks, of some clauses, that right papers pass and that none of the wrong papers fails."""

    def untried(right, wrong, clauses):
        passed = {name_of(finding) for file in right() for finding in measure(file) if finding.ok}
        failed = {name_of(finding) for file in wrong() for finding in measure(file) if not finding.ok}
        return {name for name in passed - failed if name.split()[0] in clauses}

    return untried
