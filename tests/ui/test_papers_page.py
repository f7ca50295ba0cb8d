"""Papers chosen, their text edited before printing, and written for Word."""

import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jizhou_desktop.domain.document import Paragraph
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.ui.document_page import DocumentPage
from jizhou_desktop.ui.papers_page import PapersPage
from jizhou_desktop.ui.preview_page import PreviewPage


@pytest.fixture
def pages(filled, preferences, shown):
    pages = shown(PapersPage(filled, preferences))
    pages.refresh()
    return pages


def choose(pages, title: str) -> None:
    pages.choice.list.setCurrentRow(
        next(line for line in range(pages.choice.list.count()) if pages.choice.list.item(line).text() == title)
    )


def wait_for(pages, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(pages.over, kind), timeout=60_000)
    return pages.over


def test_a_paper_about_somebody_asks_for_whom(pages):
    choose(pages, "企业基本情况登记表")
    pages.choice.go.click()
    assert "请先选择这份文书的对象" in pages.choice.strip.words.text()
    assert pages.over is None


def test_the_keys_make_the_paper_chosen(pages, qtbot):
    choose(pages, "进度统计表")
    QTest.keyClick(pages.choice.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(pages, PreviewPage, qtbot).back_asked.emit()
    QTest.keyClick(pages.choice, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert pages.choice.register.isVisible()


def test_only_an_official_document_may_be_edited(pages):
    choose(pages, "企业基本情况登记表")
    assert not pages.choice.edit.isVisible()
    choose(pages, "年终考核结果通报")
    assert pages.choice.edit.isVisible()


def test_an_edited_text_is_what_is_printed(pages, qtbot):
    choose(pages, "年终考核结果通报")
    pages.choice.edit.click()
    page = wait_for(pages, DocumentPage, qtbot)
    page.parts["title"].set_value("关于表扬先进的通报")
    place = next(place for place, block in enumerate(page._document.blocks) if isinstance(block, Paragraph))
    page.blocks[place].set_value("经研究，\n现予表扬。")
    document = page.edited()
    assert document.title == "关于表扬先进的通报"
    assert document.blocks[place].text == "经研究，现予表扬。"
    page.blocks[place].set_value("")
    assert len(page.edited().blocks) == len(document.blocks) - 1
    page.made.emit(page._order.edited(document))
    preview = wait_for(pages, PreviewPage, qtbot)
    assert preview.view.pages >= 1


def test_the_same_document_is_written_for_word(pages, tmp_path, qtbot):
    choose(pages, "年终考核结果通报")
    pages.choice.go.click()
    preview = wait_for(pages, PreviewPage, qtbot)
    out = tmp_path / "通报.docx"
    with qtbot.waitSignal(preview.said, timeout=60_000):
        preview.word_asked.emit(out)
    assert "word/document.xml" in zipfile.ZipFile(out).namelist()


def test_a_date_that_cannot_be_read_is_refused_in_a_sentence(pages, qtbot):
    choose(pages, "年终考核结果通报")
    pages.choice.edit.click()
    page = wait_for(pages, DocumentPage, qtbot)
    page.dated.set_value("2020721")
    with pytest.raises(UserError, match="2020721"):
        page.edited()
    page.dated.set_value("2020.12.25")
    page.signers.set_value("王一、李二")
    assert page.edited().dated.isoformat() == "2020-12-25"
    assert [signer.name for signer in page.edited().signers] == ["王一", "李二"]


def test_all_applications_of_a_scheme_are_one_job(filled, pages, uid_of, now, qtbot):
    for name in ("州河", "渔山"):
        answers = {"project": f"{name}改造", "start": "20200101", "end": "20201001", "investment": "300"}
        save_answers(
            filled.workspace,
            "smart-upgrade",
            {**answers, "equipment": "250"},
            uid=filled.new_uid(),
            now=now,
            parent=uid_of(name),
            year=2020,
        )
    choose(pages, "智能化技术改造项目资金申请表")
    assert pages.choice.all.text() == "全部2份"
    pages.choice.all.click()
    preview = wait_for(pages, PreviewPage, qtbot)
    assert len({file for file, _page in preview.view.sheets}) == 2
    assert len(filled.workspace.papers.rows()) == 2


def test_an_old_paper_is_opened_from_the_register(pages, qtbot):
    choose(pages, "任务分解表")
    pages.choice.go.click()
    wait_for(pages, PreviewPage, qtbot).back_asked.emit()
    register = pages.choice.register
    assert register.table.data(register.table.index(0, 1)) == "任务分解表"
    register.view.activated.emit(register.table.index(0, 0))
    assert isinstance(pages.over, PreviewPage)
    assert pages.over.view.sheets[0][0].parent.name == "kept"


def test_the_register_is_searched_by_whom_and_when(pages, filled, uid_of, now):
    wanted = {"enterprise-record": uid_of("州河"), "dossier-cover": uid_of("渔山"), "progress-table": ""}
    for paper, subject in wanted.items():
        out = filled.workspace.folder / f"{paper}.pdf"
        pages.choice.order(paper, subject=subject).write_in(filled.workspace, out, now)
    register = pages.choice.register
    register.reload()
    assert register.table.rowCount() == 3
    register.search.setText("州河 登记表")
    assert register.table.rowCount() == 1
    assert "州河" in register.table.data(register.table.index(0, 2))
    register.search.setText("没有这一份")
    assert register.table.rowCount() == 0


def test_a_kept_paper_that_was_damaged_is_not_shown_as_what_was_printed(pages, filled, now, qtbot):
    pages.choice.order("progress-table").write_in(filled.workspace, filled.workspace.folder / "p.pdf", now)
    row = filled.workspace.papers.rows()[0]
    filled.workspace.papers.kept(row).write_bytes(b"%PDF other")
    pages.choice.register.reload()
    with qtbot.waitSignal(pages.failed) as told:
        pages.choice.register.open(row)
    assert "摘要不一致" in str(told.args[0])
    filled.workspace.papers.kept(row).unlink()
    with qtbot.waitSignal(pages.failed) as told:
        pages.choice.register.open(row)
    assert "不在工作目录中" in str(told.args[0])


def test_a_township_prints_its_own_score_form(pages, qtbot):
    choose(pages, "考核评分表")
    assert pages.choice.subject.count() == 1
    pages.choice.go.click()
    wait_for(pages, PreviewPage, qtbot)
