"""Built faces are kept per user, so that a second checkout takes them over without a download."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CACHE_VARIABLE = "JIZHOU_FACES_CACHE"
ABOUT = "face.json"


def cache_folder() -> Path:
    """`$JIZHOU_FACES_CACHE`, else the user's cache folder of the system."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "jizhou-desktop" / "faces"


def kept(folder: Path) -> dict[str, Any] | None:
    """What is known of the face in this cache folder; None where there is none, or only half of one."""
    try:
        about = json.loads((folder / ABOUT).read_text("utf-8"))
        whole = all((folder / name).stat().st_size == size for name, size in about["files"].items())
    except (OSError, ValueError, KeyError, AttributeError):
        return None
    return about if whole else None


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Gives an empty folder beside the target; it takes the target's place only when the block ends well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f"{target.name}.part-", dir=target.parent))
    part.chmod(0o755)
    try:
        yield part
        old = part.with_name(part.name.replace(".part-", ".old-"))
        if target.exists():
            target.rename(old)
        part.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(part, ignore_errors=True)
