"""Writing an official document as a PDF: head, title, body, ending, annexes, colophon, page numbers."""

from datetime import datetime
from pathlib import Path

from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.official.annexes import Annexes
from jizhou_desktop.documents.official.colophon import Colophon
from jizhou_desktop.documents.official.ending import annex_note, with_ending
from jizhou_desktop.documents.official.flow import flow
from jizhou_desktop.documents.official.head import draw_head
from jizhou_desktop.documents.official.letter import draw_letter_foot, draw_letter_head
from jizhou_desktop.documents.official.minutes import attendance, draw_minutes_head
from jizhou_desktop.documents.official.order import draw_order_head
from jizhou_desktop.documents.official.page_number import draw_page_number
from jizhou_desktop.documents.official.strips import Item, body_items
from jizhou_desktop.documents.official.title import addressee_rows, draw_title
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.domain.standard_page import BOTTOM, HAIR, LEAST_BODY, ROW, ROWS_OVER_TITLE, below

_HEADS = {Layout.DOCUMENT: draw_head, Layout.LETTER: draw_letter_head, Layout.MINUTES: draw_minutes_head}


def write_official(document: OfficialDocument, path: Path, faces: Faces, *, created: datetime) -> Printed:
    """Writes the document. Raises UserError where the file cannot be written."""
    title = document.title.replace("\n", "")
    sheet = Sheet(path, faces, title=title, author="、".join(document.offices), created=created)
    _Writer(sheet, document).write()
    return sheet.finish()


class _Writer:
    def __init__(self, sheet: Sheet, document: OfficialDocument) -> None:
        self._sheet = sheet
        self._setter = Setter(sheet)
        self._document = document

    def write(self) -> None:
        document = self._document
        self._sheet.page()
        top, main_to = self._draw_head()
        colophon = Colophon(document, self._sheet, main_to)
        pages = flow(self._items(), self._sheet, top)
        if not document.annexes and BOTTOM - pages[-1].end < colophon.needed:
            pages[-1].draw_together(free=colophon.needed)
        for number, page in enumerate(pages):
            if number:
                self._sheet.page()
            page.draw(self._sheet)
            self._draw_foot()
        end = Annexes(self._sheet, self._setter).draw(document, pages[-1].end)
        self._draw_colophon(colophon, end)

    def _draw_head(self) -> tuple[float, str]:
        """Down to the addressees; gives where the body begins, and the addressees that found no room."""
        document = self._document
        if document.layout is Layout.ORDER:
            return draw_order_head(self._setter, document), ""
        top = _HEADS[document.layout](self._setter, document)
        top = draw_title(self._sheet, document.title, below(top, ROWS_OVER_TITLE), document.offices)
        return self._draw_addressees(top)

    def _items(self) -> list[Item]:
        document, setter = self._document, self._setter
        body = list(body_items(document.blocks, setter))
        if document.layout is Layout.MINUTES:
            # the date of minutes stands in their head, and nobody signs them
            return [*body, *annex_note(document, setter), *attendance(document, setter)]
        return with_ending(body, document, setter)

    def _draw_addressees(self, top: float) -> tuple[float, str]:
        """Gives where the body begins, and the addressees where they would leave it no room on the first page."""
        rows = addressee_rows(self._document.addressees, self._setter)
        if top + (len(rows) + LEAST_BODY) * ROW > BOTTOM + HAIR:
            return top, self._document.addressees
        for number, row in enumerate(rows):
            row.draw(self._sheet, top + number * ROW)
        return top + len(rows) * ROW, ""

    def _draw_foot(self) -> None:
        if self._document.layout is Layout.LETTER and self._sheet.pages == 1:
            draw_letter_foot(self._sheet)
        else:
            draw_page_number(self._sheet, self._sheet.pages)

    def _draw_colophon(self, colophon: Colophon, end: float) -> None:
        """On the last page where it has room; pages without text, before it and its own, bear no number (7.5)."""
        if not colophon.height:
            return
        if BOTTOM - end < colophon.needed - HAIR:
            self._sheet.page()
        if self._document.both_sides and self._sheet.pages % 2:
            self._sheet.page()
        colophon.draw()
