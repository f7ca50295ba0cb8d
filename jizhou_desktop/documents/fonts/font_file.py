"""One face of a font file, read as far as drawing needs it: characters, advances, outlines."""

import struct
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.sfnt import SFNTReader

from jizhou_desktop.documents.fonts.cmap import read_cmap
from jizhou_desktop.domain.errors import UserError


@dataclass(frozen=True)
class Ink:
    """The box that a glyph blackens, in ems from the origin on the baseline, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


class FontFile:
    """A TrueType face, parsed once; `jizhou_desktop.documents.fonts.registered` keeps one for the whole process.

    Widths and boxes are in ems (1 em is the type size). Raises UserError where the file is no sound TrueType face.
    """

    def __init__(self, file: Path, index: int = 0) -> None:
        try:
            with TTFont(file, fontNumber=index, lazy=True) as font:
                reader: SFNTReader = font.reader
                self._tables: dict[str, bytes] = {tag: reader[tag] for tag in _NEEDED if tag in reader}
                self.postscript_name = str(font["name"].getDebugName(6) or file.stem)
            self._read_tables(self._tables.pop("cmap"), self._tables.pop("loca"))
        except (TTLibError, OSError, KeyError, struct.error) as error:
            raise UserError(f"字体文件 {file} 已损坏或不是 TrueType 字体，请重新安装该字体。") from error

    def _read_tables(self, cmap: bytes, loca: bytes) -> None:
        head, hhea = self._tables["head"], self._tables["hhea"]
        self.units_per_em: int = struct.unpack_from(">H", head, 18)[0]
        self.box: tuple[int, ...] = struct.unpack_from(">4h", head, 36)
        self.ascent, self.descent = struct.unpack_from(">hh", hhea, 4)
        self.glyph_count: int = struct.unpack_from(">H", self._tables["maxp"], 4)[0]
        self.glyphs = read_cmap(cmap)
        self._outlines = self._tables["glyf"]
        long = struct.unpack_from(">h", head, 50)[0] != 0
        offsets = _numbers("I" if long else "H", loca)
        self._offsets: Sequence[int] = offsets if long else [2 * offset for offset in offsets]

    def table(self, tag: str) -> bytes | None:
        """The bytes of a table, or None."""
        return self._tables.get(tag)

    @cached_property
    def _metrics(self) -> Sequence[int]:
        """Advance and left bearing in turn, as `hmtx` lists them."""
        return _numbers("H", self._tables["hmtx"])

    @cached_property
    def _metric_count(self) -> int:
        return int(struct.unpack_from(">H", self._tables["hhea"], 34)[0])

    def advance(self, glyph: int) -> int:
        """The glyph's advance in font units."""
        return self._metrics[2 * min(glyph, self._metric_count - 1)]

    def bearing(self, glyph: int) -> int:
        """The glyph's left side bearing in font units, as the table holds it (0—65535)."""
        if glyph < self._metric_count:
            return self._metrics[2 * glyph + 1]
        at = self._metric_count + glyph
        return self._metrics[at] if at < len(self._metrics) else 0

    def outline(self, glyph: int) -> bytes:
        """The glyph's record in `glyf`; empty for a blank."""
        if glyph + 1 >= len(self._offsets):
            return b""
        return self._outlines[self._offsets[glyph] : self._offsets[glyph + 1]]

    def has_ink(self, glyph: int) -> bool:
        """Whether the glyph has an outline to blacken."""
        return glyph + 1 < len(self._offsets) and self._offsets[glyph] < self._offsets[glyph + 1]

    def ink(self, glyph: int) -> Ink | None:
        """The glyph's box, or None for a blank."""
        outline = self.outline(glyph)
        if len(outline) < 10:
            return None
        left, bottom, right, top = (value / self.units_per_em for value in struct.unpack_from(">4h", outline, 2))
        return Ink(left, bottom, right, top)


_NEEDED = ("head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf", "cvt ", "fpgm", "prep")


def _numbers(kind: str, data: bytes) -> "array[int]":
    """Big-endian numbers of `kind` (array type code), as many as are whole."""
    numbers = array(kind)
    numbers.frombytes(data[: len(data) - len(data) % numbers.itemsize])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
