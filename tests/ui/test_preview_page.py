"""A paper made, looked at and printed: page by page, at the printer's own size, moved by the offsets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.preview import page_count, page_size
from jizhou_desktop.ui.page_pictures import page_image
from jizhou_desktop.ui.papers_page import PapersPage
from jizhou_desktop.ui.preview_page import PreviewPage
from jizhou_desktop.ui.printing import print_sheets, sheets_of


@pytest.fixture
def paper(filled, preferences, shown, uid_of, qtbot):
    """企业基本情况登记表 of one enterprise, in the preview."""
    pages = shown(PapersPage(filled, preferences))
    pages.make("enterprise-record", uid_of("州河"))
    qtbot.waitUntil(lambda: isinstance(pages.over, PreviewPage), timeout=60_000)
    return pages.over


@pytest.fixture
def drop(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def printer_to(file) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setFullPage(True)
    printer.setResolution(150)
    return printer


def first_ink(image) -> tuple[int, int]:
    """Column and row, in pixels, where the leftmost and the topmost dark dot stand."""
    dark = [
        (x, y)
        for y in range(image.height())
        for x in range(0, image.width(), 2)
        if image.pixelColor(x, y).lightness() < 128
    ]
    return min(x for x, _ in dark), min(y for _, y in dark)


def test_the_keys_turn_zoom_and_fit(paper):
    view = paper.view
    assert view.page == 1
    before = view.percent
    QTest.keyClick(paper, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.percent > before
    QTest.keyClick(paper, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.percent == before
    view.turn_to(view.pages + 5)
    assert view.page == view.pages


def test_printed_pages_have_the_papers_size_and_stand_where_they_stood(paper, drop):
    out = drop / "printed.pdf"
    sheets = paper.view.sheets
    assert print_sheets(printer_to(out), sheets, (0.0, 0.0), lambda *_: None) == len(sheets)
    assert page_count(out) == len(sheets)
    assert page_size(out, 1) == pytest.approx(page_size(paper.view.sheets[0][0], 1), abs=1.5)
    was, now = first_ink(page_image(paper.view.sheets[0][0], 1, 1.0)), first_ink(page_image(out, 1, 1.0))
    assert now == pytest.approx(was, abs=2)


def test_offsets_move_the_print_in_millimetres(paper, drop):
    plain, moved = drop / "plain.pdf", drop / "moved.pdf"
    print_sheets(printer_to(plain), paper.view.sheets[:1], (0.0, 0.0), lambda *_: None)
    print_sheets(printer_to(moved), paper.view.sheets[:1], (10.0, 5.0), lambda *_: None)
    (x, y), (right, down) = first_ink(page_image(plain, 1, 2.0)), first_ink(page_image(moved, 1, 2.0))
    assert (right - x, down - y) == pytest.approx((2 * 10 / 25.4 * 72, 2 * 5 / 25.4 * 72), abs=3)


def test_several_files_are_one_job(paper, drop):
    file, out = paper.view.sheets[0][0], drop / "both.pdf"
    sheets = sheets_of([file, file])
    print_sheets(printer_to(out), sheets, (0.0, 0.0), lambda *_: None)
    assert page_count(out) == 2 * page_count(file)


def test_an_empty_range_is_refused(drop):
    with pytest.raises(UserError, match="没有页"):
        print_sheets(printer_to(drop / "none.pdf"), [], (0.0, 0.0), lambda *_: None)


def test_a_copy_is_saved_whole(paper, drop, qtbot):
    with qtbot.waitSignal(paper.said, timeout=10_000):
        paper.save_to(drop / "登记表.pdf")
    assert (drop / "登记表.pdf").read_bytes() == paper.view.sheets[0][0].read_bytes()


@pytest.mark.usefixtures("paper")
def test_the_paper_is_in_the_register(filled):
    rows = filled.workspace.papers.rows()
    assert [row.title for row in rows] == ["企业基本情况登记表"]
    assert rows[0].printed_by == "王样例"
