"""The system libraries that Qt needs on Linux: tried by loading, installed with apt, or named."""

import os
import sys
from collections.abc import Mapping

from jizhou_desktop.setup.say import Checkout, say
from jizhou_desktop.setup.system_packages import advice, install, loads, may_install

# Library → Debian's package, as found by starting Qt on a bare Debian 12.
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def has_display(surroundings: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown: always on Windows and macOS, with a display server elsewhere."""
    return not sys.platform.startswith("linux") or bool(
        surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY")
    )


def wanted_libraries(surroundings: Mapping[str, str]) -> dict[str, str]:
    """What Qt will load here, by the display that there is."""
    wanted = dict(OFFSCREEN)
    if surroundings.get("DISPLAY"):
        wanted |= X11
    if surroundings.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND
    return wanted


def missing_packages(wanted: Mapping[str, str]) -> list[str]:
    """Debian's packages of the libraries that cannot be loaded."""
    return [package for library, package in wanted.items() if not loads(library)]


def provide_libraries(checkout: Checkout) -> bool:
    """Sees to it that Qt can start; False where packages are missing that set-up may not install."""
    if not sys.platform.startswith("linux"):
        return True
    wanted = wanted_libraries(os.environ)
    missing = missing_packages(wanted)
    if missing and may_install():
        install(missing, checkout)
        missing = missing_packages(wanted)
    say(advice("窗口", missing) if missing else "系统库已齐")
    return not missing
