"""The archive file: what ISO 19005-2 (PDF/A-2b) asks of its structure, checked byte by byte."""

import re
import zlib
from datetime import datetime, timedelta, timezone
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import ImageCms

from jizhou_desktop.documents import raster
from jizhou_desktop.documents.colours import RED
from jizhou_desktop.documents.part import Part
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.domain.face import Role

OBJECT = re.compile(rb"(?<=\n)(\d+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)
STREAM = re.compile(rb"^(.*?)\nstream\n(.*)\nendstream$", re.DOTALL)


@pytest.fixture(scope="module")
def paper(tmp_path_factory, faces):
    created = datetime(2020, 7, 21, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    file = tmp_path_factory.mktemp("archive") / "paper.pdf"
    sheet = Sheet(file, faces, title="关于<甲&乙>的通知", author="蓟州区工信局", subject="年度计划", created=created)
    part = Part(faces, 100, 20, lambda pen: pen.text(0, 10, "表头", Role.HEI, 12))
    for _ in range(2):
        sheet.page()
        sheet.place(part, 20, 20)
        for place, role in enumerate(Role):
            sheet.text(28, 60 + 10 * place, "渔阳镇 2020 𬺓垚", role, 16, color=RED)
        sheet.tick(28, 150, 4, on=True)
        sheet.qr(100, 150, 20, "sha256")
    return sheet.finish().file


@pytest.fixture(scope="module")
def data(paper):
    return paper.read_bytes()


@pytest.fixture(scope="module")
def objects(data):
    return {int(number): body for number, body in OBJECT.findall(data)}


def streams(objects):
    found = (STREAM.match(body) for body in objects.values())
    return [(match[1], match[2]) for match in found if match]


def metadata(objects):
    packet = next(body for head, body in streams(objects) if b"/Type /Metadata" in head)
    return ET.fromstring(packet.split(b"?>", 1)[1].rsplit(b"<?", 1)[0])  # noqa: S314  — the file is our own


def catalog(objects):
    return next(body for body in objects.values() if b"/Type /Catalog" in body)


def test_the_file_begins_as_6_1_2_asks(data):
    first, second = data.split(b"\n", 2)[:2]
    assert first == b"%PDF-1.7"
    assert second[:1] == b"%"
    assert all(byte > 127 for byte in second[1:5])


def test_the_trailer_has_an_identifier_and_no_encryption(data):
    trailer = data[data.rindex(b"trailer") :]
    assert re.search(rb"/ID \[<([0-9a-f]{32})><\1>\]", trailer)
    assert b"/Encrypt" not in trailer
    assert data.rstrip().endswith(b"%%EOF")


def test_each_object_lies_where_the_table_of_objects_says(data):
    begin = int(re.search(rb"startxref\n(\d+)\n", data)[1])
    lines = data[begin:].split(b"\n")
    assert lines[0] == b"xref"
    count = int(lines[1].split()[1])
    for number in range(1, count):
        offset = int(lines[2 + number].split()[0])
        assert data[offset:].startswith(f"{number} 0 obj\n".encode())


def test_each_stream_is_as_long_as_it_says_and_ends_with_a_line_end(objects):
    found = streams(objects)
    assert len(found) > 10
    for head, body in found:
        assert int(re.search(rb"/Length (\d+)", head)[1]) == len(body)
        assert b"LZWDecode" not in head
        assert not re.search(rb"/F |/FFilter|/FDecodeParms", head)


def test_the_metadata_names_the_part_and_level_and_agrees_with_the_info(objects):
    names = {"pdfaid": "http://www.aiim.org/pdfa/ns/id/", "dc": "http://purl.org/dc/elements/1.1/",
             "xmp": "http://ns.adobe.com/xap/1.0/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}  # fmt: skip
    tree = metadata(objects)
    assert tree.findtext(".//pdfaid:part", namespaces=names) == "2"
    assert tree.findtext(".//pdfaid:conformance", namespaces=names) == "B"
    assert tree.findtext(".//dc:title//rdf:li", namespaces=names) == "关于<甲&乙>的通知"
    assert tree.findtext(".//dc:creator//rdf:li", namespaces=names) == "蓟州区工信局"
    assert tree.findtext(".//xmp:CreateDate", namespaces=names) == "2020-07-21T09:30:00+08:00"
    info = next(body for body in objects.values() if b"/CreationDate" in body)
    assert b"(D:20200721093000+08'00')" in info


def test_the_metadata_is_not_packed_so_that_any_program_can_read_it(objects):
    head = next(head for head, _ in streams(objects) if b"/Type /Metadata" in head)
    assert b"/Filter" not in head


def test_a_time_without_zone_counts_as_chinese_time(tmp_path, faces):
    sheet = Sheet(tmp_path / "a.pdf", faces, title="时区", created=datetime(2020, 7, 21, 9, 30))  # noqa: DTZ001
    sheet.page()
    assert b"2020-07-21T09:30:00+08:00" in sheet.finish().file.read_bytes()


def test_the_output_intent_holds_a_profile_that_colour_engines_take_for_srgb(objects):
    assert b"/S /GTS_PDFA1" in catalog(objects)
    packed = next(body for head, body in streams(objects) if b"/N 3" in head)
    profile = ImageCms.ImageCmsProfile(BytesIO(zlib.decompress(packed)))
    assert profile.profile.xcolor_space == "RGB "
    assert "sRGB" in profile.profile.profile_description
    to_lab = ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), "RGB", "LAB")
    own = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    for colour in ((255, 0, 0), (128, 128, 128), (12, 200, 77)):
        assert lab(to_lab, colour) == pytest.approx(lab(own, colour), abs=1)


def lab(transform, colour):
    from PIL import Image  # noqa: PLC0415  — beside its only use

    return ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), transform).getpixel((0, 0))


