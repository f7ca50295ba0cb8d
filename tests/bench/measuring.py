"""How a measure is taken and told."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def timed(what: str, count: int = 0, unit: str = "") -> Iterator[None]:
    """Prints the seconds that the block takes, and how many of `unit` a second where there is a count."""
    begin = time.perf_counter()
    yield
    seconds = time.perf_counter() - begin
    rate = f"  {count / seconds:,.0f} {unit} a second" if count else ""
    print(f"{what:<58}{seconds:9.3f} s{rate}", flush=True)


def tell_peak(what: str) -> None:
    """Prints this process's peak memory in MB (on Windows nothing: the standard library does not tell it)."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  — not there on Windows

        kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"{what + ': peak memory':<58}{kilobytes / 1024:9.0f} MB", flush=True)
