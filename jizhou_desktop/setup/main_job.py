"""The main job on sample data, as the first command's last step."""

import itertools
from pathlib import Path

from jizhou_desktop.setup.run import run_shown
from jizhou_desktop.setup.say import Checkout, say


def free_name(root: Path) -> Path:
    """`demo-workspace`, or the next number where an earlier run's lies: nothing is overwritten."""
    names = itertools.chain(["demo-workspace"], (f"demo-workspace-{number}" for number in itertools.count(2)))
    return next(folder for name in names if not (folder := root / name).exists())


def run_main_job(checkout: Checkout, *, window: bool) -> int:
    """Runs `jizhou demo`, which says where its results lie; gives its exit status."""
    folder = free_name(checkout.root)
    say(f"用样例数据办理全过程，工作目录 {folder}")
    options = [] if window else ["--no-window"]
    return run_shown([checkout.python, "-m", "jizhou_desktop", "demo", folder, *options], folder=checkout.root)
