"""A form on A4 pages: title, what stands above the grid, the grid, page x of y. Its margins are set here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.forms.grid import Row, laid
from jizhou_desktop.documents.forms.grid_drawing import draw_rows
from jizhou_desktop.documents.forms.page_ends import Ends, draw_foot, draw_head, draw_under, laid_ends
from jizhou_desktop.documents.forms.paging import paged
from jizhou_desktop.documents.sheet import A4_HEIGHT, A4_WIDTH, Sheet
from jizhou_desktop.domain.face import Printed

LEFT, RIGHT, TOP, BOTTOM = 25.0, 20.0, 20.0, 20.0
"""Margins in mm; the left one is wider, for binding."""


@dataclass(frozen=True)
class FormPaper:
    """What is printed: `title` in one or two lines, `left` and `right` above the grid, `notes` under it.

    `columns` are shares of the page's width. `corner` are lines at the upper right (表号, 制表机关). `signs` are the
    words at the foot that ask for a signature, spread over the width. `qr` is what a QR code beside the notes says.
    `wide` turns the paper (A4 横排).
    """

    title: str
    columns: Sequence[float]
    rows: Sequence[Row]
    left: str = ""
    right: str = ""
    notes: Sequence[str] = ()
    signs: Sequence[str] = ()
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
    ends = laid_ends(sheet, _ends(paper), LEFT, width - RIGHT)
    room = height - TOP - BOTTOM
    pages = paged(rows, room - ends.head, room, ends.under)
    for number, page in enumerate(pages, start=1):
        sheet.page(width, height)
        y = TOP
        if number == 1:
            draw_head(sheet, ends, TOP)
            y += ends.head
        end = draw_rows(sheet, page, LEFT, y, grid_width)
        if number == len(pages):
            draw_under(sheet, ends, end)
        draw_foot(sheet, f"第 {number} 页　共 {len(pages)} 页", width / 2, height - BOTTOM + 9)


def _ends(paper: FormPaper) -> Ends:
    return Ends(paper.title, paper.left, paper.right, paper.notes, paper.signs, paper.corner, paper.qr)
