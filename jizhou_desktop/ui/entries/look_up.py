"""Answers looked up in a code table while typing: industries by code or name, places by code or name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.offices import places
from jizhou_desktop.domain.text import fold
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
    """Industries by code or by part of the name; four-digit classes first, since only they are asked for."""

    def look_up(typed: str) -> list[str]:
        found = codes.industries.search(typed)
        return [str(industry) for industry in sorted(found, key=lambda industry: len(industry.code) != 4)]

    return look_up


def places_like(codes: Codes) -> LookUp:
    """Townships, streets and parks by code or by part of the name."""

    def look_up(typed: str) -> list[str]:
        key = fold(typed)
        return [place.name for place in places(codes.offices) if place.code.startswith(key) or key in fold(place.name)]

    return look_up
