"""An application for 智能化技改, explained clause by clause while it is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.ui.answer_dialog import AnswerDialog
from jizhou_desktop.ui.claim_page import ClaimPage
from jizhou_desktop.ui.claims_page import ClaimsPage
from jizhou_desktop.ui.enterprise_picker import EnterprisePicker

SOUND = {"project": "焊接机器人工作站", "start": "20190610", "end": "20200930", "investment": "820", "equipment": "610"}

SCHEMES = ("major-innovation", "high-tech", "famous-product", "smart-upgrade", "energy-saving", "patent")


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
    pages.list.schemes.setCurrentIndex(pages.list.schemes.findData("smart-upgrade"))
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


def test_every_scheme_of_the_plan_can_be_applied_for(filled, uid_of, shown):
    pages = shown(ClaimsPage(filled))
    offered = [action.text() for action in pages.list.menu.actions()]
    assert offered == [
        "三（一）　重大创新项目和“杀手锏”产品", "三（一）　高新技术企业首次认定", "三（二）　名优产品",
        "三（三）　智能化技改", "三（四）　智能化节能改造", "三（五）　专利提升",
    ]  # fmt: skip
    for action, scheme in zip(pages.list.menu.actions(), SCHEMES, strict=True):
        pages.apply(scheme, uid_of("州河"))
        assert pages.over.sheet.form_id == scheme
        tabs = [pages.over.tabs.tabText(place) for place in range(pages.over.tabs.count())]
        with_list = ["申请表", "设备清单", "佐证材料", "办理"]
        assert tabs == (with_list if scheme in ("smart-upgrade", "energy-saving") else ["申请表", "佐证材料", "办理"])
        assert action.text()


def test_the_list_counts_and_the_typed_figure_is_no_longer_typed(page, type_in):
    fill(page, type_in, **SOUND)
    grid = page.equipment.grid
    grid.paste("车床\t\t1\t04419287\t20200312\t400\n机器人\t\t1\t04419288\t20181231\t300")
    assert page.form.entry("equipment").value() == "400"
    assert not page.form.entry("equipment").isEnabled()
    assert page.equipment.left_out.shown.text == "不计：“机器人”发票日期在2019年以前。"
    assert page.verdict.words()[0] == "不符合申报条件"  # 400 of 820 is less than 70 %
    assert page.save()
    assert page.sheet.record["equipment"] == 400_000_000
    assert page.sheet.record["amount"] == 0
    assert not page.dirty


def test_the_other_claim_of_the_same_machine_is_named_in_the_page(filled, uid_of, shown, type_in):
    for name, scheme in (("州河", "smart-upgrade"), ("渔山", "smart-upgrade")):
        page = shown(ClaimPage(filled, scheme, filled.workspace.records.get(uid_of(name))))
        fill(page, type_in, **SOUND)
        page.equipment.grid.paste("车床\t\t1\t04419287\t20200312\t610")
        told = page.equipment.twice.shown.text
        assert page.save()
    assert told.startswith("设备“车床”（发票04419287）已列入天津州河金属结构制造有限公司2020年度智能化技改申报")


def take(page, name, **answers):
    page.steps.take(name)
    dialog = page.steps.findChildren(AnswerDialog)[-1]
    for field, text in answers.items():
        dialog.form.entry(field).set_value(text)
    dialog.finish()
    return dialog


def test_a_township_takes_its_steps_once_the_claim_is_saved(page, type_in):
    fill(page, type_in, **SOUND)
    assert not page.tabs.isTabEnabled(3)
    assert page.save()
    page.tabs.setCurrentIndex(3)
    assert page.steps.offered() == ["受理"]
    take(page, "受理", opinion="材料齐全")
    assert page.steps.offered() == ["乡镇初审", "退回", "撤回"]
    assert "要写明理由" in take(page, "退回").strip.words.text()
    fill(page, type_in, project="改了名的项目")
    assert not page.steps.isEnabled()  # a step is taken on what is saved


def test_missing_evidence_is_listed_by_scheme(page):
    asked = ("备案通知书", "设备清单", "发票", "付款凭证", "专项审计报告", "设备照片")
    assert page.checklist.words() == [f"{kind}（未附）" for kind in asked]


def test_the_list_is_narrowed_by_enterprise_and_by_project(filled, uid_of, shown, type_in):
    pages = shown(ClaimsPage(filled))
    for name, project in (("州河", "焊接机器人工作站"), ("渔山", "数控加工单元")):
        form = ClaimPage(filled, "smart-upgrade", filled.workspace.records.get(uid_of(name)))
        fill(form, type_in, **{**SOUND, "project": project})
        assert form.save()
    pages.refresh()
    found = {}
    for words in ("", "州河", "数控", "没有这一家"):
        pages.list.search.setText(words)
        found[words] = pages.list.table.rowCount()
    assert found == {"": 2, "州河": 1, "数控": 1, "没有这一家": 0}
