"""Debian's packages that only the machine's keeper can install: installed where set-up may, else named."""

import ctypes
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress

from jizhou_desktop.setup.run import run_logged
from jizhou_desktop.setup.say import Checkout, SetupFailed, say


def loads(library: str) -> bool:
    """Whether the system's loader finds this library, such as `libGL.so.1`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def may_install() -> bool:
    """Root on a system with apt."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str], checkout: Checkout) -> None:
    """Raises SetupFailed where apt ends in error."""
    say(f"安装系统软件包：{' '.join(packages)}")
    failed = f"系统软件包没有装好，请手工执行：apt-get install {' '.join(packages)}"
    # One source of several that does not answer fails the update; the packages may be had all the same.
    with suppress(SetupFailed):
        run_logged(["apt-get", "update"], checkout.log, failed=failed, folder=checkout.root)
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    run_logged(command, checkout.log, failed=failed, folder=checkout.root)


def advice(purpose: str, packages: Sequence[str]) -> str:
    """The one sentence, with the command to type."""
    return (
        f"{purpose}所需的系统软件包不全，请管理员执行：sudo apt-get install {' '.join(packages)}"
        "（其他发行版安装相应的软件包）。"
    )
