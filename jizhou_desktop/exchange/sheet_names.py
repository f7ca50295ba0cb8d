"""Names that Excel allows for sheets: 31 characters at most, without the marks it keeps for itself, no two the same."""

from collections.abc import Sequence

_LONGEST = 31
_FORBIDDEN = "[]:*?/\\"


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """The nearest allowed name for each, in order."""
    names: list[str] = []
    for name in wanted:
        bare = "".join(mark for mark in name if mark not in _FORBIDDEN and mark.isprintable()).strip("' ") or "工作表"
        names.append(_unlike(bare[:_LONGEST], {used.casefold() for used in names}))
    return names


def _unlike(name: str, used: set[str]) -> str:
    number, candidate = 1, name
    while candidate.casefold() in used:
        number += 1
        end = f"（{number}）"
        candidate = name[: _LONGEST - len(end)] + end
    return candidate
