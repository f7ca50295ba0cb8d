"""Paper drawn in millimetres, measured from the file again."""

import re
import zlib

import pytest

from jizhou_desktop.documents import raster
from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.page_content import read_pages
from jizhou_desktop.documents.part import Part
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Role

RARE_NAMES = "垚喆堃旸翀峣"
BEYOND = "𬺓𬭩𬱖"  # on the list of 8,105 standard characters, above U+FFFF


@pytest.fixture
def sheet(tmp_path, faces, created):
    opened = Sheet(tmp_path / "paper.pdf", faces, title="关于印发行动计划的通知", created=created)
    opened.page()
    return opened


def content(printed, page=1):
    return read_pages(printed.file)[page - 1]


def test_text_stands_where_it_was_put_in_millimetres(sheet):
    width = sheet.text(28, 60, "渔阳镇", Role.FANGSONG, 16)
    glyphs = content(sheet.finish()).glyphs
    assert [glyph.text for glyph in glyphs] == ["渔", "阳", "镇"]
    assert [round(glyph.x - 28, 2) for glyph in glyphs] == [0, 5.64, 11.29]
    assert {round(glyph.y, 2) for glyph in glyphs} == {60}
    assert {glyph.size for glyph in glyphs} == {16}
    assert width == pytest.approx(3 * 16 * 25.4 / 72)
    assert width == pytest.approx(sheet.width("渔阳镇", Role.FANGSONG, 16))


def test_space_and_stretch_change_the_pitch_as_asked(sheet):
    sheet.text(20, 50, "二十八字", Role.FANGSONG, 16, space=-0.073)
    sheet.text(20, 60, "天津市", Role.TITLE, 22, stretch=0.5)
    glyphs = content(sheet.finish()).glyphs
    pitch = 16 * 25.4 / 72 - 0.073
    assert [round(glyph.x, 2) for glyph in glyphs[:4]] == [round(20 + pitch * place, 2) for place in range(4)]
    assert glyphs[5].x - glyphs[4].x == pytest.approx(22 * 25.4 / 72 / 2, abs=0.01)


def test_a_pitch_set_on_one_page_does_not_leak_to_the_next(sheet):
    sheet.text(20, 50, "疏排", Role.FANGSONG, 16, space=5, color=RED)
    sheet.page()
    sheet.text(20, 50, "密排", Role.FANGSONG, 16)
    glyphs = content(sheet.finish(), 2).glyphs
    assert glyphs[1].x - glyphs[0].x == pytest.approx(16 * 25.4 / 72, abs=0.01)
    assert glyphs[0].colour == (0, 0, 0)


@pytest.mark.parametrize("role", list(Role))
def test_rare_characters_of_names_are_drawn_and_can_be_copied(sheet, role):
    sheet.text(20, 50, RARE_NAMES + BEYOND, role, 16)
    printed = sheet.finish()
    assert printed.missing == ()
    assert raster.text(printed.file, 1) == RARE_NAMES + BEYOND
    assert all(glyph.bottom - glyph.top > 3 for glyph in content(printed).glyphs)


def test_a_character_beyond_the_basic_plane_is_found_where_it_stands(sheet):
    sheet.text(20, 50, "王𬺓", Role.FANGSONG, 16)
    glyph = content(sheet.finish()).glyphs[1]
    assert glyph.text == "𬺓"
    assert glyph.x == pytest.approx(20 + 16 * 25.4 / 72, abs=0.01)


def test_a_character_that_no_face_has_is_told_and_seen(sheet):
    sheet.text(20, 50, "王\ue123\U0003134f", Role.KAI, 16)
    printed = sheet.finish()
    assert printed.missing == ("\ue123", "\U0003134f")
    assert all(glyph.bottom - glyph.top > 1 for glyph in content(printed).glyphs[1:])


def test_a_variant_selector_takes_no_room_and_is_not_missed(sheet):
    sheet.text(20, 50, "葛\U000e0100飾", Role.FANGSONG, 16)
    printed = sheet.finish()
    assert printed.missing == ()
    assert raster.text(printed.file, 1) == "葛飾"
    assert sheet.width("葛\U000e0100飾", Role.FANGSONG, 16) == sheet.width("葛飾", Role.FANGSONG, 16)


def test_two_characters_that_share_a_glyph_stay_two_when_copied(tmp_path, make_face, created):
    from jizhou_desktop.documents.fonts.find import find_faces  # noqa: PLC0415  — these faces only, not the built

    make_face(tmp_path / "simsun.ttf", "SimSun")
    sheet = Sheet(tmp_path / "paper.pdf", find_faces([tmp_path]), title="同形", created=created)
    sheet.page()
    sheet.text(20, 50, "一丁", Role.SONG, 16)  # every character of this face is the same square
    assert raster.text(sheet.finish().file, 1) == "一丁"


def test_text_beyond_a_whole_section_of_the_code_table_is_copied_right(sheet):
    characters = "".join(chr(0x4E00 + place) for place in range(350))
    for row in range(10):
        sheet.text(20, 30 + 10 * row, characters[row * 35 : row * 35 + 35], Role.SONG, 12)
    assert raster.text(sheet.finish().file, 1).replace("\n", "") == characters


def test_rules_and_boxes_have_the_width_and_colour_asked_for(sheet):
    sheet.line(28, 100, 184, 100, width=0.35, color=RED)
    sheet.rect(20, 120, 50, 30, line=0.25)
    rules = content(sheet.finish()).rules
    assert (rules[0].y1, rules[0].length) == (pytest.approx(100, abs=0.01), pytest.approx(156, abs=0.01))
    assert rules[0].width == pytest.approx(0.35, abs=0.002)
    assert rules[0].colour == (255, 0, 0)
    assert sorted(round(rule.length) for rule in rules[1:]) == [30, 30, 50, 50]


