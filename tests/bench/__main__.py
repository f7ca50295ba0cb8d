"""`python -m tests.bench [NAME …]`: what the main jobs take on this machine. Prints, never asserts.

Each measure runs in a process of its own, so that its peak memory is its own.
"""

import os
import platform
import subprocess
import sys
from pathlib import Path

MEASURES = ("window", "dossiers", "workbook", "forms", "documents", "package", "peers")


def main(names: list[str]) -> None:
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    for name in names or MEASURES:
        subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], cwd=Path(__file__).parents[2], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
