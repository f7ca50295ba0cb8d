"""How a measure is taken and told."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def timed(what: str, count: int = 0, unit: str = "") -> Iterator[None]:
    """Prints the seconds that the block takes, and how many of `unit` a second where there is a count.

    The rate by processor time leaves out what waiting for the disk and for other programs takes.
    """
    begin, worked = time.perf_counter(), time.process_time()
    yield
    seconds, worked = time.perf_counter() - begin, time.process_time() - worked
    rate = f"  {count / seconds:,.0f} {unit} a second, {count / worked:,.0f} by processor time" if count else ""
    print(f"{what:<58}{seconds:9.3f} s{rate}", flush=True)


def tell_peak(what: str) -> None:
    """Prints this process's peak memory in MB; only Linux tells it without a library."""
    status = Path("/proc/self/status")
    if status.exists():
        # not ru_maxrss: that of a new process begins with the peak of the one that started it
        peak = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        print(f"{what + ': peak memory':<58}{int(peak.split()[1]) / 1024:9.0f} MB", flush=True)
