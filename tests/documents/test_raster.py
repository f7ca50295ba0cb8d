"""Pages as pictures, words with their boxes, and the fonts of a file."""

import pytest

from jizhou_desktop.documents import raster
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Role


@pytest.fixture
def paper(tmp_path, faces, created):
    sheet = Sheet(tmp_path / "paper.pdf", faces, title="试印", created=created)
    sheet.page()
    sheet.text(28, 50, "渔阳镇", Role.FANGSONG, 16)
    sheet.text(100, 50, "3家", Role.HEI, 16)
    sheet.text(28, 60, "abc def", Role.SONG, 16)
    sheet.rect(0, 100, 210, 20, line=0, fill=(1, 0, 0))
    sheet.page(297, 210)
    return sheet.finish().file


def test_pages_are_counted_and_measured(paper):
    assert raster.page_count(paper) == 2
    assert raster.page_size(paper, 2) == (pytest.approx(841.89, abs=0.01), pytest.approx(595.28, abs=0.01))


def test_words_come_in_reading_order_with_their_boxes_in_millimetres(paper):
    words = raster.words(paper, 1)
    assert [word.text for word in words] == ["渔阳镇", "3家", "abc", "def"]
    assert words[0].left == pytest.approx(28, abs=0.01)
    assert words[0].right == pytest.approx(28 + 3 * 16 * 25.4 / 72, abs=0.02)
    assert 44 < words[0].top < words[0].bottom < 52


def test_a_picture_has_four_bytes_a_pixel_blue_first(paper):
    page = raster.picture(paper, 1, scale=1)
    assert (page.width, page.height) == (596, 842)
    assert len(page.pixels) == page.stride * page.height
    row, column = round(110 * 72 / 25.4), 300
    at = row * page.stride + 4 * column
    assert tuple(page.pixels[at : at + 3]) == (0, 0, 255)
    assert tuple(page.pixels[:3]) == (255, 255, 255)


def test_the_fonts_of_a_file_and_that_they_are_in_it(paper):
    # the weight depends on which package the face was built from
    assert [(font.name.split("-")[0], font.embedded) for font in raster.fonts(paper)] == [
        ("FandolFang", True),
        ("NotoSansSC", True),
        ("NotoSerifSC", True),
    ]


def test_a_page_that_is_not_there_is_told(paper):
    with pytest.raises(UserError, match="没有第3页，共2页"):
        raster.picture(paper, 3, scale=1)


def test_a_picture_beyond_all_measure_is_refused(paper):
    with pytest.raises(UserError, match="幅面过大"):
        raster.picture(paper, 1, scale=200)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nnothing", b"PK\3\4 a workbook"])
def test_a_file_that_is_no_pdf_is_told_in_one_sentence(tmp_path, content):
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    with pytest.raises(UserError, match="不是 PDF"):
        raster.page_count(file)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UserError, match="找不到文件"):
        raster.words(tmp_path / "absent.pdf", 1)
