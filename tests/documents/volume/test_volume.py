"""A volume: cover, contents with pages, then every PDF and picture on A4 with its number at the foot."""

from datetime import datetime

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from jizhou_desktop.documents.forms.dossier_cover import DossierCover
from jizhou_desktop.documents.raster import page_count, page_size, text, words
from jizhou_desktop.documents.volume import binder
from jizhou_desktop.documents.volume.pictures import jpegs_of
from jizhou_desktop.documents.volume.write import VolumeItem, write_volume
from jizhou_desktop.domain.attachment import Look
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks import resources

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
COVER = DossierCover("佐证材料", "天津州河金属结构制造有限公司", [("卷内材料", "3件")], "渔阳镇人民政府")


def pdf_of(file, sizes, rotate=0):
    canvas = Canvas(str(file))
    for number, size in enumerate(sizes, start=1):
        canvas.setPageSize(size)
        canvas.setPageRotation(rotate)
        canvas.drawString(72, size[1] - 72, f"{file.stem}-{number}")
        canvas.rect(100, size[1] - 300, 60, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return file


def dark_box(page):
    """Where the black bar stands on the page as shown, in pt."""
    seen = page.render(scale=1).to_pil().convert("L")
    return seen.point(lambda grey: 255 if grey < 30 else 0).getbbox()


def item(file, look=Look.PDF, title="设备发票"):
    return VolumeItem(file, look, "企业档案", "发票", title, "2020-10-28", file.name)


def written(tmp_path, items):
    out = tmp_path / "out" / "佐证材料.pdf"
    bound = write_volume(COVER, items, out, resources.faces(), created=NOW, report=lambda *_: None)
    return out, bound


def test_pages_are_bound_in_order_and_numbered_behind_the_contents(tmp_path):
    first, second = pdf_of(tmp_path / "first", [A4, A4]), pdf_of(tmp_path / "second", [A4])
    out, bound = written(tmp_path, [item(first), item(second, title="付款凭证")])
    assert bound.pages == page_count(out) == 5
    contents = text(out, 2).replace("\n", "")
    assert "1—2" in contents
    assert "付款凭证" in contents
    for page, (said, number) in enumerate((("first-1", 1), ("first-2", 2), ("second-1", 3)), start=3):
        found = words(out, page)
        assert found[0].text == said
        (foot,) = [word for word in found if word.text == str(number)]
        assert 280 < foot.bottom < 290
        assert abs((foot.left + foot.right) / 2 - 105) < 1


def test_a_larger_page_is_made_to_fit_and_a_lying_one_lies(tmp_path):
    out, _bound = written(tmp_path, [item(pdf_of(tmp_path / "wide", [landscape(A3), A4]))])
    assert [round(side) for side in page_size(out, 3)] == [842, 595]
    assert [round(side) for side in page_size(out, 4)] == [595, 842]
    assert next(word for word in words(out, 3) if word.text == "1").bottom < 210


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_its_file_turns_stands_as_its_readers_saw_it(tmp_path, turned):
    source = pdf_of(tmp_path / "scan", [A4], rotate=turned)
    with PdfDocument(source) as seen:
        before = dark_box(seen[0])
    out, _bound = written(tmp_path, [item(source)])
    with PdfDocument(out) as bound:
        after = dark_box(bound[2])
    assert after == pytest.approx(before, abs=2)


def test_a_photograph_stands_upright_within_its_page(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the camera turned by a quarter
    picture = Image.new("RGB", (400, 200), "white")
    picture.paste("black", (0, 0, 200, 200))
    file = tmp_path / "photograph"
    picture.save(file, "JPEG", exif=exif)
    out, _bound = written(tmp_path, [item(file, Look.PICTURE)])
    with PdfDocument(out) as bound:
        seen = bound[2].render(scale=1).to_pil().convert("L")
    dark = seen.point(lambda grey: 255 if grey < 100 else 0)
    assert dark.crop((0, 0, 595, 400)).getbbox() is not None
    assert dark.crop((0, 450, 595, 780)).getbbox() is None


def test_a_scan_of_several_pages_in_one_picture_file_gives_a_page_each(tmp_path):
    pages = [Image.new("L", (300, 400), shade) for shade in (0, 120, 240)]
    file = tmp_path / "scan"
    pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:])
    _out, bound = written(tmp_path, [item(file, Look.PICTURE)])
    assert bound.pages == 5


def test_what_cannot_be_bound_is_listed_with_a_note(tmp_path):
    sheet, damaged, bomb = tmp_path / "list.xlsx", tmp_path / "damaged", tmp_path / "bomb"
    sheet.write_bytes(b"PK\x03\x04")
    damaged.write_bytes(b"%PDF-1.7\n%nothing")
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    items = [item(sheet, Look.OTHER, "清单"), item(damaged, Look.PDF, "坏文件"), item(bomb, Look.PICTURE, "大图")]
    out, bound = written(tmp_path, items)
    assert bound.pages == 2
    assert bound.left_out == (
        "“清单”：非PDF、图片，未装入（list.xlsx）",
        "“坏文件”：PDF 已损坏或已加密，未装入",
        "“大图”：图片有9,000×9,000个像素，过大，未装入",
    )
    assert "未装入" in text(out, 2).replace("\n", "").replace("\r", "")


def test_a_large_photograph_is_made_as_sharp_as_paper_shows(tmp_path):
    Image.effect_noise((4000, 3000), 90).save(tmp_path / "photograph", "JPEG", quality=95)
    (jpeg,) = jpegs_of(tmp_path / "photograph")
    assert len(jpeg) < (tmp_path / "photograph").stat().st_size / 2


def test_cancelled_it_leaves_no_file(tmp_path):
    class Stop(Exception):  # noqa: N818  — no error
        pass

    def stop(done, _total, _step):
        if done:
            raise Stop

    source, out = pdf_of(tmp_path / "first", [A4]), tmp_path / "佐证材料.pdf"
    with pytest.raises(Stop):
        write_volume(COVER, [item(source), item(source)], out, resources.faces(), created=NOW, report=stop)
    assert list(tmp_path.iterdir()) == [source]


def test_more_than_an_old_machine_can_hold_is_refused(tmp_path):
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(401 << 20)
    with pytest.raises(UserError, match="请按记录分别导出"):
        written(tmp_path, [item(large)])


def test_a_long_scan_read_in_stretches_keeps_its_order(tmp_path, monkeypatch):
    source = pdf_of(tmp_path / "scan", [A4] * 5)
    monkeypatch.setattr(binder, "_STRETCH", source.stat().st_size * 2 // 5)
    out, bound = written(tmp_path, [item(pdf_of(tmp_path / "first", [A4])), item(source)])
    assert bound.pages == 8
    assert [words(out, page)[0].text for page in range(4, 9)] == [f"scan-{number}" for number in range(1, 6)]
