"""`jizhou` and `python -m jizhou_desktop`: the command line, or the window where no command is given."""

import sys
from pathlib import Path

from jizhou_desktop.cli.main import main as run_command_line


def open_window(workspace: Path | None) -> int:
    """Qt is loaded only when a window is wanted: the command line starts without it."""
    from jizhou_desktop.app import run_window  # noqa: PLC0415

    return run_window(workspace)


def main() -> int:
    """The entry point; gives the exit status."""
    return run_command_line(sys.argv[1:], open_window)


if __name__ == "__main__":
    sys.exit(main())
