"""An application for 智能化技改, explained clause by clause while it is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.ui.claim_page import ClaimPage
from jizhou_desktop.ui.claims_page import ClaimsPage
from jizhou_desktop.ui.enterprise_picker import EnterprisePicker

SOUND = {"project": "焊接机器人工作站", "start": "20190610", "end": "20200930", "investment": "820", "equipment": "610"}


@pytest.fixture
def page(filled, uid_of, shown):
    return shown(ClaimPage(filled, "smart-upgrade", filled.workspace.records.get(uid_of("州河"))))


def fill(page, type_in, **answers: str) -> None:
    for name, text in answers.items():
        entry = page.form.entry(name)
        entry.setFocus()
        entry.clear()
        type_in(entry, text)
        QTest.keyClick(entry, Qt.Key.Key_Return)


def test_each_clause_is_explained_and_the_amount_said_in_capitals(page, type_in):
    fill(page, type_in, **SOUND)
    verdict = page.verdict.shown
    assert verdict.eligible
    assert verdict.amount_fen == 36_600_000
    assert page.verdict.words() == [
        "符合申报条件", "36.6万元", "人民币叁拾陆万陆仟元整", "符合：2019年度至2020年度项目投资",
        "符合：设备占项目投资的比例",
    ]  # fmt: skip


def test_exactly_200_is_not_over_200_and_seventy_per_cent_is_enough(page, type_in):
    fill(page, type_in, investment="200", equipment="140")
    told = page.verdict.words()
    assert told[0] == "不符合申报条件"
    assert told[1:] == ["不符合：2019年度至2020年度项目投资", "符合：设备占项目投资的比例"]


def test_equipment_above_the_whole_is_a_sentence_and_not_a_verdict(page, type_in):
    fill(page, type_in, investment="500", equipment="600")
    assert page.verdict.shown is None
    assert "应包含在项目投资之内" in page.verdict.words()[-1]
    assert "equipment" not in page.verdict.words()[-1]


def test_the_fund_is_watched(page, type_in):
    assert page.pool.words()["left"] == "500万元"
    fill(page, type_in, **SOUND)
    QTest.keyClick(page.form.entry("project"), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.pool.words() == {
        "budget": "500万元", "committed": "36.6万元", "approved": "0万元", "paid": "0万元", "left": "463.4万元",
    }  # fmt: skip


def test_a_claim_beyond_the_fund_is_said_in_words(page, type_in):
    fill(page, type_in, **{**SOUND, "investment": "12000", "equipment": "10000"})
    assert page.save()
    assert page.pool.words()["left"] == "-100万元"
    assert "超出资金总额100万元" in page.pool.remark.text


def test_picked_saved_and_listed(filled, shown, type_in, qtbot):
    pages = shown(ClaimsPage(filled))
    pages.refresh()
    assert pages.list.summary() == "共0件，金额合计0万元"
    QTest.keyClick(pages.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, EnterprisePicker)
    type_in(picker.search, "州河")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    page = pages.over
    assert isinstance(page, ClaimPage)
    fill(page, type_in, **SOUND)
    assert page.save()
    QTest.keyClick(page.form.entry("project"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pages.over is None)
    assert pages.list.summary() == "共1件，金额合计36.6万元"
    claim = filled.workspace.records.all_of(Kind.CLAIM)[0]
    assert claim.form == "smart-upgrade"
    assert claim.values["amount"] == 36_600_000
