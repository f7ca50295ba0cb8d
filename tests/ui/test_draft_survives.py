"""The program killed while somebody types: what was typed is offered back at the next start."""

import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from jizhou_desktop.tasks.drafts import find_draft
from jizhou_desktop.tasks.workspaces import create, open_workspace
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_page import DossierPage

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")

TYPING = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_page import DossierPage
now = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
application = QApplication(sys.argv[:1])
page = DossierPage(Desk(open_workspace(Path(sys.argv[1]), now=now), 2020, lambda: now, uids_from("killed")))
page.show()
page.form.entry("name").setText("天津")
keys = QTimer(interval=100)
keys.timeout.connect(lambda: QTest.keyClicks(page.form.entry("name"), "x"))
keys.start()
print("typing", flush=True)
application.exec()
"""


def test_what_was_typed_a_second_ago_is_there_after_a_kill_even_while_one_types_on(tmp_path, shown):
    create(tmp_path / "w", office_code="120119100", clerk="王样例").close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    words = [sys.executable, "-c", TYPING, str(tmp_path / "w")]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout.readline() == "typing\n"
        time.sleep(2)
        program.kill()
    with open_workspace(tmp_path / "w", now=NOW) as workspace:
        draft = find_draft(workspace, "enterprise", "")
        assert draft is not None
        assert draft["name"].startswith("天津xxx")
        page = shown(DossierPage(Desk(workspace, 2020, lambda: NOW, lambda: "again")))
        assert page.form.entry("name").value() == draft["name"]
        assert "已恢复上次没有保存的内容" in page.strip.words.text()
        page.hide()
