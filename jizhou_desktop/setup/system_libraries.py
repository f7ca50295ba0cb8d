"""The system libraries that Qt needs on Linux: tried by loading, installed with apt, or named."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping

from jizhou_desktop.setup.run import run_logged
from jizhou_desktop.setup.say import Checkout, say

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
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide_libraries(checkout: Checkout) -> bool:
    """Sees to it that Qt can start; False where packages are missing that only the machine's keeper can install."""
    if not sys.platform.startswith("linux"):
        return True
    wanted = wanted_libraries(os.environ)
    missing = missing_packages(wanted)
    if not missing:
        say("系统库已齐")
        return True
    if os.geteuid() or not shutil.which("apt-get"):
        say(advice(missing))
        return False
    say(f"安装系统库：{' '.join(missing)}")
    _install(missing, checkout)
    still = missing_packages(wanted)
    if still:
        say(advice(still))
    return not still


def advice(missing: Iterable[str]) -> str:
    """The one sentence, with the command to type."""
    return f"窗口所需的系统库不全，请管理员执行：sudo apt-get install {' '.join(missing)}（其他发行版安装同名的库）。"


def _install(packages: list[str], checkout: Checkout) -> None:
    failed = f"系统库没有装好，请手工执行：apt-get install {' '.join(packages)}"
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *packages]):
        run_logged(command, checkout.log, failed=failed, folder=checkout.root)
