"""A form on A4 pages: title, what stands above the grid, the grid, page x of y. Its margins are set here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.forms.grid import MM_PER_POINT, PADDING, LaidCell, LaidRow, Row, laid, paged, pitch
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.sheet import A4_HEIGHT, A4_WIDTH, Sheet
from jizhou_desktop.domain.face import Printed, Role

LEFT, RIGHT, TOP, BOTTOM = 25.0, 20.0, 22.0, 20.0
"""Margins in mm; the left one is wider, for binding."""
_TITLE_SIZE, _TITLE_PITCH, _NOTE_SIZE = 18.0, 10.0, 10.5
_CORNER_PITCH, _QR = 5.5, 26.0
_OUTER, _INNER = 0.5, 0.25
_BASELINE = 0.36
"""From the middle of a line of text down to its baseline, as a share of its size."""


@dataclass(frozen=True)
class FormPaper:
    """What is printed: `title` in one or two lines, `left` and `right` above the grid, `notes` under it.

    `columns` are shares of the page's width. `corner` are lines at the upper right (表号, 制表机关). `qr` is what a QR
    code beside the notes says. `wide` turns the paper (A4 横排).
    """

    title: str
    columns: Sequence[float]
    rows: Sequence[Row]
    left: str = ""
    right: str = ""
    notes: Sequence[str] = ()
    corner: Sequence[str] = ()
    qr: str = ""
    wide: bool = False


def write_form(paper: FormPaper, path: Path, faces: Faces, *, created: datetime, author: str = "") -> Printed:
    """Writes the form as a PDF. Raises UserError where the file cannot be written."""
    sheet = Sheet(path, faces, title=paper.title.replace("\n", ""), author=author, created=created)
    draw_form(sheet, paper)
    return sheet.finish()


def draw_form(sheet: Sheet, paper: FormPaper) -> None:
    """Draws the form on new pages of a sheet, so that many forms make one file."""
    width, height = (A4_HEIGHT, A4_WIDTH) if paper.wide else (A4_WIDTH, A4_HEIGHT)
    grid_width = width - LEFT - RIGHT
    shares = sum(paper.columns)
    rows = laid(paper.rows, [grid_width * share / shares for share in paper.columns], sheet.width)
    title_lines = paper.title.split("\n")
    head = len(title_lines) * _TITLE_PITCH + (8 if paper.left or paper.right else 4) + len(paper.corner) * _CORNER_PITCH
    notes = max(len(paper.notes) * 5.5, _QR + 4 if paper.qr else 0)
    room = height - TOP - BOTTOM
    pages = paged(rows, room - head - notes, room - notes)
    for number, page in enumerate(pages, start=1):
        sheet.page(width, height)
        y = TOP
        if number == 1:
            _head(sheet, paper, title_lines, width)
            y += head
        end = _rows(sheet, page, y, grid_width)
        if number == len(pages):
            _under(sheet, paper, end, width)
        _foot(sheet, number, len(pages), width, height)


def _head(sheet: Sheet, paper: FormPaper, title_lines: Sequence[str], width: float) -> None:
    y = TOP
    for line in title_lines:
        y += _TITLE_PITCH
        _centred(sheet, width / 2, y - 3, line, Role.TITLE, size=_TITLE_SIZE)
    corner = max((sheet.width(line, Role.SONG, _NOTE_SIZE) for line in paper.corner), default=0.0)
    for line in paper.corner:
        y += _CORNER_PITCH
        sheet.text(width - RIGHT - corner, y, line, Role.SONG, _NOTE_SIZE)
    sheet.text(LEFT, y + 5, paper.left, Role.SONG, _NOTE_SIZE)
    right = sheet.width(paper.right, Role.SONG, _NOTE_SIZE)
    sheet.text(width - RIGHT - right, y + 5, paper.right, Role.SONG, _NOTE_SIZE)


def _under(sheet: Sheet, paper: FormPaper, end: float, width: float) -> None:
    for line, note in enumerate(paper.notes, start=1):
        sheet.text(LEFT, end + 1 + line * 5, note, Role.SONG, 9)
    if paper.qr:
        sheet.qr(width - RIGHT - _QR, end + 3, _QR, paper.qr)


def _foot(sheet: Sheet, number: int, pages: int, width: float, height: float) -> None:
    _centred(sheet, width / 2, height - BOTTOM + 9, f"第 {number} 页　共 {pages} 页", Role.SONG, size=9)


def _rows(sheet: Sheet, rows: Sequence[LaidRow], top: float, width: float) -> float:
    """Draws rows from `top` down; gives where they end."""
    y = top
    rules: list[tuple[float, float, float, float]] = []
    for row in rows:
        for cell in row.cells:
            _text(sheet, cell, LEFT + cell.x, y, row.height)
            if cell.x:
                rules.append((LEFT + cell.x, y, LEFT + cell.x, y + row.height))
        y += row.height
        rules.append((LEFT, y, LEFT + width, y))
    sheet.lines(rules[:-1], width=_INNER)
    sheet.rect(LEFT, top, width, y - top, line=_OUTER)
    return y


def _text(pen: Pen, laid_cell: LaidCell, x: float, y: float, height: float) -> None:
    cell, step = laid_cell.cell, pitch(laid_cell.cell)
    block = len(laid_cell.lines) * step
    top = y + PADDING if cell.foot else y + (height - block) / 2
    for number, line in enumerate(laid_cell.lines):
        baseline = top + (number + 0.5) * step + _BASELINE * cell.size * MM_PER_POINT
        pen.text(_start(pen, laid_cell, line, x), baseline, line, cell.role, cell.size)
    if cell.foot:
        width = pen.width(cell.foot, cell.role, cell.size)
        pen.text(x + laid_cell.width - PADDING - width - 4, y + height - 3.5, cell.foot, cell.role, cell.size)


def _start(pen: Pen, laid_cell: LaidCell, line: str, x: float) -> float:
    cell = laid_cell.cell
    if cell.align == "left":
        return x + PADDING
    free = laid_cell.width - pen.width(line, cell.role, cell.size)
    return x + (free / 2 if cell.align == "center" else free - PADDING)


def _centred(pen: Pen, middle: float, y: float, text: str, role: Role, *, size: float) -> None:
    pen.text(middle - pen.width(text, role, size) / 2, y, text, role, size)
