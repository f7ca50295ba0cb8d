"""PostScript outlines become TrueType: ReportLab takes the face, and the shapes stay where they were."""

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont, TTLibError
from reportlab.pdfbase.ttfonts import TTFError
from reportlab.pdfbase.ttfonts import TTFont as PdfFace

from jizhou_desktop.setup.faces.convert import to_truetype


def _bounds(file, character):
    with TTFont(file) as font:
        glyphs = font.getGlyphSet()
        pen = BoundsPen(glyphs)
        glyphs[font.getBestCmap()[ord(character)]].draw(pen)
        return pen.bounds


def test_reportlab_refuses_the_source_and_takes_the_converted_face(make_face, tmp_path):
    source = make_face("啊阿")
    with pytest.raises(TTFError, match="postscript outlines"):
        PdfFace("refused", str(source))
    assert to_truetype(source, tmp_path / "made.ttf") is True
    assert PdfFace("taken", str(tmp_path / "made.ttf")).stringWidth("啊阿", 16) == 32


def test_the_outline_moves_by_no_more_than_a_unit_of_a_thousand(make_face, tmp_path):
    source = make_face("啊阿")
    to_truetype(source, tmp_path / "made.ttf")
    before, after = _bounds(source, "啊"), _bounds(tmp_path / "made.ttf", "啊")
    assert before == pytest.approx((50, 0, 650, 675))
    assert after == pytest.approx(before, abs=1)


def test_a_curve_stays_a_curve_and_does_not_become_hundreds_of_points(make_face, tmp_path):
    to_truetype(make_face("啊阿"), tmp_path / "made.ttf")
    with TTFont(tmp_path / "made.ttf") as font:
        glyph = font["glyf"][font.getBestCmap()[ord("啊")]]
        assert 0 in glyph.flags  # a point off the curve
        assert 5 <= len(glyph.coordinates) <= 9


def test_a_truetype_face_keeps_its_outlines_and_loses_what_no_page_uses(make_face, tmp_path):
    source = make_face("啊阿", postscript=False, name="trial.ttf")
    assert to_truetype(source, tmp_path / "made.ttf") is False
    with TTFont(source) as before, TTFont(tmp_path / "made.ttf") as after:
        assert "GPOS" in before
        assert "GPOS" not in after
        glyph = before["glyf"]["u0554A"]
        assert glyph == after["glyf"][after.getBestCmap()[ord("啊")]]


def test_what_is_no_font_is_refused(tmp_path):
    (tmp_path / "page.html").write_text("<html>sign in</html>")
    with pytest.raises(TTLibError):
        to_truetype(tmp_path / "page.html", tmp_path / "made.ttf")
