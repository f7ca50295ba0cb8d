"""A paper made, looked at and printed: page by page, at the printer's own size, moved by the offsets."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPageRanges, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen import canvas

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.preview import page_count, page_size
from jizhou_desktop.ui.page_pictures import page_image
from jizhou_desktop.ui.papers_page import PapersPage
from jizhou_desktop.ui.preview_page import Looked, PreviewPage
from jizhou_desktop.ui.printing import PrintJob, print_job, sheets_of, sheets_to_print, sheets_wanted
from jizhou_desktop.ui.work import Stopped

MM = 72 / 25.4


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


def printer_to(file, dots: int = 150) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setFullPage(True)
    printer.setResolution(dots)
    return printer


def print_all(printer, sheets, offsets=(0.0, 0.0)) -> int:
    return print_job(printer, PrintJob("登记表", sheets, offsets), lambda *_: None)


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
    assert print_all(printer_to(out), sheets) == len(sheets)
    assert page_count(out) == len(sheets)
    assert page_size(out, 1) == pytest.approx(page_size(paper.view.sheets[0][0], 1), abs=1.5)
    was, now = first_ink(page_image(paper.view.sheets[0][0], 1, 1.0)), first_ink(page_image(out, 1, 1.0))
    assert now == pytest.approx(was, abs=2)


def test_offsets_move_the_print_in_millimetres(paper, drop):
    plain, moved = drop / "plain.pdf", drop / "moved.pdf"
    print_all(printer_to(plain), paper.view.sheets[:1])
    print_all(printer_to(moved), paper.view.sheets[:1], (10.0, 5.0))
    (x, y), (right, down) = first_ink(page_image(plain, 1, 2.0)), first_ink(page_image(moved, 1, 2.0))
    assert (right - x, down - y) == pytest.approx((2 * 10 / 25.4 * 72, 2 * 5 / 25.4 * 72), abs=3)


@pytest.fixture
def ruled(tmp_path):
    """A page with two upright rules, 100 mm apart, and two level ones."""
    document = canvas.Canvas(str(tmp_path / "ruled.pdf"), pagesize=(595.276, 841.89))
    document.setLineWidth(0.24)
    for x, y in ((50, 50), (150, 150)):
        document.line(x * MM, 40 * MM, x * MM, 160 * MM)
        document.line(40 * MM, y * MM, 160 * MM, y * MM)
    document.save()
    return tmp_path / "ruled.pdf"


def distance(image, *, level: bool) -> float:
    """Pixels between the middles of the two level (or upright) rules, looked for beside the others."""
    beside = round(image.width() * 45 / 210) if level else round(image.height() * (1 - 45 / 297))
    length = image.height() if level else image.width()
    shades = [
        255 - (image.pixelColor(beside, at) if level else image.pixelColor(at, beside)).lightness()
        for at in range(length)
    ]
    dark = [at for at, shade in enumerate(shades) if shade > 20]
    half = (dark[0] + dark[-1]) / 2
    first, second = ([at for at in dark if (at > half) is later] for later in (False, True))
    return middle(second, shades) - middle(first, shades)


def middle(places, shades) -> float:
    return sum(at * shades[at] for at in places) / sum(shades[at] for at in places)


@pytest.mark.parametrize("dots", [300, 600])
def test_100_mm_are_100_mm_on_paper(ruled, drop, dots):
    out = drop / "printed.pdf"
    print_all(printer_to(out, dots), sheets_of([ruled]))
    image = page_image(out, 1, 300 / 72)
    assert distance(image, level=True) / 300 * 25.4 == pytest.approx(100, abs=0.1)
    assert distance(image, level=False) / 300 * 25.4 == pytest.approx(100, abs=0.1)


def test_the_range_chosen_is_what_is_printed(drop):
    sheets = [(drop / "a.pdf", page) for page in range(1, 8)]
    printer = printer_to(drop / "out.pdf")
    assert sheets_wanted(printer, sheets) == sheets
    printer.setPageRanges(QPageRanges.fromString("1-2,5"))
    assert [page for _, page in sheets_wanted(printer, sheets)] == [1, 2, 5]
    printer.setFromTo(6, 9)
    assert [page for _, page in sheets_wanted(printer, sheets)] == [6, 7]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert [page for _, page in sheets_wanted(printer, sheets, shown=4)] == [4]


def test_a_printer_that_makes_no_copies_gets_the_pages_as_often_as_wanted(paper, drop):
    printer = printer_to(drop / "copies.pdf")
    printer.setCopyCount(3)
    sheets = sheets_to_print(printer, paper.view.sheets)
    print_all(printer, sheets)
    assert page_count(drop / "copies.pdf") == 3 * page_count(paper.view.sheets[0][0])


class Duplex(QPrinter):
    """A printer with both sides on; the one that writes PDF knows none."""

    def duplex(self):
        return QPrinter.DuplexMode.DuplexLongSide

    def supportsMultipleCopies(self):  # noqa: N802  — Qt's own name
        return True


def test_on_both_sides_each_file_begins_on_a_sheet_of_its_own(drop):
    one, three = [(drop / "a.pdf", 1)], [(drop / "b.pdf", page) for page in (1, 2, 3)]
    assert sheets_to_print(Duplex(), [*one, *three]) == [*one, None, *three]
    assert sheets_to_print(printer_to(drop / "x.pdf"), [*one, *three]) == [*one, *three]


def test_copies_and_both_sides_outlive_the_fitting_of_the_paper(ruled, drop):
    printer = printer_to(drop / "out.pdf")
    printer.setCopyCount(2)
    print_all(printer, sheets_of([ruled]))
    assert (printer.copyCount(), printer.docName()) == (2, "登记表")


def test_a_job_that_is_stopped_leaves_nothing(ruled, drop):
    def stop(done, *_):
        if done:
            raise Stopped

    job = PrintJob("登记表", sheets_of([ruled, ruled]))
    with pytest.raises(Stopped):
        print_job(printer_to(drop / "out.pdf"), job, stop)
    assert list(drop.iterdir()) == []


def test_each_paper_remembers_its_own_offsets(paper, preferences, drop, qtbot):
    paper._shift.setChecked(True)
    paper._right.setValue(2.5)
    with qtbot.waitSignal(paper.said, timeout=30_000):
        paper.print_to(printer_to(drop / "moved.pdf"))
    assert preferences.offsets("enterprise-record") == (2.5, 0.0)
    assert preferences.offsets("progress-table") == (0.0, 0.0)
    paper._shift.setChecked(False)
    with qtbot.waitSignal(paper.said, timeout=30_000):
        paper.print_to(printer_to(drop / "plain.pdf"))
    assert preferences.offsets("enterprise-record") == (0.0, 0.0)


def test_the_offsets_can_be_read_where_they_are_typed(paper):
    paper._shift.setChecked(True)
    field = paper._right.lineEdit()
    assert field.width() > field.fontMetrics().horizontalAdvance("向右 -50.0 mm")


def test_characters_without_a_face_are_told_beside_the_paper(paper, preferences, shown):
    looked = Looked("登记表", [paper.view.sheets[0][0]], "enterprise-record", missing=["\ue123"])
    page = shown(PreviewPage(preferences, looked))
    assert "\ue123" in page.strip.words.text()
    assert not paper.strip.isVisible()


def test_the_wheel_zooms_with_ctrl_and_turns_beyond_the_end(paper):
    view = paper.view
    view.show_files([view.sheets[0][0]] * 2)
    before = view.percent
    wheel(view._area, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.percent > before
    for _ in range(30):
        wheel(view._area, -120)
        if view.page == 2:
            break
    assert view.page == 2
    QTest.keyClick(paper, Qt.Key.Key_Home)
    assert view.page == 1
    QTest.keyClick(paper, Qt.Key.Key_End)
    assert view.page == view.pages
    QTest.keyClick(paper, Qt.Key.Key_PageUp)
    assert view.page == view.pages - 1


def wheel(area, turned, modifiers=Qt.KeyboardModifier.NoModifier):
    middle = QPointF(area.viewport().rect().center())
    event = QWheelEvent(
        middle, area.mapToGlobal(middle), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(area.viewport(), event)


def test_several_files_are_one_job(paper, drop):
    file, out = paper.view.sheets[0][0], drop / "both.pdf"
    sheets = sheets_of([file, file])
    print_all(printer_to(out), sheets)
    assert page_count(out) == 2 * page_count(file)


def test_an_empty_range_is_refused(drop):
    with pytest.raises(UserError, match="没有页"):
        print_all(printer_to(drop / "none.pdf"), [])


def test_a_copy_is_saved_whole(paper, drop, qtbot):
    with qtbot.waitSignal(paper.said, timeout=10_000):
        paper.save_to(drop / "登记表.pdf")
    assert (drop / "登记表.pdf").read_bytes() == paper.view.sheets[0][0].read_bytes()


@pytest.mark.usefixtures("paper")
def test_the_paper_is_in_the_register(filled):
    rows = filled.workspace.papers.rows()
    assert [row.title for row in rows] == ["企业基本情况登记表"]
    assert rows[0].printed_by == "王样例"
