"""Finding an office or a place by what an official calls it: 渔阳, 渔阳镇, 蓟县渔阳镇, 120119100."""

from collections.abc import Iterable, Mapping

from jizhou_desktop.domain.office import Level, Office
from jizhou_desktop.domain.text import fold, half_width

KEEPERS = (Level.TOWNSHIP, Level.STREET, Level.PARK)
"""The levels that keep records of their own, and so are places."""

_ABOVE = ("天津市", "天津", "蓟州区", "蓟县", "蓟州")
_GOVERNMENTS = ("人民政府", "办事处", "管理委员会", "管委会")
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


def place_in_address(
    address: str, offices: Iterable[Office], villages: Mapping[str, str] | None = None
) -> Office | None:
    """The place an address names, or whose village it names; None where it names none or several.

    `villages` maps a village's name to its place's code (villages of one name in two places left out).
    """
    held = places(offices)
    named = [office for office in held if fold(office.name) in fold(address)]
    if not named and villages:
        codes = {code for village, code in villages.items() if village in address}
        named = [office for office in held if office.code in codes]
    return named[0] if len(named) == 1 else None


def _stem(name: str) -> str:
    """渔阳 for 天津市蓟州区渔阳镇人民政府; what is a name's last part alone is kept (蓟州区经济开发区 is a place)."""
    stem = fold(name)
    for prefix in _ABOVE:
        stem = stem.removeprefix(prefix)
    for suffix in (*_GOVERNMENTS, *_LEVELS):
        stem = stem.removesuffix(suffix)
    return stem
