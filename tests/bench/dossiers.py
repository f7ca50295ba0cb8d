"""A list of 100,000 dossiers: opened, and searched as an official types."""

import statistics
import tempfile
import time
from pathlib import Path

from jizhou_desktop.tasks.dossier_rows import dossier_rows, found
from jizhou_desktop.tasks.workspaces import open_workspace
from tests.bench.invented import NOW, filled_workspace
from tests.bench.measuring import tell_peak, timed

COUNT = 100_000
TYPED = ("渔", "渔阳", "精密机械", "盘山 食品", "91120225MA", "12345", "tjyy", "panshan", "样例路777号", "不存在")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        with timed(f"{COUNT:,} dossiers stored", COUNT, "dossiers"):
            filled_workspace(Path(folder) / "ws", COUNT).close()
        with timed(f"list of {COUNT:,} dossiers opened"), open_workspace(Path(folder) / "ws", now=NOW) as workspace:
            dossier_rows(workspace, 2020)
        with open_workspace(Path(folder) / "ws", now=NOW) as workspace:
            taken = []
            for text in TYPED * 3:
                begin = time.perf_counter()
                found(workspace, text)
                taken.append((time.perf_counter() - begin) * 1000)
        median, worst = statistics.median(taken), max(taken)
        print(f"{'a search in them, all found':<58}{median:9.1f} ms median, {worst:.1f} ms worst")
    tell_peak("dossiers")


if __name__ == "__main__":
    main()
