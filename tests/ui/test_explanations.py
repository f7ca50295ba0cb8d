"""F9 runs the rules, F4 answers what they ask, and the answer stands grey below what is still open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from jizhou_desktop.ui.dossier_page import DossierPage
from jizhou_desktop.ui.explain_dialog import ExplainDialog
from jizhou_desktop.ui.office_window import OfficeWindow


@pytest.fixture
def page(filled, shown, uid_of):
    """The enterprise whose place is another office's, which rule A17 asks about."""
    return shown(DossierPage(filled, uid_of("翠屏")))


def asked(page):
    return next(problem for problem in page.problems.problems if problem.rule == "A17")


def dialog_of(page):
    return next(dialog for dialog in page.findChildren(ExplainDialog) if dialog.isVisible())


def open_dialog(page):
    QTest.keyClick(page.form.entry("name"), Qt.Key.Key_F9)
    page.problems.choose(asked(page))
    QTest.keyClick(page.problems._list, Qt.Key.Key_F4)
    return dialog_of(page)


def test_answered_with_a_key_changed_and_taken_back(page):
    dialog = open_dialog(page)
    dialog.save()
    assert "请填写核实说明" in dialog.error
    dialog.text.setPlainText("企业迁址，档案仍由本镇保管")
    dialog.save()
    assert asked(page).explanation.text == "企业迁址，档案仍由本镇保管"
    assert page.problems.problems[-1] == asked(page)
    assert "已说明的核实1条" in page.problems._count.text()
    page.problems.choose(asked(page))
    page.problems.explain()
    again = dialog_of(page)
    assert [window for window in QApplication.topLevelWidgets() if isinstance(window, QPushButton)] == []
    again.withdraw()
    assert asked(page).is_open


def test_what_was_begun_is_offered_back(page):
    dialog = open_dialog(page)
    dialog.text.setPlainText("写了一半")
    dialog.reject()
    page.problems.explain()
    assert dialog_of(page).text.toPlainText() == "写了一半"


def test_hints_and_errors_are_not_explained(page):
    hint = next(problem for problem in page.problems.problems if problem.rule != "A17")
    page.problems.choose(hint)
    page.problems.explain()
    assert not [dialog for dialog in page.findChildren(ExplainDialog) if dialog.isVisible()]


def test_all_rules_run_from_any_page(filled, shown, preferences, qtbot):
    office = OfficeWindow(filled, preferences)
    window = shown(office.window)
    qtbot.waitUntil(lambda: not office.home.panel.busy)
    window.go_to(office.settings)
    QTest.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert window.stack.currentWidget() is office.home
    qtbot.waitUntil(lambda: not office.home.panel.busy)
    assert "A17" in {problem.rule for problem in office.home.problems.problems}
