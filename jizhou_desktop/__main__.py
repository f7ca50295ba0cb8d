"""`jizhou` and `python -m jizhou_desktop`: the command line, or the window where no command is given."""

import sys
from pathlib import Path

from jizhou_desktop.cli.main import main as run_command_line
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks.display import can_open_window


def open_window(workspace: Path | None) -> int:
    """Qt is loaded only when a window is wanted: the command line starts without it.

    Raises UserError where no window can be shown, since Qt itself would end the program without a word in Chinese.
    """
    if not can_open_window():
        raise UserError("本机没有图形界面，不能打开窗口；可以用命令行办理，见 jizhou --help。")
    from jizhou_desktop.app import run_window  # noqa: PLC0415

    return run_window(workspace)


def main() -> int:
    """The entry point; gives the exit status."""
    return run_command_line(sys.argv[1:], open_window)


if __name__ == "__main__":
    sys.exit(main())
