"""`python -m jizhou_desktop.setup.faces [--all]` builds the faces, inside the environment (it needs fontTools).

With `--all` also those that this Windows brings itself, for a folder that is carried to other machines.
"""

import sys
import time
from pathlib import Path

from jizhou_desktop.setup.faces.build import build_faces
from jizhou_desktop.setup.faces.windows import font_folders, served_roles
from jizhou_desktop.setup.say import make_output_safe, say

BUILT = Path(__file__).parents[3] / "resources" / "fonts" / "built"


def main(arguments: list[str]) -> int:
    """Exit status 0 when every role has a face, 1 when one has none, 2 on wrong use."""
    make_output_safe()
    if arguments not in ([], ["--all"]):
        say("用法：python -m jizhou_desktop.setup.faces [--all]")
        return 2
    served = frozenset[str]() if arguments else served_roles(font_folders())
    if served:
        say(f"{len(served)} 种字体由系统自带，不再下载")
    began = time.monotonic()
    lacking = build_faces(BUILT, say, served)
    if lacking:
        say(f"以下字体没有取得：{'、'.join(lacking)}，请联网后重试。")
        return 1
    say(f"字体在 {BUILT}，用时 {time.monotonic() - began:.0f} 秒")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
