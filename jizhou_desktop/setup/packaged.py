"""The folder for a USB stick: made by PyInstaller from build.spec, then started to see that it works."""

import shutil
import sys
import sysconfig
from pathlib import Path

from jizhou_desktop.setup.run import run_logged
from jizhou_desktop.setup.say import Checkout, SetupFailed
from jizhou_desktop.setup.system_packages import advice, install, loads, may_install


def provide_packager(checkout: Checkout) -> None:
    """What PyInstaller itself needs on Linux: objdump, and Python as a shared library. Raises SetupFailed."""
    missing = _missing() if sys.platform.startswith("linux") else []
    if missing and not may_install():
        raise SetupFailed(advice("打包", missing))
    if missing:
        install(missing, checkout)


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
    """Starts the packaged program without a screen: a workspace made, a window opened on it, a paper printed.

    Gives the size of the printed PDF in bytes. Raises SetupFailed at the first step that fails.
    """
    program = folder / ("jizhou.exe" if sys.platform == "win32" else "jizhou")
    workspace, paper = work / "workspace", work / "paper.pdf"
    steps: tuple[list[str | Path], ...] = (
        ["demo", workspace, "--no-window"],
        ["print", workspace, "assessment-notice", "--year", "2020", "--out", paper],
    )
    for step in steps:
        run_logged(
            [program, *step],
            checkout.log,
            failed=f"打包的程序没有办成 {step[0]}",
            folder=work,
            extra={"QT_QPA_PLATFORM": "offscreen"},
        )
    if not paper.read_bytes().startswith(b"%PDF-"):
        raise SetupFailed(f"打包的程序没有印出 PDF，详情见 {checkout.log}。")
    return paper.stat().st_size
