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


def new_printer() -> QPrinter:
    """The system's default printer, whole pages, at the resolution that is drawn for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    return printer


def pages_wanted(printer: QPrinter, file: Path) -> list[int]:
    """The pages of the range that was chosen in the dialog; all where none was."""
    last = page_count(file)
    first, chosen_last = printer.fromPage() or 1, printer.toPage() or last
    return list(range(max(first, 1), min(chosen_last, last) + 1))


def print_pages(printer: QPrinter, file: Path, pages: Sequence[int], offsets: Offsets, report: Report) -> int:
    """Prints pages and gives their number. Raises UserError where the printer does not take the job."""
    if not pages:
        raise UserError("所选页码范围内没有页，请重新选择。")
    printer.setResolution(min(printer.resolution(), MOST_DOTS))
    _fit_paper(printer, file, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("打印机没有接受打印任务，请检查打印机是否开机、联机，然后重试。")
    try:
        for done, page in enumerate(pages):
            report(done, len(pages), f"正在打印第{page}页…")
            if done:
                _fit_paper(printer, file, page)
                if not printer.newPage():
                    raise UserError(f"打印机在第{page}页前停止，请检查纸张后从第{page}页重新打印。")
            _draw(painter, printer, file, page, offsets)
    finally:
        painter.end()
    return len(pages)


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
