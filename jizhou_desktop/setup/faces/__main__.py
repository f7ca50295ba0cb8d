"""`python -m jizhou_desktop.setup.faces [FOLDER]` builds the faces, inside the environment (it needs fontTools)."""

import sys
import time
from pathlib import Path

from jizhou_desktop.setup.faces.build import build_faces

BUILT = Path(__file__).parents[3] / "resources" / "fonts" / "built"


def main(arguments: list[str]) -> int:
    """Exit status 0 when every role has a face, 1 when one has none."""
    target = Path(arguments[0]) if arguments else BUILT
    began = time.monotonic()
    lacking = build_faces(target, lambda line: print(line, flush=True))
    if lacking:
        print(f"以下字体没有取得：{'、'.join(lacking)}，请联网后重试。")
        return 1
    print(f"字体在 {target}，用时 {time.monotonic() - began:.0f} 秒")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
