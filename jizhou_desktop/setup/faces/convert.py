"""From a package's font file to the TrueType face that ReportLab can embed (it refuses PostScript outlines)."""

from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

# One unit of a thousand to the em: 0.006 mm at 16 pt, below what any printer shows.
_MOST_ERROR_UNITS = 1.0
# Hinting, vertical writing and layout features: no page of ours uses them, and they double the time to load.
_NEEDLESS = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "VVAR", "cvt ", "fpgm", "gasp", "prep", "vhea", "vmtx")


def to_truetype(source: Path, target: Path) -> bool:
    """Writes the face as plain TrueType; says whether its outlines were converted from PostScript.

    Raises fontTools' TTLibError where the file is no font.
    """
    with TTFont(source) as font:
        converted = "glyf" not in font
        if converted:
            _convert_outlines(font)
        for tag in _NEEDLESS:
            if tag in font:
                del font[tag]
        font["post"].formatType = 3.0  # without glyph names: 30,000 of them serve nobody
        font.save(target)
    return converted


def _convert_outlines(font: TTFont) -> None:
    """Cubic curves become quadratic ones; the advance widths stay as they are."""
    glyph_set = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyph_set[name].draw(Cu2QuPen(pen, _MOST_ERROR_UNITS, reverse_direction=True))
        glyphs[name] = pen.glyph()
    _take_glyphs(font, glyphs)


def _take_glyphs(font: TTFont, glyphs: dict[str, object]) -> None:
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = glyphs
    metrics = font["hmtx"]
    for name, glyph in glyphs.items():
        glyph.recalcBounds(glyf)  # type: ignore[attr-defined]
        metrics[name] = (metrics[name][0], getattr(glyph, "xMin", 0))
    del font["CFF "]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"):
        setattr(maxp, field, 0)
    for field in ("maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font.sfntVersion = "\x00\x01\x00\x00"
