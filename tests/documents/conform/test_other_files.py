"""Files that other programs made, or nobody finished: a sentence or a list of findings, never a stumble."""

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from jizhou_desktop.documents.colours import BLACK, RED
from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Role


def canvas(file, **more):
    drawn = Canvas(str(file), **more)
    drawn.drawString(100, 700, "2020")
    drawn.save()
    return file


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\n", b"PK\x03\x04 a workbook"])
def test_a_file_that_is_no_pdf_is_told(tmp_path, content):
    file = tmp_path / "公文.pdf"
    file.write_bytes(content)
    with pytest.raises(UserError, match=r"公文\.pdf"):
        measure(file)


def test_a_file_cut_short_is_told(draw, tmp_path):
    file = tmp_path / "cut.pdf"
    file.write_bytes(draw().read_bytes()[:3000])
    with pytest.raises(UserError, match="损坏"):
        measure(file)


def test_a_file_under_a_password_is_told(tmp_path):
    file = canvas(tmp_path / "locked.pdf", encrypt=StandardEncryption("1234", canPrint=0))
    with pytest.raises(UserError, match="加密"):
        measure(file)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="找不到"):
        measure(tmp_path / "nowhere.pdf")


def test_a_page_that_is_shown_turned_is_measured_as_it_was_drawn(draw, tmp_path):
    """Scanners' and viewers' programs turn pages by a mark in the file only."""
    file = draw()
    turned = tmp_path / "turned.pdf"
    turned.write_bytes(file.read_bytes().replace(b"/MediaBox", b"/Rotate 90 /MediaBox"))
    assert [finding for finding in measure(turned) if not finding.ok] == []


def test_words_that_only_begin_an_element_do_not_make_it_stumble(sheet):
    sheet.page()
    words = ("附件：", "签发人", "抄送", "出席", "第1号", "（", "2020年1月1日", "印发", "主送：", "1.", "—1—", "文件")
    for row, word in enumerate(words):
        sheet.text(28 + 10 * row, 40 + 18 * row, word, Role.FANGSONG, 16, color=RED if row > 10 else BLACK)
    assert any(not finding.ok for finding in measure(sheet.finish().file))
