"""How persons' names are set in documents: those of two characters as wide as those of three, lists in columns."""

from collections.abc import Sequence

BLANK = "　"
"""A blank as wide as a character."""
_LONGEST = 4
"""Characters of a person's name; what is longer bears an office's name too."""


def spread(name: str) -> str:
    """A name of two characters spread to three."""
    return f"{name[0]}{BLANK}{name[1]}" if len(name) == len("某某") else name


def in_columns(names: Sequence[str]) -> list[str]:
    """Persons' names filled up to the longest of them, so that rows align; others as they are."""
    if max(map(len, names), default=0) > _LONGEST:
        return list(names)
    wide = [spread(name) for name in names]
    longest = max(map(len, wide), default=0)
    return [name.ljust(longest, BLANK) for name in wide]
