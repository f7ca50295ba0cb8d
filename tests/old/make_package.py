"""Keeps a package of the release at hand. Run it once a release: `python -m tests.old.make_package 0.1.0`."""

import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from jizhou_desktop.tasks.demo import demo

NOW = datetime.fromisoformat("2020-12-30T09:00:00+08:00")


def main(release: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = demo(Path(folder) / "ws", now=NOW)
        target = Path(__file__).parent / release / "package.jzb"
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(made.package, target)
        print(target, made.digest)


if __name__ == "__main__":
    main(sys.argv[1])
