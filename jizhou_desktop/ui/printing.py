"""Sending pages to a printer: at its own resolution, not scaled, moved by the offsets for pre-printed paper (套打)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.preview import page_count, page_size
from jizhou_desktop.ui.page_pictures import page_image
from jizhou_desktop.ui.work import Report

MOST_DOTS = 600
"""Dots an inch: beyond it text gains nothing and an A4 page takes half a gigabyte."""

_MM_PER_INCH, _PT_PER_INCH = 25.4, 72
Offsets = tuple[float, float]
"""Millimetres right and down."""
Sheet = tuple[Path, int]
"""A file and its page, from 1."""


@dataclass(frozen=True)
class PrintJob:
    """What goes to the printer as one job: `name` is shown in its queue, None among the sheets is a blank page."""

    name: str
    sheets: Sequence[Sheet | None]
    offsets: Offsets = (0.0, 0.0)


def new_printer() -> QPrinter:
    """The system's default printer, whole pages, at the resolution that is drawn for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    return printer


def sheets_of(files: Sequence[Path]) -> list[Sheet]:
    """Every page of the files, one file after the other."""
    return [(file, page) for file in files for page in range(1, page_count(file) + 1)]


def sheets_wanted(printer: QPrinter, sheets: Sequence[Sheet], shown: int = 1) -> list[Sheet]:
    """The sheets of the range that was chosen in the dialog; all where none was. `shown` is the page on screen."""
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        return list(sheets[shown - 1 : shown])
    ranges = printer.pageRanges()
    return [sheet for page, sheet in enumerate(sheets, start=1) if ranges.isEmpty() or ranges.contains(page)]


def sheets_to_print(printer: QPrinter, sheets: Sequence[Sheet]) -> list[Sheet | None]:
    """The sheets as they go through the printer.

    On both sides, a file never begins on the back of another one's last page. A printer that cannot make copies gets
    the pages as often as copies are wanted.
    """
    result: list[Sheet | None] = []
    both_sides = printer.duplex() is not QPrinter.DuplexMode.DuplexNone
    for _file, pages in groupby(sheets, key=lambda sheet: sheet[0]):
        result += pages
        if both_sides and len(result) % 2:
            result.append(None)
    if both_sides and result and result[-1] is None:
        result.pop()
    if printer.supportsMultipleCopies() or printer.copyCount() < 2:
        return result
    between: list[Sheet | None] = [None] if both_sides and len(result) % 2 else []
    return result + (between + result) * (printer.copyCount() - 1)


def print_job(printer: QPrinter, job: PrintJob, report: Report) -> int:
    """Prints a job and gives the number of its sheets. Raises UserError where the printer does not take it.

    Where it is stopped, the printer is told to drop the job.
    """
    first = next((sheet for sheet in job.sheets if sheet), None)
    if first is None:
        raise UserError("所选页码范围内没有页，请重新选择。")
    printer.setDocName(job.name)
    printer.setResolution(min(printer.resolution(), MOST_DOTS))
    _fit_paper(printer, *first)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("打印机没有接受打印任务，请检查打印机是否开机、联机，然后重试。")
    try:
        _draw_all(painter, printer, job, report)
    except BaseException:
        _drop(painter, printer)
        raise
    painter.end()
    return len(job.sheets)


def _draw_all(painter: QPainter, printer: QPrinter, job: PrintJob, report: Report) -> None:
    count = len(job.sheets)
    for done, sheet in enumerate(job.sheets):
        report(done, count, f"正在打印，第{done + 1}页，共{count}页…")
        if sheet is not None and done:
            _fit_paper(printer, *sheet)
        if done and not printer.newPage():
            raise UserError(f"打印机在第{done + 1}页前停止，请检查纸张后从第{done + 1}页重新打印。")
        if sheet is not None:
            _draw(painter, printer, sheet, job.offsets)


def _drop(painter: QPainter, printer: QPrinter) -> None:
    printer.abort()
    painter.end()
    if printer.outputFileName():
        Path(printer.outputFileName()).unlink(missing_ok=True)


def _fit_paper(printer: QPrinter, file: Path, page: int) -> None:
    width, height = page_size(file, page)
    portrait = QSizeF(min(width, height), max(width, height))
    upright = QPageLayout.Orientation.Portrait if height >= width else QPageLayout.Orientation.Landscape
    paper = QPageSize(portrait, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(paper, upright, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def _draw(painter: QPainter, printer: QPrinter, sheet: Sheet, offsets: Offsets) -> None:
    dots = printer.resolution()
    image = page_image(*sheet, dots / _PT_PER_INCH)
    if image.allGray():
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)  # a quarter of what goes to the printer
    right, down = (length * dots / _MM_PER_INCH for length in offsets)
    painter.drawImage(QPointF(right, down), image)
