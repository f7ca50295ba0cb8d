"""Whether a window can be shown on this machine."""

import os
import sys


def has_display() -> bool:
    """True on Windows and macOS; on Linux where an X or Wayland session is named and Qt is not told otherwise."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def can_open_window() -> bool:
    """True where there is a display, or Qt was told to draw elsewhere (offscreen, for tests)."""
    return bool(os.environ.get("QT_QPA_PLATFORM")) or has_display()
