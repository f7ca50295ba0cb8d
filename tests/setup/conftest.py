"""Faces made for the tests: squares for characters, since no font file is committed."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

MakeFace = Callable[..., Path]


def _draw(pen) -> None:
    """A square with one cubic side: 600 units wide, standing on the base line."""
    pen.moveTo((50, 0))
    pen.lineTo((50, 600))
    pen.curveTo((200, 700), (500, 700), (650, 600))
    pen.lineTo((650, 0))
    pen.closePath()


def _make(target: Path, characters: Iterable[str], *, postscript: bool, fs_type: int) -> Path:
    names = {ord(character): f"u{ord(character):05X}" for character in characters}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=not postscript)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    if postscript:
        pen = T2CharStringPen(1000, None)
        _draw(pen)
        builder.setupCFF("Trial", {}, dict.fromkeys(order, pen.getCharString()), {})
    else:
        pen = TTGlyphPen(None)
        pen.moveTo((50, 0))
        pen.lineTo((50, 600))
        pen.lineTo((650, 600))
        pen.closePath()
        builder.setupGlyf(dict.fromkeys(order, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 50)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Trial", "styleName": "Regular", "psName": "Trial-Regular"})
    builder.setupOS2(fsType=fs_type, sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    builder.addOpenTypeFeatures("feature kern { pos u0554A u0554A -10; } kern;")
    builder.save(target)
    return target


@pytest.fixture
def make_face(tmp_path) -> MakeFace:
    """Writes a face with these characters: `postscript` outlines as Fandol has, or TrueType; embedding bits."""

    def make(characters: Iterable[str], *, postscript: bool = True, fs_type: int = 8, name: str = "trial.otf") -> Path:
        return _make(tmp_path / name, characters, postscript=postscript, fs_type=fs_type)

    return make
