"""What helps while a dossier is typed: pinyin, marks, words for what is not there, a twin one key away, two columns."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jizhou_desktop.domain.record import NOT_APPLICABLE, NOT_OBTAINED
from jizhou_desktop.tasks import resources
from jizhou_desktop.ui.dossier_page import DossierPage
from jizhou_desktop.ui.dossiers_page import DossiersPage
from jizhou_desktop.ui.entries.line import UsccEntry
from jizhou_desktop.ui.entries.look_up import industries_like, places_like


@pytest.mark.parametrize(
    ("typed", "first"),
    [("jsjg", "3311 金属结构制造"), ("jinshujiegou", "3311 金属结构制造"), ("3311", "3311 金属结构制造"),
     ("金属结构", "3311 金属结构制造"), ("yyrjkf", "6513 应用软件开发")],
)  # fmt: skip
def test_an_industry_is_offered_by_code_name_and_initials(typed, first):
    assert industries_like(resources.codes())(typed)[0] == first


def test_a_township_is_offered_by_name_code_and_initials():
    offered = places_like(resources.codes())
    assert offered("yyz")[0] == offered("渔阳")[0] == offered("120119100")[0] == "渔阳镇"
    assert offered("12345") == []


def test_an_industry_is_chosen_by_initials_with_the_keyboard_only(desk, shown, type_in, qtbot):
    page = shown(DossierPage(desk))
    page.form.go_to("industry")
    entry = page.form.entry("industry")
    type_in(entry, "jsjgzz")
    popup = entry.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert entry.value() == "3311 金属结构制造"


@pytest.mark.parametrize(
    ("typed", "place"),
    [("91120225MA06K2ERO7", 16), ("9112 0225 MA06K2ERO7", 18), ("91120225MA06K2ER77", -1), ("911", -1),
     ("91120225MA06K2ER78", 17)],
)  # fmt: skip
def test_the_character_at_fault_in_a_code_is_known_and_underlined(shown, typed, place):
    entry = shown(UsccEntry(), 300, 40)
    entry.setText(typed)
    assert entry.wrong_place == place
    red = entry.grab().toImage()
    marked = any(
        red.pixelColor(x, y).name() == "#b3261e" for x in range(red.width()) for y in range(red.height())
    )  # fmt: skip
    assert marked is (place >= 0)


def test_what_is_not_there_can_be_said_with_one_key_and_is_kept(filled, shown, uid_of):
    page = shown(DossierPage(filled, uid_of("渔山")))
    for name, key, said in (("capital", Qt.Key.Key_F3, NOT_APPLICABLE), ("phone", Qt.Key.Key_F4, NOT_OBTAINED)):
        page.form.go_to(name)
        QTest.keyClick(page.form.entry(name), key)
        assert page.form.entry(name).value() == said
    QTest.keyClick(page.form.entry("name"), Qt.Key.Key_F3)
    assert page.form.entry("name").value() == "天津渔山精密机械有限公司"
    assert page.save()
    assert page.sheet.record["capital"] == NOT_APPLICABLE
    assert page.sheet.record["phone"] == NOT_OBTAINED


def test_yuan_typed_for_wan_is_asked_about_while_typing(filled, shown, uid_of):
    page = shown(DossierPage(filled, uid_of("州河")))
    figures = page.figures.sheet.page
    figures.entry("revenue").set_value("92150000")
    figures.judge_now()
    assert figures.comment("revenue") == "为上年的10,401倍，是否把元当成了万元？"
    figures.entry("revenue").set_value("92150000元")
    figures.judge_now()
    assert figures.comment("revenue") == "较上年 +4.0%"


def test_a_dossier_of_a_like_name_is_told_and_one_key_opens_it(filled, shown, uid_of, qtbot):
    pages = shown(DossiersPage(filled))
    pages.refresh()
    pages.open("")
    page = pages.dossier
    page.form.entry("name").set_value("天津市蓟州区州河金属结构制造有限责任公司")
    page.form.judge_now()
    assert "已有名称相近的档案：天津州河金属结构制造有限公司" in page.strip.words.text()
    assert "按 F6 打开" in page.strip.words.text()
    page.form.entry("name").set_value("天津完全不同食品有限公司")
    page.form.judge_now()
    assert page.strip.words.text() == ""
    page.form.entry("uscc").set_value("91120225MA06K2ER77")
    page.form.judge_now()
    page.start()
    QTest.keyClick(page.form.entry("name"), Qt.Key.Key_F6)
    if page.dirty:
        next(button for button in QApplication.activeModalWidget().buttons() if button.text() == "不保存，打开").click()
    qtbot.waitUntil(lambda: pages.dossier.uid == uid_of("州河"))


def test_a_like_name_with_another_code_is_another_enterprise(filled, shown):
    page = shown(DossierPage(filled))
    page.form.entry("name").set_value("天津州河金属结构制造股份有限公司")
    page.form.entry("uscc").set_value("91120225MA08R1E118")
    page.form.judge_now()
    assert page.strip.words.text() == ""


def test_questions_stand_in_two_columns_where_there_is_room_and_enter_goes_down_each(desk, shown, qtbot):
    page = shown(DossierPage(desk), 1366, 768)
    left, right = page.form.entry("name"), page.form.entry("remarks")
    qtbot.waitUntil(lambda: right.x() > left.x() + left.width())
    assert page.form.entry("former_names").y() > left.y()
    page.form.go_to("products")
    QTest.keyClick(page.form.entry("products"), Qt.Key.Key_Return)
    assert page.form.entry("contact").hasFocus()
    page.resize(700, 768)
    qtbot.waitUntil(lambda: right.x() == left.x())
    assert page.form.entry("contact").hasFocus()
