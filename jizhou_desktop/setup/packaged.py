"""The folder for a USB stick: made by PyInstaller from build.spec, then started to see that it works."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from jizhou_desktop.setup.run import run_logged
from jizhou_desktop.setup.say import Checkout, SetupFailed
from jizhou_desktop.setup.system_libraries import WAYLAND, X11, missing_packages
from jizhou_desktop.setup.system_packages import advice, install, loads, may_install

_WINDOW_SECONDS = 10  # a folder on a slow disk has its window up well before


def provide_packager(checkout: Checkout) -> None:
    """What PyInstaller needs on Linux: objdump, Python as a shared library, and what the folder shall carry.

    The window's libraries go into the folder so that it opens on machines without them; where they cannot be had, the
    folder is made all the same. Raises SetupFailed.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = _missing()
    if missing and not may_install():
        raise SetupFailed(advice("打包", missing))
    carried = missing_packages({**X11, **WAYLAND}) if may_install() else []
    if missing or carried:
        install([*missing, *carried], checkout)


def _missing() -> list[str]:
    shared = f"libpython{sysconfig.get_python_version()}.so.1.0"
    beside_python = Path(sysconfig.get_config_var("LIBDIR") or "/usr/lib") / shared
    has_shared = beside_python.exists() or loads(shared)
    return [
        *([] if shutil.which("objdump") else ["binutils"]),
        *([] if has_shared else [f"libpython{sysconfig.get_python_version()}"]),
    ]


def build_folder(checkout: Checkout) -> Path:
    """Makes `build/dist/jizhou` and gives it. Raises SetupFailed."""
    provide_packager(checkout)
    dist, work = checkout.root / "build" / "dist", checkout.root / "build" / "pyinstaller"
    options: list[str | Path] = ["--noconfirm", "--distpath", dist, "--workpath", work]
    run_logged(
        [checkout.python, "-m", "PyInstaller", *options, "build.spec"],
        checkout.log,
        failed="没有打成可移动的程序目录",
        folder=checkout.root,
    )
    return dist / "jizhou"


def try_folder(folder: Path, work: Path, checkout: Checkout) -> int:
    """Starts the packaged program without a screen: a workspace made, a paper printed from it, a window opened on it.

    Gives the size of the printed PDF in bytes. Raises SetupFailed at the first step that fails.
    """
    program = folder / ("jizhou.exe" if sys.platform == "win32" else "jizhou")
    workspace, paper = work / "workspace", work / "paper.pdf"
    homes = dict.fromkeys(("XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"), str(work))
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **homes}
    steps: tuple[list[str | Path], ...] = (
        ["demo", workspace, "--no-window"],
        ["print", workspace, "assessment-notice", "--year", "2020", "--out", paper],
    )
    for step in steps:
        failed = f"打包的程序没有办成 {step[0]}"
        run_logged([program, *step], checkout.log, failed=failed, folder=work, extra=surroundings)
    if not paper.read_bytes().startswith(b"%PDF-"):
        raise SetupFailed(f"打包的程序没有印出 PDF，详情见 {checkout.log}。")
    _try_window([program, "--workspace", workspace], {**os.environ, **surroundings}, work, checkout)
    return paper.stat().st_size


def _try_window(command: list[str | Path], surroundings: dict[str, str], work: Path, checkout: Checkout) -> None:
    """The window stays open until it is closed, and no fault report appears meanwhile."""
    with (
        checkout.log.open("ab") as log,
        subprocess.Popen(command, env=surroundings, stdout=log, stderr=log, cwd=work) as window,
    ):
        try:
            status = window.wait(_WINDOW_SECONDS)
        except subprocess.TimeoutExpired:
            window.terminate()
        else:
            raise SetupFailed(f"打包的程序没有打开窗口（退出码 {status}），详情见 {checkout.log}。")
    if reports := list((work / "jizhou-desktop").glob("*.txt")):
        raise SetupFailed(f"打包的程序打开窗口时出错：{reports[0].read_text('utf-8').splitlines()[-1]}")
