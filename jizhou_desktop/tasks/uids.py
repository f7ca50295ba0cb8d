"""Record numbers (记录号). Randomness is asked for at the edge, by the window and the command line, and handed in."""

from collections.abc import Callable
from uuid import NAMESPACE_URL, uuid4, uuid5

NewUid = Callable[[], str]


def new_uid() -> str:
    """A record number that no other office will draw."""
    return str(uuid4())


def uids_from(seed: str) -> NewUid:
    """Record numbers that come out the same each time, for sample data and tests."""
    counter = iter(range(1, 10_000_000))
    return lambda: str(uuid5(NAMESPACE_URL, f"{seed}/{next(counter)}"))
