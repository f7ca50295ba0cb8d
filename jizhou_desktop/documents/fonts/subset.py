"""A TrueType font of only the glyphs that a paper uses, as PDF embeds it (ISO 32000-1, 9.9)."""

import struct
import sys
from array import array
from collections.abc import Sequence

from jizhou_desktop.documents.fonts.font_file import FontFile

_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080


def write_subset(font: FontFile, glyphs: Sequence[int]) -> bytes:
    """The font file whose glyph n is `glyphs[n]` of `font`; parts of composed glyphs follow behind them.

    The first must be glyph 0, the .notdef of every font. Instructions are kept: some older Chinese faces put their
    strokes in place by them.
    """
    wanted, outlines = list(glyphs), list[bytes]()
    # `wanted` grows while it is walked: a composed glyph asks for its parts, and these may be composed again.
    for glyph in wanted:
        outline = font.outline(glyph)
        composed = len(outline) >= 10 and outline[0] >= 0x80
        outlines.append(_renumber_parts(outline, wanted) if composed else outline)
    return _font_file(
        {
            "cvt ": font.table("cvt "),
            "fpgm": font.table("fpgm"),
            "glyf": b"".join(map(_padded, outlines)),
            "head": _head(font),
            "hhea": (font.table("hhea") or b"")[:34] + struct.pack(">H", len(wanted)),
            "hmtx": b"".join(struct.pack(">HH", font.advance(glyph), font.bearing(glyph)) for glyph in wanted),
            "loca": _loca(outlines),
            "maxp": _maxp(font, len(wanted)),
            "prep": font.table("prep"),
        }
    )


def _renumber_parts(outline: bytes, wanted: list[int]) -> bytes:
    """Points a composed glyph at the new numbers of its parts; parts not yet wanted are added."""
    changed, at, flags = bytearray(outline), 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        if part not in wanted:
            wanted.append(part)
        struct.pack_into(">H", changed, at + 2, wanted.index(part))
        at += 4 + (4 if flags & _WORDS else 2) + _transform_size(flags)
    return bytes(changed)


def _transform_size(flags: int) -> int:
    if flags & _SCALE:
        return 2
    if flags & _XY_SCALE:
        return 4
    return 8 if flags & _TWO_BY_TWO else 0


def _head(font: FontFile) -> bytes:
    head = bytearray(font.table("head") or b"")
    struct.pack_into(">L", head, 8, 0)  # the whole file's checksum; no PDF reader asks for it
    struct.pack_into(">h", head, 50, 1)  # `loca` in long numbers
    return bytes(head)


def _maxp(font: FontFile, count: int) -> bytes:
    maxp = bytearray(font.table("maxp") or b"")
    struct.pack_into(">H", maxp, 4, count)
    return bytes(maxp)


def _loca(outlines: Sequence[bytes]) -> bytes:
    offsets, at = array("I", [0]), 0
    for outline in outlines:
        at += len(outline) + -len(outline) % 4
        offsets.append(at)
    return _big_endian(offsets)


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _big_endian(numbers: "array[int]") -> bytes:
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers.tobytes()


def _checksum(padded: bytes) -> int:
    numbers = array("I", padded)
    if sys.byteorder == "little":
        numbers.byteswap()
    return sum(numbers) & 0xFFFFFFFF


def _font_file(tables: dict[str, bytes | None]) -> bytes:
    present = {tag: table for tag, table in tables.items() if table}
    count = len(present)
    power = 1 << (count.bit_length() - 1)
    directory = [struct.pack(">LHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))]
    bodies, at = list[bytes](), 12 + 16 * count
    for tag in sorted(present):
        body = _padded(present[tag])
        directory.append(struct.pack(">4sLLL", tag.encode(), _checksum(body), at, len(present[tag])))
        bodies.append(body)
        at += len(body)
    return b"".join([*directory, *bodies])
