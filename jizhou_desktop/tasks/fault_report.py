"""A fault of ours (程序故障): a report that can be copied to those who mend it, and the log."""

import os
import platform
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from jizhou_desktop import __version__


def log_folder() -> Path:
    """Where reports lie: a folder of the user's own, since the workspace may be the very thing that failed."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home())
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "jizhou-desktop"


def report_text(error: BaseException, *, now: datetime, words: Sequence[str] = ()) -> str:
    """The report: when, which version and system, what was asked for, and the traceback."""
    head = [
        f"时间：{now.isoformat(timespec='seconds')}",
        f"版本：{__version__}；Python {platform.python_version()}；{platform.platform()}",
        f"命令：{' '.join(words) or '（窗口）'}",
    ]
    return "\n".join([*head, "", "".join(traceback.format_exception(error))])


def write_report(error: BaseException, *, now: datetime, words: Sequence[str] = ()) -> Path:
    """Writes the report and gives its place."""
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"故障报告-{now:%Y%m%d-%H%M%S}.txt"
    file.write_text(report_text(error, now=now, words=words), encoding="utf-8")
    return file
