"""The second command: style, types, tests, and a packaged folder that starts; each stage with its time."""

import sys
import tempfile
import time
from pathlib import Path

from jizhou_desktop.setup.packaged import build_folder, try_folder
from jizhou_desktop.setup.run import run_shown
from jizhou_desktop.setup.say import Checkout, SetupFailed, say

_STAGES = (
    ("代码检查", ("ruff", "check")),
    ("代码格式", ("ruff", "format", "--check")),
    ("类型检查", ("mypy",)),
    ("测试", ("pytest",)),
)


def prove(checkout: Checkout) -> int:
    """Runs every stage, whatever failed before; exit status 0 when all passed."""
    failed = [title for title, command in _STAGES if not _passes(checkout, title, command)]
    failed += [] if _packaged(checkout) else ["打包运行"]
    if failed:
        say(f"未通过：{'、'.join(failed)}")
        return 1
    say("全部通过")
    return 0


def _passes(checkout: Checkout, title: str, command: tuple[str, ...]) -> bool:
    say(f"—— {title} ——")
    began = time.monotonic()
    offscreen = {} if sys.platform == "win32" else {"QT_QPA_PLATFORM": "offscreen"}
    status = run_shown([checkout.python, "-m", *command], folder=checkout.root, extra=offscreen)
    say(f"{title}：{'通过' if status == 0 else f'未通过（退出码 {status}）'}，{time.monotonic() - began:.0f} 秒")
    return status == 0


def _packaged(checkout: Checkout) -> bool:
    say("—— 打包运行 ——")
    began = time.monotonic()
    try:
        folder = build_folder(checkout)
        with tempfile.TemporaryDirectory(prefix="jizhou-packaged-") as work:
            printed = try_folder(folder, Path(work), checkout)
    except SetupFailed as sentence:
        say(str(sentence))
        return False
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    say(f"打包运行：通过，{folder}（{size / 1e6:.0f} MB），试印 {printed} 字节，{time.monotonic() - began:.0f} 秒")
    return True
