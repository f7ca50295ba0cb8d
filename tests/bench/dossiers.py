"""A list of 100,000 dossiers: opened, and searched key by key as an official types, until it is drawn again."""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import open_workspace
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_list_page import DossierListPage
from jizhou_desktop.ui.screen_face import load_screen_face
from jizhou_desktop.ui.style import dress
from jizhou_desktop.ui.text_size import TextSize
from tests.bench.invented import NOW, filled_workspace
from tests.bench.measuring import tell_peak, timed

COUNT = 100_000
WRITTEN = (
    "渔", "渔阳", "渔阳镇", "精密", "精密机械", "盘山 食品", "盘山 食品 9", "天津", "王样例", "样例路777号", "不存在",
    "金玉华", "食品", "李样例", "龙凤", "环保建材", "崆峒 服装", "777", "天津 金玉", "电子商务", "州河", "长城", "独乐",
)  # fmt: skip
BY_KEY = (
    "91120225MA", "12345", "tjyy", "tjps", "panshan", "jingmijixie", "tjpsspyxgs", "yuyang", "zhaoyangli",
    "dianzishangwu", "changcheng", "jinyuhua", "longfeng", "shipin", "fuzhuang 88", "huangya", "yxgs",
)  # fmt: skip


def keystrokes() -> Iterator[str]:
    """What the search box holds at each pause: pinyin and codes grow letter by letter, Chinese word by word."""
    yield from WRITTEN
    for text in BY_KEY:
        yield from (text[:end] for end in range(1, len(text) + 1))
        yield from (text[:end] for end in range(len(text) - 1, 0, -2))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        with timed(f"{COUNT:,} dossiers stored", COUNT, "dossiers"):
            filled_workspace(Path(folder) / "ws", COUNT).close()
        application = QApplication(sys.argv[:1])
        dress(application, load_screen_face(resources.screen_faces()), TextSize.STANDARD, resources.resource_folder())
        with open_workspace(Path(folder) / "ws", now=NOW) as workspace:
            page = DossierListPage(Desk(workspace, 2020, lambda: NOW, uids_from("bench")))
            page.resize(1366, 768)
            page.show()
            with timed(f"list of {COUNT:,} dossiers opened"):
                page.reload()
                application.processEvents()
            with timed("words to find read in a worker"):
                while page.search.reading:
                    application.processEvents()
            measure(page)
            with timed(f"{COUNT:,} rows sorted by another column"):
                page.view.sortByColumn(2, Qt.SortOrder.DescendingOrder)
                page.view.viewport().repaint()
            measure_scrolling(page)
            page.close()
    tell_peak("dossiers")


def measure(page: DossierListPage) -> None:
    """From the pause in typing until the list is drawn."""
    taken = []
    for text in keystrokes():
        page.search.blockSignals(True)
        page.search.setText(text)
        page.search.blockSignals(False)
        begin, worked = time.perf_counter(), time.thread_time()
        page.search_now()
        page.view.viewport().repaint()
        taken.append((text, (time.perf_counter() - begin) * 1000, (time.thread_time() - worked) * 1000))
        QApplication.processEvents()
    told([duration for _text, duration, _worked in taken], f"{len(taken)} keys of a search, until the list is drawn")
    told([worked for _text, _duration, worked in taken], "  the same by processor time")
    slowest = sorted(taken, key=lambda key: -key[1])[:6]
    print("  slowest: " + ", ".join(f"{text} {duration:.0f} ms" for text, duration, _worked in slowest))
    page.search.setText("")
    page.search_now()


def measure_scrolling(page: DossierListPage) -> None:
    """A page down, drawn."""
    bar, taken = page.view.verticalScrollBar(), []
    for step in range(200):
        begin = time.perf_counter()
        bar.setValue(step * 479)
        page.view.viewport().repaint()
        taken.append((time.perf_counter() - begin) * 1000)
    told(taken, "200 jumps of the scroll bar, drawn")


def told(taken: list[float], what: str) -> None:
    print(f"{what:<58}{statistics.median(taken):9.1f} ms median, {max(taken):.1f} ms worst")


if __name__ == "__main__":
    main()
