"""The environment `.venv` in the checkout, with the product installed in it; a second run finds it and is quick."""

import hashlib
import importlib.util
import json
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from jizhou_desktop.setup.run import run_logged
from jizhou_desktop.setup.say import Checkout, SetupFailed, say

_STAMP = "jizhou-setup.json"


def make_environment(checkout: Checkout, extras: Collection[str] = ()) -> None:
    """Makes `.venv` where it is not, and installs the product with these extras. Raises SetupFailed."""
    stamp = checkout.environment / _STAMP
    installed = _installed(stamp)
    if set(extras) <= installed.extras and installed.digest == _digest(checkout.root) and checkout.python.exists():
        say("运行环境已就绪，无需重装")
        return
    if not _works(checkout.python):
        say(f"建立运行环境 {checkout.environment}")
        _create(checkout)
    wanted = sorted({*extras, *installed.extras})
    say("安装所需软件包（首次约需几分钟）")
    target = f".[{','.join(wanted)}]" if wanted else "."
    run_logged(
        [checkout.python, "-m", "pip", "install", "--editable", target],
        checkout.log,
        failed="软件包没有装好，请检查网络后重试",
        folder=checkout.root,
    )
    stamp.write_text(json.dumps({"digest": _digest(checkout.root), "extras": wanted}), "utf-8")


def _digest(root: Path) -> str:
    """Changes when the wanted packages, the Python, or the checkout's place does (an editable install names it)."""
    text = (root / "pyproject.toml").read_bytes()
    return hashlib.sha256(text + sys.version.encode() + str(root).encode()).hexdigest()


@dataclass(frozen=True)
class _Installed:
    """What the environment was installed from, and with which extras."""

    digest: str = ""
    extras: frozenset[str] = frozenset()


def _installed(stamp: Path) -> _Installed:
    """As the last whole installation wrote it; nothing where there was none."""
    try:
        about = json.loads(stamp.read_text("utf-8"))
        return _Installed(str(about["digest"]), frozenset(map(str, about["extras"])))
    except (OSError, ValueError, KeyError, TypeError):
        return _Installed()


def _works(python: Path) -> bool:
    """Whether this Python runs and has pip."""
    try:
        done = subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _create(checkout: Checkout) -> None:
    """Debian's Python lacks ensurepip until python3-venv is installed: then pip is put in by the system's own pip.

    With `--target` that works with every pip, and where PEP 668 forbids installing into the system.
    """
    bare = importlib.util.find_spec("ensurepip") is None
    if bare and importlib.util.find_spec("pip") is None:
        raise SetupFailed("本机的 Python 没有 pip，请先安装：apt-get install python3-pip。")
    failed = "运行环境没有建成，请检查磁盘空间和目录权限"
    options = ["--clear", "--without-pip"] if bare else ["--clear"]
    run_logged(
        [sys.executable, "-m", "venv", *options, checkout.environment],
        checkout.log,
        failed=failed,
        folder=checkout.root,
    )
    if bare:
        packages = _site_packages(checkout.python)
        run_logged(
            [sys.executable, "-m", "pip", "install", "--target", packages, "pip"],
            checkout.log,
            failed="pip 没有装好，请检查网络后重试",
            folder=checkout.root,
        )


def _site_packages(python: Path) -> str:
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    return subprocess.run(asked, capture_output=True, check=True, text=True).stdout.strip()
