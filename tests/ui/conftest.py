"""A window to try: the application dressed as it is shown, and a workspace with a few enterprises."""

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.preferences import Preferences
from jizhou_desktop.ui.screen_face import load_screen_face
from jizhou_desktop.ui.style import dress
from jizhou_desktop.ui.text_size import TextSize
from jizhou_desktop.ui.work import wait_for_workers

ENTERPRISES = {
    "天津州河金属结构制造有限公司": {"uscc": "91120225MA06K2ER77", "industry": "3311", "place": "渔阳镇"},
    "天津渔山精密机械有限公司": {"uscc": "91120225MA06MQEY05", "industry": "3484", "place": "渔阳镇"},
    "天津翠屏信息技术有限公司": {"uscc": "91120225MA06K4FE2G", "industry": "6513", "place": "洇溜镇"},
}
FIGURES = {2019: {"revenue": "8860", "employees": "143"}, 2020: {"revenue": "9215", "employees": "146"}}


@pytest.fixture(scope="session")
def family(qapp):  # noqa: ARG001  — Qt needs its application before it loads a face
    return load_screen_face(resources.screen_faces())


@pytest.fixture(autouse=True)
def dressed(qapp, family):
    dress(qapp, family, TextSize.STANDARD, resources.resource_folder())


@pytest.fixture
def now():
    return datetime.fromisoformat("2020-12-01T09:30:00+08:00")


@pytest.fixture
def desk(tmp_path, now):
    workspace = create(tmp_path / "渔阳镇", office_code="120119100", clerk="王样例")
    yield Desk(workspace, 2020, lambda: now, uids_from("ui"))
    workspace.close()


@pytest.fixture
def filled(desk, now):
    """The desk with three enterprises, the first with two years of figures."""
    for name, answers in ENTERPRISES.items():
        saved = save_answers(desk.workspace, "enterprise", {"name": name, **answers}, uid=desk.new_uid(), now=now)
        for year, figures in FIGURES.items() if "州河" in name else ():
            save_answers(
                desk.workspace,
                "year-figures",
                {"year": str(year), **figures},
                uid=desk.new_uid(),
                now=now,
                parent=saved.record.uid,
                year=year,
            )
    return desk


@pytest.fixture
def uid_of(filled):
    """An enterprise's uid by part of its name."""
    records = filled.workspace.records

    def find(part: str) -> str:
        return records.search(Kind.ENTERPRISE, part)[0].uid

    return find


@pytest.fixture
def preferences(tmp_path):
    return Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def shown(qtbot, desk):  # noqa: ARG001  — windows must be gone before their workspace is closed
    """Shows a widget in a window of the usual size, in front, so that keys and shortcuts reach it."""
    windows = []

    def show(widget, width: int = 1280, height: int = 800):
        windows.append(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    yield show
    for widget in windows:
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def type_in():
    """Types as a clerk does: letters and digits by keys, Chinese through the input method, composed then committed."""

    def type_text(entry, text: str) -> None:
        if text.isascii():
            QTest.keyClicks(entry, text)
            return
        QApplication.sendEvent(entry, QInputMethodEvent("pinyin", []))
        commit = QInputMethodEvent("", [])
        commit.setCommitString(text)
        QApplication.sendEvent(entry, commit)

    return type_text


@pytest.fixture(autouse=True)
def no_job_outlives_its_test():
    """A job that a closed window left behind ends before the next test begins."""
    yield
    wait_for_workers()
