"""Whose fault a failure is decides what is shown: a sentence, or a report to copy."""

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.ui.error_dialog import ErrorDialog
from jizhou_desktop.ui.faults import Faults


@pytest.fixture
def faults(now, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    before = sys.excepthook
    faults = Faults(lambda: now)
    faults.install()
    yield faults
    sys.excepthook = before
    for widget in QApplication.topLevelWidgets():
        widget.close()


def box(kind):
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def test_a_user_error_is_its_sentence_and_no_more(faults):
    faults.tell(UserError("找不到文件 甲.xlsx，请检查路径。"))
    assert box(QMessageBox).text() == "找不到文件 甲.xlsx，请检查路径。"


@pytest.mark.usefixtures("faults")
def test_a_fault_of_ours_is_a_report_that_can_be_copied_and_is_written(tmp_path):
    error = ZeroDivisionError("算错了")
    sys.excepthook(type(error), error, None)
    dialog = box(ErrorDialog)
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError: 算错了" in copied
    assert "时间：2020-12-01T09:30:00" in copied
    assert dialog.copy.text() == "已复制"
    written = next((tmp_path / "jizhou-desktop").glob("*.txt"))
    assert written.read_text("utf-8") == copied


def test_details_are_hidden_until_asked_for():
    dialog = ErrorDialog("报告", None)
    dialog.show()
    assert dialog.details.text() == "显示详情"
    dialog.details.click()
    assert dialog.details.text() == "隐藏详情"
    dialog.close()
