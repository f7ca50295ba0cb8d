"""Names of enterprises so alike that they may be one: typed while a dossier of it is there already."""

from collections.abc import Iterable

from jizhou_desktop.domain.text import fold

_FRONT = ("天津市", "天津", "蓟州区", "蓟州", "蓟县")
_BACK = ("有限责任公司", "股份有限公司", "有限公司", "分公司", "公司", "(普通合伙)", "(有限合伙)", "厂", "店")
_SHORTEST = 3
"""Characters of a name's own part, from which likeness says anything."""


def core(name: str) -> str:
    """What is a name's own: 州河金属结构制造 of 天津市蓟州区州河金属结构制造有限公司."""
    own = fold(name).replace("(天津)", "")
    for front in _FRONT:
        own = own.removeprefix(front)
    for back in _BACK:
        own = own.removesuffix(back)
    return own


def alike(name: str, others: Iterable[tuple[str, str]]) -> list[str]:
    """The ids of the others (id, name) whose own part is the same, and after them of those that hold this one, are
    held by it, or differ in one character. Too short a name is like none.
    """
    own = core(name)
    if len(own) < _SHORTEST:
        return []
    begin, end = own[:2], own[-2:]
    # what shares neither beginning nor end is quickly passed by: there may be 100,000 names
    cores = [(uid, core(other)) for uid, other in others if begin in other or end in other]
    same = [uid for uid, theirs in cores if theirs == own]
    return same + [uid for uid, theirs in cores if theirs != own and _close(own, theirs)]


def _close(one: str, other: str) -> bool:
    """Whether one holds the other and little more, or they differ in one character added, left out or changed."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST:
        return False
    if short in long:
        return len(long) - len(short) <= len(short) // 2
    return len(short) > _SHORTEST and _one_apart(short, long)


def _one_apart(short: str, long: str) -> bool:
    if len(long) - len(short) > 1:
        return False
    same = next((place for place, mark in enumerate(short) if mark != long[place]), len(short))
    rest = short[same + 1 :] if len(short) == len(long) else short[same:]
    return rest == long[same + 1 :]
