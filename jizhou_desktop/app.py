"""Opens the window: the application, its face and style, the first start, and what becomes of faults."""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.uids import new_uid
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.faults import Faults
from jizhou_desktop.ui.icons import window_icon
from jizhou_desktop.ui.office_window import OfficeWindow
from jizhou_desktop.ui.preferences import Preferences
from jizhou_desktop.ui.screen_face import load_screen_face
from jizhou_desktop.ui.style import dress
from jizhou_desktop.ui.text_size import TextSize
from jizhou_desktop.ui.wizard import Wizard
from jizhou_desktop.ui.work import wait_for_workers

ORGANISATION, PRODUCT = "jizhou", "jizhou-desktop"


def run_window(workspace: Path | None) -> int:
    """Opens the window on a workspace, the one last open where none is named; asks at the very first start.

    Gives the exit status. Raises UserError where the named folder is no workspace.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName(PRODUCT)
    application.setWindowIcon(window_icon())
    translator = speak_chinese(application)
    desktop = Desktop(application, Preferences(QSettings(ORGANISATION, PRODUCT)))
    if not desktop.start(workspace):
        return 0
    status = application.exec()
    wait_for_workers()
    application.removeTranslator(translator)
    return status


def speak_chinese(application: QApplication) -> QTranslator:
    """Qt's own words (file dialogs, print dialog) in Chinese, whatever the system speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    return translator


def current_time() -> datetime:
    """Now, with the machine's time zone."""
    return datetime.now().astimezone()


class Desktop(QObject):
    """The running program: one window at a time, on one workspace."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__()
        self._application, self._preferences = application, preferences
        self._family = load_screen_face(resources.screen_faces())
        self._faults = Faults(current_time)
        self._faults.install()
        self.window: OfficeWindow | None = None
        self._dress(preferences.text_size)

    def start(self, workspace: Path | None) -> bool:
        """Opens a window on the workspace named, or the last one; False where the official left the wizard."""
        if workspace is not None:
            self._open(workspace)
            return True
        last = self._preferences.workspace
        if last is not None:
            try:
                self._open(last)
            except UserError as error:  # moved, or on a stick that is not in
                self._faults.tell(error)
            else:
                return True
        return self._ask()

    def _ask(self) -> bool:
        wizard = Wizard(Path.home() / "蓟州中小企业台账", current_time)
        wizard.opened.connect(self._open)
        return bool(wizard.exec())

    def _open(self, folder: Path) -> None:
        workspace = open_workspace(folder, now=current_time())
        self._preferences.workspace = folder.resolve()
        desk = Desk(workspace, resources.latest_plan().year, current_time, new_uid)
        old, self.window = self.window, OfficeWindow(desk, self._preferences)
        self.window.failed.connect(self._faults.tell)
        self.window.text_size_asked.connect(self._change_size)
        self.window.other_workspace_asked.connect(self._ask)
        self.window.show()
        if old is not None:
            old.close()

    def _change_size(self, size: TextSize) -> None:
        self._preferences.text_size = size
        self._dress(size)

    def _dress(self, size: TextSize) -> None:
        dress(self._application, self._family, size, resources.resource_folder())