def test_every_font_is_embedded_with_what_its_words_mean(paper, objects):
    assert all(font.embedded for font in raster.fonts(paper))
    composite = [body for body in objects.values() if b"/Subtype /Type0" in body]
    assert len(composite) >= 5
    assert all(b"/ToUnicode" in body and b"/Identity-H" in body for body in composite)
    descendants = [body for body in objects.values() if b"/Subtype /CIDFontType2" in body]
    assert all(b"/CIDToGIDMap /Identity" in body for body in descendants)
    assert len(descendants) == len(composite)
    assert not any(b"/Subtype /Type1" in body for body in objects.values())


def test_widths_in_the_file_agree_with_those_of_the_embedded_faces(objects):
    for body in objects.values():
        if b"/Subtype /CIDFontType2" not in body:
            continue
        stated = [float(width) for width in re.search(rb"/W \[0 \[([\d. ]+)\]\]", body)[1].split()]
        descriptor = objects[int(re.search(rb"/FontDescriptor (\d+)", body)[1])]
        packed = STREAM.match(objects[int(re.search(rb"/FontFile2 (\d+)", descriptor)[1])])[2]
        assert stated == pytest.approx(advances(zlib.decompress(packed))[: len(stated)], abs=0.5)


def advances(font_file):
    from fontTools.ttLib import TTFont  # noqa: PLC0415  — beside its only use

    font = TTFont(BytesIO(font_file), checkChecksums=2)
    metrics = font["hmtx"].metrics
    return [metrics[name][0] * 1000 / font["head"].unitsPerEm for name in font.getGlyphOrder()]


def test_nothing_forbidden_is_in_the_file(data, objects):
    words = (b"/JavaScript", b"/AA", b"/OpenAction", b"/EmbeddedFile", b"/Launch", b"/SMask", b"/ca ", b"/CA ",
             b"/BM", b"/Group", b"/PresSteps", b"/XFA", b"/NeedAppearances", b"/DeviceCMYK", b"/Annots")  # fmt: skip
    plain = b"\n".join(body.split(b"stream", 1)[0] for body in objects.values())
    assert [word for word in words if word in plain] == []
    assert data.count(b"%%EOF") == 1


def test_the_page_uses_only_operators_of_colour_spaces_that_the_profile_covers(objects):
    for head, body in streams(objects):
        if b"/FlateDecode" not in head:
            continue
        content = zlib.decompress(body)
        if b" Tj" in content:
            assert not re.search(rb"\s(k|K|cs|CS|scn|SCN|gs)\s", content)


def test_the_language_is_said_and_printing_does_not_scale(objects):
    assert b"/Lang (zh-CN)" in catalog(objects)
    assert b"/PrintScaling /None" in catalog(objects)
