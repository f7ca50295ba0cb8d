"""Finding an office or a place by what an official calls it: 渔阳, 渔阳镇, 蓟县渔阳镇, 120119100."""

from collections.abc import Iterable, Mapping

from jizhou_desktop.domain.office import Level, Office
from jizhou_desktop.domain.text import fold, half_width

KEEPERS = (Level.TOWNSHIP, Level.STREET, Level.PARK)
"""The levels that keep records of their own, and so are places."""

_ABOVE = ("天津市", "天津", "蓟州区", "蓟县", "蓟州")
_GOVERNMENTS = ("人民政府", "办事处", "管理委员会", "管委会")
_COMMITTEES = ("村民委员会", "居民委员会", "村委会", "居委会", "社区", "村")
_CLEAR_ALONE = 3
"""Characters from which a village's name is looked for without 村: 后楼 alone is part of many words."""

_LEVELS = ("满族乡", "街道", "镇", "乡")


def places(offices: Iterable[Office]) -> list[Office]:
    """The offices that are places: townships, streets and parks."""
    return [office for office in offices if office.level in KEEPERS]


def find_place(offices: Iterable[Office], text: str) -> Office | None:
    """The place of that code or name, short or long; None where it is none, or more than one."""
    held = places(offices)
    code = half_width(text).strip()
    by_code = [office for office in held if office.code == code]
    wanted = _stem(text)
    found = by_code or [office for office in held if wanted and wanted == _stem(office.name)]
    return found[0] if len(found) == 1 else None


def village_words(villages: Iterable[tuple[str, str]]) -> dict[str, str]:
    """How villages (name and place's code) stand in addresses, with their place's code: 后楼村, 窦庄子, 东风里.

    A name that two places share tells neither and is left out.
    """
    words: dict[str, set[str]] = {}
    for name, code in villages:
        words.setdefault(_village_word(name), set()).add(code)
    return {word: codes.pop() for word, codes in words.items() if len(codes) == 1}


def place_in_address(address: str, offices: Iterable[Office], words: Mapping[str, str] | None = None) -> Office | None:
    """The place an address names, or else whose village it names; None where it names none or several.

    `words` are those of `village_words`.
    """
    held = places(offices)
    named = [office for office in held if fold(office.name) in fold(address)]
    if not named and words:
        found = [word for word in words if word in address]
        # 王庄子 within 小王庄子 is not named by it.
        longest = [word for word in found if not any(word != other and word in other for other in found)]
        codes = {words[word] for word in longest}
        named = [office for office in held if office.code in codes]
    return named[0] if len(named) == 1 else None


def _village_word(name: str) -> str:
    word = name
    for suffix in _COMMITTEES:
        word = word.removesuffix(suffix)
    return word if len(word) >= _CLEAR_ALONE else f"{word}村"


def _stem(name: str) -> str:
    """渔阳 for 天津市蓟州区渔阳镇人民政府; what is a name's last part alone is kept (蓟州区经济开发区 is a place)."""
    stem = fold(name)
    for prefix in _ABOVE:
        stem = stem.removeprefix(prefix)
    for suffix in (*_GOVERNMENTS, *_LEVELS):
        stem = stem.removesuffix(suffix)
    return stem
