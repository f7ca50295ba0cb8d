"""Runs another program for set-up: its words go to the log, a failure ends in one sentence."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from jizhou_desktop.setup.say import SetupFailed

# The log is UTF-8 on Windows too, and apt asks nothing.
_FOR_THE_LOG = {"PYTHONUTF8": "1", "DEBIAN_FRONTEND": "noninteractive", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def run_logged(
    command: Sequence[str | Path], log: Path, *, failed: str, folder: Path, extra: Mapping[str, str] | None = None
) -> None:
    """Raises SetupFailed with `failed` and the log's place where the program is missing or ends in error."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as stream:
        stream.write(f"\n{time.strftime('%F %T')} {' '.join(map(str, command))}\n".encode())
        stream.flush()
        try:
            done = subprocess.run(
                [str(part) for part in command],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                env={**os.environ, **_FOR_THE_LOG, **(extra or {})},
                check=False,
            )
        except OSError as error:
            raise SetupFailed(f"{failed}（{error.strerror}）。") from error
    if done.returncode:
        raise SetupFailed(f"{failed}（退出码 {done.returncode}），详情见 {log}。")


def run_shown(command: Sequence[str | Path], *, folder: Path, extra: Mapping[str, str] | None = None) -> int:
    """Runs with its words on the screen; gives the exit status."""
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=folder, env={**os.environ, **(extra or {})}, check=False).returncode
