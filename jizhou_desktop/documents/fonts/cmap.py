"""Which glyph draws a character: the `cmap` table of a font file (OpenType 1.9, formats 4 and 12)."""

import struct
import sys
from array import array

_BEST_FIRST = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


def read_cmap(table: bytes) -> dict[int, int]:
    """Code point → glyph id of the best Unicode subtable, or empty. Raises struct.error where the table is cut."""
    count = struct.unpack_from(">H", table, 2)[0]
    offsets: dict[tuple[int, int], int] = {}
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", table, 4 + 8 * number)
        offsets[platform, encoding] = offset
    for key in _BEST_FIRST:
        if key in offsets:
            return _read_subtable(table, offsets[key])
    return {}


def _read_subtable(table: bytes, offset: int) -> dict[int, int]:
    form = struct.unpack_from(">H", table, offset)[0]
    if form == 4:
        return _read_segments(table, offset)
    return _read_groups(table, offset) if form == 12 else {}


def _read_groups(table: bytes, offset: int) -> dict[int, int]:
    """Format 12: groups of consecutive characters drawn by consecutive glyphs."""
    glyphs: dict[int, int] = {}
    count = struct.unpack_from(">L", table, offset + 12)[0]
    last = -1
    for start, end, glyph in struct.iter_unpack(">LLL", table[offset + 16 : offset + 16 + 12 * count]):
        # Groups ascend, as the format asks; so a file made to harm cannot list all of Unicode a thousand times.
        if last < start <= end <= sys.maxunicode:
            glyphs.update(zip(range(start, end + 1), range(glyph, glyph + end - start + 1), strict=True))
            last = end
    return _without_notdef(glyphs)


def _read_segments(table: bytes, offset: int) -> dict[int, int]:
    """Format 4: segments of the basic plane, with a delta or through a list of glyphs."""
    length, _, double_count = struct.unpack_from(">HHH", table, offset + 2)
    count = double_count // 2
    # Some large Chinese faces have a subtable beyond 64 KiB, so that its length field has wrapped: words are read on.
    words = _words(table[offset : offset + max(length, 16 + 8 * count) + 0x20000])
    ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, first = words[8 + 2 * count : 8 + 3 * count], 8 + 3 * count
    glyphs: dict[int, int] = {}
    last = -1
    for number in range(count):
        start, end, delta, shift = starts[number], ends[number], deltas[number], words[first + number]
        if not last < start <= end:
            continue
        last = end
        codes = range(start, min(end, 0xFFFE) + 1)
        if shift == 0:
            glyphs.update((code, (code + delta) & 0xFFFF) for code in codes)
            continue
        at = first + number + shift // 2
        found = words[at : at + len(codes)]
        glyphs.update((code, (glyph + delta) & 0xFFFF) for code, glyph in zip(codes, found, strict=False) if glyph)
    return _without_notdef(glyphs)


def _words(data: bytes) -> "array[int]":
    words = array("H", data[: len(data) & ~1])
    if sys.byteorder == "little":
        words.byteswap()
    return words


def _without_notdef(glyphs: dict[int, int]) -> dict[int, int]:
    return {code: glyph for code, glyph in glyphs.items() if glyph}