def test_a_tick_box_is_drawn_and_needs_no_character(sheet):
    sheet.tick(20, 50, 4, on=True)
    sheet.tick(40, 50, 4, on=False)
    page = content(sheet.finish())
    assert page.glyphs == ()
    ticked = [rule for rule in page.rules if rule.x1 < 30]
    empty = [rule for rule in page.rules if rule.x1 > 30]
    assert (len(ticked), len(empty)) == (6, 4)


def test_a_qr_code_is_squares_of_its_size(sheet):
    sheet.qr(100, 80, 25, "蓟州区 数据移交清单 sha256:0f1e2d")
    page = content(sheet.finish())
    assert min(rule.x1 for rule in page.rules) >= 100 - 0.5
    assert page.glyphs == ()


def test_turned_text_runs_up_the_page(sheet):
    sheet.text(100, 100, "附件", Role.HEI, 16, turn=90)
    first, second = content(sheet.finish()).glyphs
    assert (first.x, second.x) == (pytest.approx(100, abs=0.01), pytest.approx(100, abs=0.01))
    assert first.y - second.y == pytest.approx(16 * 25.4 / 72, abs=0.01)


def test_a_part_is_in_the_file_once_however_many_pages_it_lies_on(tmp_path, faces, created):
    part = Part(faces, 210, 297, lambda pen: pen.text(20, 20, "申报表垚\ue123", Role.HEI, 16))
    sheet = Sheet(tmp_path / "many.pdf", faces, title="申报表", created=created)
    for name in ("甲厂", "乙厂", "丙厂"):
        sheet.page()
        sheet.place(part)
        sheet.text(60, 20, name, Role.FANGSONG, 16)
    printed = sheet.finish()
    assert printed.file.read_bytes().count(b"/Subtype /Form") == 1
    assert [raster.text(printed.file, page) for page in (1, 2, 3)] == [
        f"申报表垚\ue123 {name}" for name in ("甲厂", "乙厂", "丙厂")
    ]
    assert set(printed.faces) == {Role.HEI, Role.FANGSONG}
    assert printed.missing == ("\ue123",)


def test_a_part_may_lie_elsewhere_than_it_was_drawn(tmp_path, faces, created):
    part = Part(faces, 50, 20, lambda pen: pen.text(5, 10, "章", Role.HEI, 16))
    sheet = Sheet(tmp_path / "moved.pdf", faces, title="移位", created=created)
    sheet.page()
    sheet.place(part, 100, 200)
    glyph = content(sheet.finish()).glyphs[0]
    assert (glyph.x, glyph.y) == (pytest.approx(105, abs=0.01), pytest.approx(210, abs=0.01))


def draw(path, faces, created):
    sheet = Sheet(path, faces, title="同样的纸", created=created)
    sheet.page()
    sheet.text(20, 20, "关于印发行动计划的通知垚", Role.TITLE, 22, color=RED)
    sheet.page(297, 210)
    sheet.text(20, 20, "附件", Role.HEI, 16)
    return sheet.finish()


def test_the_same_drawing_gives_the_same_bytes(tmp_path, faces, created):
    first = draw(tmp_path / "a.pdf", faces, created)
    Part(faces, 50, 50, lambda pen: pen.text(0, 10, "别的纸用过别的字", Role.TITLE, 16))
    second = draw(tmp_path / "b.pdf", faces, created)
    assert first.file.read_bytes() == second.file.read_bytes()
    assert [raster.page_size(first.file, page) for page in (1, 2)] == [
        (pytest.approx(595.276, abs=0.01), pytest.approx(841.89, abs=0.01)),
        (pytest.approx(841.89, abs=0.01), pytest.approx(595.276, abs=0.01)),
    ]


def test_another_time_of_writing_makes_another_file(tmp_path, faces, created):
    first = draw(tmp_path / "a.pdf", faces, created)
    second = draw(tmp_path / "b.pdf", faces, created.replace(year=2021))
    assert first.file.read_bytes() != second.file.read_bytes()


def test_nothing_is_written_before_the_end_and_no_part_is_left(tmp_path, sheet):
    sheet.text(20, 20, "未完", Role.FANGSONG, 16)
    assert list(tmp_path.iterdir()) == []
    sheet.finish()
    assert [file.name for file in tmp_path.iterdir()] == ["paper.pdf"]


def test_a_paper_without_a_page_or_drawn_before_it_is_a_fault_of_ours(tmp_path, faces, created):
    sheet = Sheet(tmp_path / "paper.pdf", faces, title="空", created=created)
    with pytest.raises(ValueError, match="without a page"):
        sheet.finish()
    sheet.text(20, 20, "失落", Role.FANGSONG, 16)
    with pytest.raises(ValueError, match="before the first page"):
        sheet.page()


def test_a_place_that_cannot_be_written_is_told(tmp_path, faces, created):
    (tmp_path / "file").write_text("", "utf-8")
    sheet = Sheet(tmp_path / "file" / "paper.pdf", faces, title="无处可写", created=created)
    sheet.page()
    with pytest.raises(UserError, match="无法写入"):
        sheet.finish()


def test_the_page_stream_holds_no_more_settings_than_change(sheet):
    for row in range(5):
        sheet.text(20, 50 + 10 * row, "行", Role.FANGSONG, 16, space=0.1)
    data = sheet.finish().file.read_bytes()
    streams = [zlib.decompress(found) for found in re.findall(rb"stream\n(x.*?)\nendstream", data, re.DOTALL)]
    page = next(stream for stream in streams if b" Tj" in stream)
    assert page.count(b" Tc") == 1
