"""A file is whole or absent: written beside its name, synced, checked, and only then given its name."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jizhou_desktop.domain.errors import UserError

_TRIES = 10
_PAUSE_SECONDS = 0.2


@contextmanager
def whole_file(target: Path, check: Callable[[Path], object] | None = None) -> Iterator[Path]:
    """Gives a path to write to; when the block ends well, the file gets its name `target`.

    `check` reads the written file back before that and raises where it is unsound. When anything fails, `target` is
    left as it was. Raises UserError where the folder cannot be written, the disk is full, or another program holds
    the old file.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
        _sync(part)
        if check is not None:
            check(part)
        _give_name(part, target)
    except OSError as error:
        raise UserError(f"无法写入 {target}（{error.strerror or error}），请检查磁盘空间和权限后重试。") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _sync(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _give_name(part: Path, target: Path) -> None:
    """Renames, with a bounded retry: on Windows an antivirus or Excel may hold the old file for a moment."""
    for tries_left in reversed(range(_TRIES)):
        try:
            part.replace(target)
        except PermissionError as error:
            if not tries_left:
                raise UserError(f"文件 {target} 正被其他程序占用，请关闭后重试。") from error
            time.sleep(_PAUSE_SECONDS)
        else:
            _sync_folder(target.parent)
            return


def _sync_folder(folder: Path) -> None:
    """Makes the new name survive a power cut too, where the system lets a folder be synced (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
