"""The part of a face that one paper (or one constant part of papers) uses, and its form inside the PDF."""

import hashlib
import re
import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFString

from jizhou_desktop.documents.fonts.font_file import FontFile
from jizhou_desktop.documents.fonts.subset import write_subset
from jizhou_desktop.documents.fonts.to_unicode import write_to_unicode
from jizhou_desktop.documents.pdf_stream import PackedStream

_SYMBOLIC = 4


class EmbeddedFont:
    """Gives each character used a two-byte code in the order of use, and writes the font object in the end.

    Codes go by character and not by glyph: two characters that share a glyph stay two when the text is copied.
    """

    def __init__(self, font: FontFile) -> None:
        self.font = font
        self._codes: dict[str, tuple[str, float]] = {}
        self._glyphs: list[int] = [0]
        self._packed: _Packed | None = None

    def code(self, character: str, glyph: int) -> tuple[str, float]:
        """The character's code as four hex digits and its advance in ems. `glyph` is what draws it."""
        known = self._codes.get(character)
        if known is None:
            known = f"{len(self._glyphs):04X}", self.font.advance(glyph) / self.font.units_per_em
            self._codes[character] = known
            self._glyphs.append(glyph)
            self._packed = None
        return known

    def add_to(self, document: PDFDocument) -> PDFObjectReference:
        """Writes the font's objects into the document and refers to them."""
        if self._packed is None:
            self._packed = _packed(self.font, tuple(self._codes), tuple(self._glyphs))
        return self._packed.add_to(document)


class _Packed:
    """The compressed streams of a finished subset; kept, so that a constant part is packed once for many files."""

    def __init__(self, font: FontFile, characters: Sequence[str], glyphs: Sequence[int]) -> None:
        subset = write_subset(font, glyphs)
        self._file = PackedStream(zlib.compress(subset), {"Length1": len(subset)})
        self._to_unicode = PackedStream(zlib.compress(write_to_unicode(characters)))
        self._name = f"{_tag(subset)}+{_pdf_name(font.postscript_name)}"
        scale = 1000 / font.units_per_em
        self._widths = f"[0 [{' '.join(f'{font.advance(glyph) * scale:.3f}' for glyph in glyphs)}]]"
        self._box = f"[{' '.join(str(round(value * scale)) for value in font.box)}]"
        self._ascent, self._descent = round(font.ascent * scale), round(font.descent * scale)

    def add_to(self, document: PDFDocument) -> PDFObjectReference:
        add: Callable[[object], PDFObjectReference] = document.Reference
        name = PDFName(self._name)
        descriptor = {
            "Type": PDFName("FontDescriptor"), "FontName": name, "Flags": _SYMBOLIC, "FontBBox": self._box,
            "ItalicAngle": 0, "Ascent": self._ascent, "Descent": self._descent, "CapHeight": self._ascent,
            "StemV": 80, "FontFile2": add(self._file.copy()),
        }  # fmt: skip
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        descendant = {
            "Type": PDFName("Font"), "Subtype": PDFName("CIDFontType2"), "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(system), "FontDescriptor": add(PDFDictionary(descriptor)),
            "DW": 1000, "W": self._widths, "CIDToGIDMap": PDFName("Identity"),
        }  # fmt: skip
        font = {
            "Type": PDFName("Font"), "Subtype": PDFName("Type0"), "BaseFont": name,
            "Encoding": PDFName("Identity-H"), "DescendantFonts": PDFArray([add(PDFDictionary(descendant))]),
            "ToUnicode": add(self._to_unicode.copy()),
        }  # fmt: skip
        return add(PDFDictionary(font))


@lru_cache(maxsize=64)
def _packed(font: FontFile, characters: tuple[str, ...], glyphs: tuple[int, ...]) -> _Packed:
    """Papers of one form name the same things in the same order: they share the subset of those characters."""
    return _Packed(font, characters, glyphs)


def _tag(subset: bytes) -> str:
    """Six capital letters that name this subset (ISO 32000-1, 9.6.4), the same for the same glyphs."""
    digest = hashlib.sha256(subset).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _pdf_name(name: str) -> str:
    return re.sub(r"[^0-9A-Za-z_-]", "", name) or "Face"
