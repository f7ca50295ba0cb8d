"""The window from nothing: Python started, Qt loaded, a workspace of the sample year open on screen (offscreen)."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from jizhou_desktop.tasks.demo import demo
from tests.bench.invented import NOW
from tests.bench.measuring import timed

UP = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from jizhou_desktop.app import Desktop
from jizhou_desktop.ui.preferences import Preferences
from jizhou_desktop.ui.work import wait_for_workers
from tests.bench.measuring import tell_peak
application = QApplication(sys.argv[:1])
settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
desktop = Desktop(application, Preferences(settings))
desktop.start(Path(sys.argv[1]))
QTimer.singleShot(0, application.quit)
application.exec()
wait_for_workers()
tell_peak("window")
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "ws"
        demo(workspace, now=NOW)
        words = [sys.executable, "-c", UP, str(workspace), str(Path(folder) / "settings.ini")]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        for which in ("first", "again"):
            with timed(f"window up, {which}"):
                subprocess.run(words, env=environment, check=True)


if __name__ == "__main__":
    main()
