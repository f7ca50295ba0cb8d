"""The program as it is started: on a named workspace, on the last one, or asking at the very first start."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from jizhou_desktop.app import Desktop
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.ui.text_size import TextSize


@pytest.fixture
def desktop(qapp, preferences):
    before = sys.excepthook
    desktop = Desktop(qapp, preferences)
    yield desktop
    sys.excepthook = before
    if desktop.window is not None:
        desktop.window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_named_workspace_is_opened_and_remembered(desktop, filled, preferences):
    assert desktop.start(filled.workspace.folder)
    assert desktop.window.window.isVisible()
    assert "渔阳镇" in desktop.window.window.windowTitle()
    assert preferences.workspace == filled.workspace.folder


def test_the_last_workspace_is_opened_again(desktop, filled, preferences):
    preferences.workspace = filled.workspace.folder
    assert desktop.start(None)
    assert desktop.window.dossiers.list.table is not None


def test_a_folder_that_is_no_workspace_is_refused(desktop, tmp_path):
    with pytest.raises(UserError, match="不是工作目录"):
        desktop.start(tmp_path)


def test_the_text_size_is_changed_at_once_and_kept(desktop, filled, preferences, qapp):
    desktop.start(filled.workspace.folder)
    desktop.window.settings.sizes[TextSize.ELDER].click()
    assert qapp.font().pointSizeF() == TextSize.ELDER.points
    assert preferences.text_size is TextSize.ELDER


def test_the_keys_lead_from_page_to_page(desktop, filled, qtbot):
    desktop.start(filled.workspace.folder)
    office = desktop.window
    office.window.activateWindow()
    qtbot.waitUntil(office.window.isActiveWindow)
    qtbot.keyClick(office.window, "2", Qt.KeyboardModifier.ControlModifier)
    assert office.window.stack.currentWidget() is office.dossiers
    assert office.dossiers.list.table.rowCount() == 3
