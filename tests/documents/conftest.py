"""The built faces, and faces made here for the tests of finding them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from jizhou_desktop.documents.fonts.face_facts import common_characters
from jizhou_desktop.documents.fonts.find import find_faces

BUILT = Path(__file__).parents[2] / "resources" / "fonts" / "built"


@pytest.fixture(scope="session")
def faces():
    """The faces that set-up built."""
    return find_faces([BUILT])


@pytest.fixture
def created():
    return datetime(2020, 7, 21, 1, 0, tzinfo=UTC)


@pytest.fixture
def make_face():
    return write_face


def write_face(
    file: Path,
    name: str,
    characters: Iterable[str] = common_characters(),
    *,
    embedding: int = 0,
    blank: bool = False,
    chinese_name: str = "",
) -> Path:
    """A face whose every character is a square of its own width, or a blank."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({ord(character): "square" for character in characters})
    builder.setupGlyf({".notdef": _square(), "square": TTGlyphPen(None).glyph() if blank else _square()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "square": (1000, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    names = {"familyName": name, "styleName": "Regular", "psName": "".join(name.split()), "fullName": name}
    builder.setupNameTable(names)
    if chinese_name:
        builder.font["name"].setName(chinese_name, 1, 3, 1, 0x0804)
    builder.setupOS2(fsType=embedding)
    builder.setupPost()
    file.parent.mkdir(parents=True, exist_ok=True)
    builder.save(file)
    return file


def _square():
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 800), (800, 800), (800, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
