"""A stream of bytes in a PDF file, compressed before it gets there."""

from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject


class PackedStream(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """Bytes packed by zlib, with the entries of their dictionary.

    ReportLab's own stream wraps the bytes in ASCII85 and sets no line end before `endstream`, which PDF/A asks for
    (ISO 19005-2, 6.1.7.1); and it packs them anew for each file.
    """

    __RefOnly__ = 1

    def __init__(self, packed: bytes, entries: Mapping[str, object] | None = None, *, plain: bool = False) -> None:
        self._packed = packed
        self._entries = dict(entries or {})
        self._plain = plain

    def copy(self) -> "PackedStream":
        """The same stream for another file: ReportLab marks an object with its number in a file."""
        return PackedStream(self._packed, self._entries, plain=self._plain)

    def format(self, document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        entries = dict(self._entries, Length=len(self._packed))
        if not self._plain:
            entries["Filter"] = PDFName("FlateDecode")
        head: bytes = PDFDictionary(entries).format(document)
        return head + b"\nstream\n" + self._packed + b"\nendstream"
