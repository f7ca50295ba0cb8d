"""What set-up says: one Chinese line a step, on any console."""

import sys
from dataclasses import dataclass
from pathlib import Path


class SetupFailed(Exception):  # noqa: N818  — the sentence is for the official
    """Set-up cannot go on; the text is one sentence that says what to do."""


def make_output_safe() -> None:
    """A console that lacks a character (a redirected Windows console, say) shows a mark instead of ending set-up."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def say(line: str) -> None:
    print(line, flush=True)


@dataclass(frozen=True)
class Checkout:
    """The folder that holds the sources; all that set-up makes lies inside it."""

    root: Path

    @property
    def environment(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's Python."""
        if sys.platform == "win32":
            return self.environment / "Scripts" / "python.exe"
        return self.environment / "bin" / "python"

    @property
    def log(self) -> Path:
        """What pip, apt and PyInstaller say."""
        return self.root / "build" / "setup.log"
