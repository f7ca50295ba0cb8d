"""Evidence dropped, chosen or pasted; looked at in the window; and no file that can hold the window."""

import struct
import zlib

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.evidence import evidence_of
from jizhou_desktop.ui.dossier_page import DossierPage
from jizhou_desktop.ui.evidence_dialog import EvidenceDialog
from jizhou_desktop.ui.evidence_panel import EvidencePanel
from jizhou_desktop.ui.evidence_picture import shown as drawn


@pytest.fixture
def enterprise(filled, uid_of):
    return filled.workspace.records.get(uid_of("州河"))


@pytest.fixture
def panel(filled, shown, enterprise):
    return shown(EvidencePanel(filled, enterprise.uid))


@pytest.fixture
def invoice(tmp_path):
    file = tmp_path / "设备发票.pdf"
    canvas = Canvas(str(file))
    for page in (1, 2):
        canvas.drawString(100, 700, f"invoice {page}")
        canvas.showPage()
    canvas.save()
    return file


def dialog_of(panel):
    return next(dialog for dialog in panel.findChildren(EvidenceDialog) if dialog.isVisible())


def keep(panel, qtbot, **about):
    """Answers the dialog that is open and waits for the worker."""
    dialog = dialog_of(panel)
    for name, text in about.items():
        getattr(dialog, name)[0].set_value(text)
    dialog.accept_typed()
    qtbot.waitUntil(lambda: not panel.panel.busy)
    panel.window().activateWindow()
    qtbot.waitUntil(panel.window().isActiveWindow)


def png_of(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_added_by_keyboard_with_kind_title_and_a_date_as_typed(panel, desk, invoice, qtbot, type_in):
    panel.add_files([invoice])
    dialog = dialog_of(panel)
    assert dialog.kinds[0].value() == "发票"
    assert dialog.titles[0].value() == "设备发票"
    QTest.keyClick(dialog.kinds[0], Qt.Key.Key_Return)
    dialog.titles[0].clear()
    type_in(dialog.titles[0], "数控车床发票")
    QTest.keyClick(dialog.titles[0], Qt.Key.Key_Return)
    type_in(dialog.dates[0], "2020.10.28")
    QTest.keyClick(dialog.dates[0], Qt.Key.Key_Return)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.tree.items) == 1)
    (item,) = desk.workspace.attachments.all()
    assert (item.kind, item.title, item.dated, item.name) == ("发票", "数控车床发票", "2020-10-28", "设备发票.pdf")


def test_a_date_that_is_none_keeps_the_dialog_open_with_its_readings(panel, invoice):
    panel.add_files([invoice])
    dialog = dialog_of(panel)
    dialog.dates[0].set_value("2020111")
    dialog.accept_typed()
    assert dialog.isVisible()
    assert "2020年11月1日" in dialog.error


def test_pages_are_shown_and_turned(panel, invoice, qtbot):
    panel.add_files([invoice])
    keep(panel, qtbot)
    qtbot.waitUntil(lambda: panel.preview.has_picture)
    assert panel.preview.pages == 2
    panel.preview.turn(1)
    qtbot.waitUntil(lambda: panel.preview._place.text() == "第2页，共2页")


def test_one_bad_file_keeps_no_other_out(panel, invoice, tmp_path, qtbot):
    empty = tmp_path / "空.pdf"
    empty.touch()
    panel.add_files([empty, invoice])
    keep(panel, qtbot)
    assert [item.name for item in panel.tree.items] == ["设备发票.pdf"]
    assert "空.pdf 是空文件" in panel.strip.words.text()
    panel.add_files([invoice])
    keep(panel, qtbot)
    assert "没有重复添加" in panel.strip.words.text()
    assert len(panel.tree.items) == 1


@pytest.mark.parametrize("held", [None, QMimeData()])
def test_a_clipboard_with_nothing_to_paste_is_told_in_a_sentence(panel, held):
    panel.adding.paste(held, [], "")
    assert "剪贴板里没有图片或文件" in panel.strip.words.text()


def test_a_picture_from_the_clipboard_becomes_a_file(panel, qtbot):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(panel.tree, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in panel.findChildren(EvidenceDialog)))
    keep(panel, qtbot, kinds="设备照片")
    assert [(item.name, item.kind) for item in panel.tree.items] == [("截图-20201201-093000.png", "设备照片")]
    qtbot.waitUntil(lambda: panel.preview.has_picture)


def test_taken_out_and_put_back_with_a_key_and_a_button(panel, invoice, qtbot):
    panel.add_files([invoice])
    keep(panel, qtbot)
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert panel.tree.items == []
    assert "可随时恢复" in panel.strip.words.text()
    panel.withdrawn.click()
    panel.put_back()
    assert [item.withdrawn for item in panel.tree.items] == [""]


def test_moved_to_another_record_of_the_enterprise(filled, shown, enterprise, invoice, qtbot):
    answers = {"project": "数控化改造", "start": "20200301", "end": "20200901", "investment": "300", "equipment": "240"}
    claim = save_answers(
        filled.workspace, "smart-upgrade", answers,
        uid=filled.new_uid(), now=filled.now(), parent=enterprise.uid, year=2020,
    ).record  # fmt: skip
    panel = shown(EvidencePanel(filled, enterprise.uid))
    panel.add_files([invoice])
    keep(panel, qtbot)
    panel.edit()
    dialog = dialog_of(panel)
    dialog.record.setCurrentIndex(dialog.record.findData(claim.uid))
    dialog.accept_typed()
    assert [item.record for item in panel.tree.items] == [claim.uid]


def drop(page, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    action, keys = Qt.DropAction.CopyAction, (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(9, 9), action, data, *keys)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), action, data, *keys))


def test_a_file_dropped_anywhere_on_the_dossier_is_its_evidence(filled, shown, enterprise, invoice, qtbot):
    page = shown(DossierPage(filled, enterprise.uid))
    drop(page, invoice)
    assert page.tabs.currentWidget() is page.evidence
    keep(page.evidence, qtbot)
    assert [item.name for item in evidence_of(filled.workspace, enterprise)] == ["设备发票.pdf"]


def test_a_dossier_that_is_not_saved_yet_takes_none(desk, shown, invoice):
    page = shown(DossierPage(desk))
    drop(page, invoice)
    assert "请先保存" in page.strip.words.text()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7\n%damaged", "不是 PDF，或已损坏、已加密"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40, "图片已损坏"),
        (b"MZ\x90\0 program", "不在窗口内预览"),
        (png_of(50_000, 50_000), "图片有50,000×50,000个像素，过大"),
        (png_of(3_000, 3_000)[:60], "图片已损坏"),
    ],
    ids=["damaged PDF", "damaged picture", "program", "picture bomb", "cut picture"],
)
def test_what_cannot_be_shown_is_told_in_a_sentence(qapp, tmp_path, content, sentence):  # noqa: ARG001  — Qt reads pictures
    file = tmp_path / "evidence"
    file.write_bytes(content)
    found = drawn(file, 1, 600, 1)
    assert found.image is None
    assert sentence in found.sentence
    assert str(file) not in found.sentence


def test_a_photograph_held_upright_stands_upright(qapp, tmp_path):  # noqa: ARG001  — Qt reads pictures
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    Image.new("RGB", (400, 200), "white").save(tmp_path / "照片.jpg", exif=exif)
    found = drawn(tmp_path / "照片.jpg", 1, 100, 1)
    assert (found.image.width(), found.image.height()) == (100, 200)
