"""What many papers have alike, as the grid and the labels of a form: drawn once, packed once, laid on each page."""

import zlib
from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference

from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.pdf_stream import PackedStream
from jizhou_desktop.documents.pen import POINTS, Pen
from jizhou_desktop.documents.type_case import TypeCase


class Part:
    """A form XObject of `width` × `height` mm that `draw` fills; `Sheet.place` lays it on pages of any files.

    It carries its own subsets of the faces, so that a file adds only the characters which are its own.
    """

    def __init__(self, faces: Faces, width: float, height: float, draw: Callable[[Pen], None]) -> None:
        self.types = TypeCase(faces)
        pen = _PartPen(self.types, height)
        draw(pen)
        self._packed = zlib.compress(pen.content())
        self._box = PDFArray([0, 0, round(width * POINTS, 3), round(height * POINTS, 3)])
        self.height = height

    def add_to(self, document: PDFDocument) -> PDFObjectReference:
        """Writes the part into a file and refers to it."""
        fonts = {name: font.add_to(document) for name, font in self.types.fonts.items()}
        entries = {
            "Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": self._box,
            "Resources": PDFDictionary({"Font": PDFDictionary(fonts)}),
        }  # fmt: skip
        reference: PDFObjectReference = document.Reference(PackedStream(self._packed, entries))
        return reference


class _PartPen(Pen):
    def content(self) -> bytes:
        return self._content()
