"""The font inside a PDF: only the glyphs of the paper, whole and readable by others."""

import io

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from jizhou_desktop.documents.fonts.font_file import FontFile
from jizhou_desktop.documents.fonts.subset import write_subset
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Role


def test_a_subset_has_the_same_outlines_and_advances_as_the_face(faces):
    face = faces.by_role[Role.FANGSONG]
    font = FontFile(face.file, face.index)
    glyphs = [0, *(font.glyphs[ord(character)] for character in "渔阳镇人民政府〔2020〕")]
    whole, part = TTFont(face.file), TTFont(io.BytesIO(write_subset(font, glyphs)), checkChecksums=2)
    assert part["maxp"].numGlyphs == len(glyphs)
    for number, glyph in enumerate(glyphs):
        old, new = whole.getGlyphName(glyph), part.getGlyphName(number)
        assert part["hmtx"][new] == whole["hmtx"][old]
        assert part["glyf"][new].getCoordinates(part["glyf"]) == whole["glyf"][old].getCoordinates(whole["glyf"])


@pytest.fixture
def composed(tmp_path):
    """A face whose third glyph is made of the second, and the fourth of the third."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "filler", "stroke", "two", "four"])
    builder.setupCharacterMap({ord("一"): "stroke", ord("二"): "two", ord("四"): "four"})
    stroke, two, four = TTGlyphPen(None), TTGlyphPen({"stroke": None}), TTGlyphPen({"two": None})
    stroke.moveTo((0, 0))
    stroke.lineTo((0, 100))
    stroke.lineTo((800, 100))
    stroke.closePath()
    two.addComponent("stroke", (1, 0, 0, 1, 0, 0))
    two.addComponent("stroke", (0.5, 0, 0, 0.5, 300, 400))
    four.addComponent("two", (1, 0, 0, 1, 0, 0))
    empty = TTGlyphPen(None).glyph()
    glyphs = {".notdef": empty, "filler": empty, "stroke": stroke.glyph(), "two": two.glyph(), "four": four.glyph()}
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Composed", "styleName": "Regular", "psName": "Composed"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "composed.ttf")
    return tmp_path / "composed.ttf"


def test_the_parts_of_a_composed_glyph_come_along(composed):
    font = FontFile(composed)
    part = TTFont(io.BytesIO(write_subset(font, [0, font.glyphs[ord("四")]])))
    assert part["maxp"].numGlyphs == 4
    whole = TTFont(composed)
    drawn = part["glyf"][part.getGlyphName(1)].getCoordinates(part["glyf"])[0]
    assert list(drawn) == list(whole["glyf"]["four"].getCoordinates(whole["glyf"])[0])


def test_a_face_file_that_is_gone_or_no_font_is_told(tmp_path):
    (tmp_path / "text.ttf").write_text("不是字体", "utf-8")
    for name in ("absent.ttf", "text.ttf"):
        with pytest.raises(UserError, match="字体文件"):
            FontFile(tmp_path / name)
