"""Printing many: fonts parsed once, the constant grid drawn once (measured in processor time, not the disk's)."""

from time import process_time

import pytest

from jizhou_desktop.documents.forms.form_page import FormPaper, draw_form, write_form
from jizhou_desktop.documents.forms.grid import Cell, Row, label
from jizhou_desktop.documents.part import Part
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.domain.face import Role

LABELS = tuple(f"项目{number}名称" for number in range(30))
VALUES = "天津蓟州渔阳机械制造有限公司绿色食品新材料环保设备"


def grid(pen):
    pen.text(60, 25, "智能化技术改造项目申报表", Role.TITLE, 22)
    pen.lines((20, 40 + row * 14, 190, 40 + row * 14) for row in range(16))
    for cell, name in enumerate(LABELS):
        pen.text(22 + 85 * (cell % 2), 48 + cell // 2 * 14, name, Role.FANGSONG, 12)


def fill(sheet, number):
    for cell in range(30):
        at = (number + 7 * cell) % 20
        sheet.text(62 + 85 * (cell % 2), 48 + cell // 2 * 14, VALUES[at : at + 8], Role.FANGSONG, 12)


@pytest.fixture
def form(faces):
    return Part(faces, 210, 297, grid)


def in_one_file(path, faces, created, form, pages):
    began = process_time()
    sheet = Sheet(path, faces, title="申报表", created=created)
    for number in range(pages):
        sheet.page()
        sheet.place(form)
        fill(sheet, number)
    sheet.finish()
    return process_time() - began


def test_200_forms_in_one_file_take_less_than_a_500th_of_a_second_each(tmp_path, faces, created, form):
    in_one_file(tmp_path / "warm.pdf", faces, created, form, 1)
    assert 200 / in_one_file(tmp_path / "all.pdf", faces, created, form, 200) > 500


def test_200_forms_as_files_of_their_own_are_faster_than_typst_was(tmp_path, faces, created, form):
    in_one_file(tmp_path / "warm.pdf", faces, created, form, 1)
    began = process_time()
    for number in range(200):
        sheet = Sheet(tmp_path / f"{number}.pdf", faces, title="申报表", created=created)
        sheet.page()
        sheet.place(form)
        fill(sheet, number)
        sheet.finish()
    assert 200 / (process_time() - began) > 126


def test_a_long_document_grows_in_a_straight_line(tmp_path, faces, created, form):
    in_one_file(tmp_path / "warm.pdf", faces, created, form, 1)
    short = min(in_one_file(tmp_path / "short.pdf", faces, created, form, 100) for _ in range(3))
    long = min(in_one_file(tmp_path / "long.pdf", faces, created, form, 1000) for _ in range(3))
    assert long < 20 * short


def registration(number):
    cells = [[label(f"项目{row}"), Cell(VALUES[(number + row) % 15 :][:8])] for row in range(15)]
    return FormPaper("企业基本情况登记表", (1, 3), [Row(pair, 12) for pair in cells], left="渔阳镇", right="单位：万元")


def test_forms_laid_and_drawn_are_faster_than_typst_too_and_500_a_second_as_one_file(tmp_path, faces, created):
    papers = [registration(number) for number in range(100)]
    write_form(papers[0], tmp_path / "warm.pdf", faces, created=created)
    began = process_time()
    for number, paper in enumerate(papers):
        write_form(paper, tmp_path / f"{number}.pdf", faces, created=created)
    alone, began = process_time() - began, process_time()
    sheet = Sheet(tmp_path / "all.pdf", faces, title="登记表", created=created)
    for paper in papers:
        draw_form(sheet, paper)
    sheet.finish()
    together = process_time() - began
    assert (100 / alone > 126, 100 / together > 500) == (True, True), (100 / alone, 100 / together)
