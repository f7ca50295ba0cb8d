"""Sending pages to a printer: at its own resolution, not scaled, moved by the offsets for pre-printed paper (套打)."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
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


def new_printer() -> QPrinter:
    """The system's default printer, whole pages, at the resolution that is drawn for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    return printer


def sheets_of(files: Sequence[Path]) -> list[Sheet]:
    """Every page of the files, one file after the other."""
    return [(file, page) for file in files for page in range(1, page_count(file) + 1)]


def sheets_wanted(printer: QPrinter, sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets of the range that was chosen in the dialog; all where none was."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(sheets)
    return list(sheets[max(first, 1) - 1 : last])


def print_sheets(printer: QPrinter, sheets: Sequence[Sheet], offsets: Offsets, report: Report) -> int:
    """Prints sheets as one job and gives their number. Raises UserError where the printer does not take the job."""
    if not sheets:
        raise UserError("所选页码范围内没有页，请重新选择。")
    printer.setResolution(min(printer.resolution(), MOST_DOTS))
    _fit_paper(printer, *sheets[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("打印机没有接受打印任务，请检查打印机是否开机、联机，然后重试。")
    try:
        for done, (file, page) in enumerate(sheets):
            report(done, len(sheets), f"正在打印，第{done + 1}张，共{len(sheets)}张…")
            if done:
                _fit_paper(printer, file, page)
                if not printer.newPage():
                    raise UserError(f"打印机在第{done + 1}张前停止，请检查纸张后从第{done + 1}张重新打印。")
            _draw(painter, printer, file, page, offsets)
    finally:
        painter.end()
    return len(sheets)


def _fit_paper(printer: QPrinter, file: Path, page: int) -> None:
    width, height = page_size(file, page)
    portrait = QSizeF(min(width, height), max(width, height))
    upright = QPageLayout.Orientation.Portrait if height >= width else QPageLayout.Orientation.Landscape
    paper = QPageSize(portrait, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout(paper, upright, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def _draw(painter: QPainter, printer: QPrinter, file: Path, page: int, offsets: Offsets) -> None:
    dots = printer.resolution()
    image = page_image(file, page, dots / _PT_PER_INCH)
    right, down = (length * dots / _MM_PER_INCH for length in offsets)
    painter.drawImage(QPointF(right, down), image)
