"""`python3 -m jizhou_desktop.setup [test]`: the first command sets up and runs the main job, the second proves it.

Runs on the system's own Python with the standard library alone.
"""

import sys
import time
from pathlib import Path

from jizhou_desktop.setup.environment import make_environment
from jizhou_desktop.setup.main_job import run_main_job
from jizhou_desktop.setup.proof import prove
from jizhou_desktop.setup.run import run_shown
from jizhou_desktop.setup.say import Checkout, SetupFailed, make_output_safe, say
from jizhou_desktop.setup.system_libraries import has_display, provide_libraries

_OLDEST_PYTHON = (3, 11)
_USAGE = "用法：python3 -m jizhou_desktop.setup 安装并办理样例全过程；末尾加 test 进行全部检验。"


def main(arguments: list[str]) -> int:
    """Exit status 0 done, 1 something failed, 2 wrong use."""
    make_output_safe()
    if arguments not in ([], ["test"]):
        say(_USAGE)
        return 2
    if sys.version_info < _OLDEST_PYTHON:
        say(f"需要 Python 3.11 或更新的版本，本机是 {sys.version.split()[0]}，请先安装。")
        return 1
    try:
        return _set_up(Checkout(Path(__file__).resolve().parents[2]), test=bool(arguments))
    except SetupFailed as sentence:
        say(str(sentence))
        return 1


def _set_up(checkout: Checkout, *, test: bool) -> int:
    began = time.monotonic()
    make_environment(checkout, ["test"] if test else [])
    can_show = provide_libraries(checkout)
    # Without built faces the job may still be done with those of the machine; where there are none, it says so.
    run_shown([checkout.python, "-m", "jizhou_desktop.setup.faces"], folder=checkout.root)
    say(f"安装完成，用时 {time.monotonic() - began:.0f} 秒")
    if test:
        return prove(checkout)
    return run_main_job(checkout, window=can_show and has_display())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
