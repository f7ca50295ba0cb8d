"""Writing an official document as a PDF: head, title, body, ending, annexes, colophon, page numbers."""

from datetime import datetime
from pathlib import Path

from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.official.annexes import draw_annexes
from jizhou_desktop.documents.official.body import draw_body
from jizhou_desktop.documents.official.colophon import colophon_height, draw_colophon
from jizhou_desktop.documents.official.ending import draw_ending, ending_height
from jizhou_desktop.documents.official.flow import FlowPage, flow
from jizhou_desktop.documents.official.head import draw_head
from jizhou_desktop.documents.official.letter import draw_letter_foot, draw_letter_head
from jizhou_desktop.documents.official.minutes import attendance_rows, draw_minutes_head
from jizhou_desktop.documents.official.page_number import draw_page_number
from jizhou_desktop.documents.official.runs import body_rows
from jizhou_desktop.documents.official.title import below, draw_addressees, draw_title
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.documents.typeset.geometry import BOTTOM
from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.face import Printed

_HEADS = {Layout.DOCUMENT: draw_head, Layout.LETTER: draw_letter_head, Layout.MINUTES: draw_minutes_head}


def write_official(document: OfficialDocument, path: Path, faces: Faces, *, created: datetime) -> Printed:
    """Writes the document. Raises UserError where the file cannot be written."""
    title = document.title.replace("\n", "")
    sheet = Sheet(path, faces, title=title, author="、".join(document.offices), created=created)
    sheet.page()
    pages = _first_page_and_flow(sheet, document)
    for number, page in enumerate(pages):
        if number:
            sheet.page()
        draw_body(sheet, page)
        _number(sheet, document)
        if number == 0 and document.layout is Layout.LETTER:
            draw_letter_foot(sheet)
    end = draw_ending(sheet, document, pages[-1].end)
    end = draw_annexes(sheet, document, end)
    if document.printed_by and BOTTOM - end < colophon_height(document, sheet):
        # a page that holds nothing but the colophon bears no number (7.5)
        sheet.page()
    draw_colophon(sheet, document)
    return sheet.finish()


def _first_page_and_flow(sheet: Sheet, document: OfficialDocument) -> list[FlowPage]:
    """Draws what precedes the body on the first page and lays the body on pages."""
    bottom = _HEADS[document.layout](sheet, document)
    if document.layout is not Layout.MINUTES:
        blank = 2 if document.layout is Layout.DOCUMENT else 1
        bottom = draw_title(sheet, document.title, below(bottom, blank))
    top = draw_addressees(sheet, document.addressees, below(bottom, 1))
    rows = [*body_rows(document.blocks, sheet), *attendance_rows(document, sheet)]
    return flow(rows, sheet, top, _after_body(sheet, document))


def _after_body(sheet: Sheet, document: OfficialDocument) -> float:
    """What the last page of the body must still hold, mm."""
    return ending_height(document, sheet)


def _number(sheet: Sheet, document: OfficialDocument) -> None:
    if not (document.layout is Layout.LETTER and sheet.pages == 1):
        draw_page_number(sheet, sheet.pages)
