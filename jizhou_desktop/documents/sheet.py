"""A paper on the way to its PDF: pages drawn one after the other, written whole as an archive file."""

import zlib
from datetime import datetime
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference

from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.part import Part
from jizhou_desktop.documents.pdf_stream import PackedStream
from jizhou_desktop.documents.pdfa import About, archive_document, finished
from jizhou_desktop.documents.pen import POINTS, Pen
from jizhou_desktop.documents.type_case import TypeCase
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.files.whole import whole_file

A4_WIDTH, A4_HEIGHT = 210.0, 297.0


class Sheet(Pen):
    """Draws a PDF/A-2b file page by page, in mm from the top left; the same drawing gives the same bytes.

    Nothing is on the disk before `finish`, which writes the file whole (NAME.part, synced, renamed).
    """

    def __init__(
        self, path: Path, faces: Faces, *, title: str, author: str = "", subject: str = "", created: datetime
    ) -> None:
        super().__init__(TypeCase(faces), A4_HEIGHT)
        self._path = path
        self._about = About(title, author, subject, created)
        self._document = archive_document(self._about)
        self._fonts, self._parts_placed = PDFDictionary({}), PDFDictionary({})
        resources = PDFDictionary({"Font": self._fonts, "XObject": self._parts_placed})
        self._resources: PDFObjectReference = self._document.Reference(resources)
        self._parts: dict[int, tuple[str, Part]] = {}
        self._page_box: PDFArray | None = None
        self.pages = 0

    def page(self, width: float = A4_WIDTH, height: float = A4_HEIGHT) -> None:
        """Turns to a new page of `width` × `height` mm; what is drawn from here on stands on it."""
        if self._operators and not self.pages:
            raise ValueError("drawn before the first page")
        self._end_page()
        self._begin(height)
        self._page_box = PDFArray([0, 0, round(width * POINTS, 3), round(height * POINTS, 3)])
        self.pages += 1

    def place(self, part: Part, x: float = 0, y: float = 0) -> None:
        """Lays a part with its top left corner at x, y mm; the file holds it once, on however many pages it lies."""
        known = self._parts.get(id(part))
        if known is None:
            known = self._parts[id(part)] = f"X{len(self._parts) + 1}", part
            self._types.missing |= part.types.missing
            self._types.used = part.types.used | self._types.used
        bottom = (self._height - y - part.height) * POINTS
        self._operators.append(f"q 1 0 0 1 {x * POINTS:.3f} {bottom:.3f} cm /{known[0]} Do Q")

    def finish(self) -> Printed:
        """Writes the file and tells what it holds. Raises UserError where it cannot be written."""
        if not self.pages:
            raise ValueError("a paper without a page")
        self._end_page()
        for name, part in self._parts.values():
            self._parts_placed[name] = part.add_to(self._document)
        for name, font in self._types.fonts.items():
            self._fonts[name] = font.add_to(self._document)
        data = finished(self._document)
        with whole_file(self._path) as file:
            file.write_bytes(data)
        faces = {role: face.name for role, face in self._types.used.items()}
        return Printed(self._path, self.pages, faces, tuple(self._types.missing))

    def _end_page(self) -> None:
        if self._page_box is None:
            return
        page = {
            "Type": PDFName("Page"), "Parent": self._document.Reference(self._document.Pages),
            "MediaBox": self._page_box, "Resources": self._resources,
            "Contents": self._document.Reference(PackedStream(zlib.compress(self._content()))),
        }  # fmt: skip
        self._document.addPage(PDFDictionary(page))
        self._page_box = None
