"""Answers looked up in a code table while typing: industries and places by code, name or 拼音首字母."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.industry import Industry
from jizhou_desktop.domain.offices import places
from jizhou_desktop.domain.text import fold
from jizhou_desktop.tasks.heard import Heard
from jizhou_desktop.ui.entries.line import LineEntry

LookUp = Callable[[str], Sequence[str]]
_MOST_SHOWN = 60


class LookUpEntry(LineEntry):
    """A line that offers what fits; the arrow keys choose, Enter takes."""

    def __init__(self, look_up: LookUp) -> None:
        """`look_up` gives the lines that fit what was typed, best first."""
        super().__init__()
        self._look_up = look_up
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(10)
        popup = QListView()
        popup.setObjectName("choices")
        completer.setPopup(popup)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def _offer(self, typed: str) -> None:
        self._offered.setStringList(list(self._look_up(typed)[:_MOST_SHOWN]) if typed.strip() else [])


def industries_like(codes: Codes) -> LookUp:
    """Industries by code, part of the name or pinyin; four-digit classes first, since only they are asked for."""
    by_name: dict[str, list[Industry]] = {}
    for industry in codes.industries:
        by_name.setdefault(industry.name, []).append(industry)
    heard = Heard(by_name)

    def look_up(typed: str) -> list[str]:
        found = codes.industries.search(typed)
        spelled = [industry for name in heard.like(typed) for industry in by_name[name]]
        both = dict.fromkeys([*found, *spelled])
        return [str(industry) for industry in sorted(both, key=lambda industry: len(industry.code) != 4)]

    return look_up


def places_like(codes: Codes) -> LookUp:
    """Townships, streets and parks by code, part of the name or pinyin."""
    held = places(codes.offices)
    heard = Heard(place.name for place in held)

    def look_up(typed: str) -> list[str]:
        key = fold(typed)
        found = [place.name for place in held if place.code.startswith(key) or key in fold(place.name)]
        return list(dict.fromkeys([*found, *heard.like(typed)]))

    return look_up
