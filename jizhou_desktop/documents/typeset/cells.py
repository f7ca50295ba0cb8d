"""How wide each character stands on the grid (5.2.3): a cell for a Chinese one, half a cell for a digit."""

from dataclasses import dataclass

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import CELL, EM_3, SIZE_3

_WIDE_FROM = 0.75
"""Of an em: the least advance of a character that fills a cell. Some faces draw a dash or a dot narrower."""
_ALWAYS_WIDE = frozenset("·—…“”‘’")
_OPENING, _CLOSING = frozenset("（《〈「『【〔“‘"), frozenset("，。、；：）》〉」』】〕”’")


@dataclass(frozen=True)
class Cell:
    """One character in a face: its own `advance`, the `width` it stands in on the grid, all in mm.

    `stretch` narrows digits that are wider than half an em. `squeeze` is what a mark may give up of its blank half,
    at its left where it `opens`.
    """

    advance: float
    width: float
    stretch: float = 1.0
    squeeze: float = 0.0
    opens: bool = False
    whole: bool = False

    @property
    def space(self) -> float:
        """What must stand after the character, before it is stretched, so that it takes its width."""
        return self.width / self.stretch - self.advance


class Cells:
    """The characters' cells, each measured once."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._known: dict[tuple[Role, str], Cell] = {}

    def of(self, role: Role, character: str) -> Cell:
        """The cell of one character."""
        key = role, character
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _cell(character, self._pen.width(character, role, SIZE_3))
        return found


def _cell(character: str, advance: float) -> Cell:
    if character.isascii() and character.isdigit():
        return Cell(advance, CELL / 2, min(1.0, EM_3 / 2 / advance) if advance else 1.0)
    if not character.isascii() and (advance >= _WIDE_FROM * EM_3 or character in _ALWAYS_WIDE):
        gives = CELL / 2 if character in _OPENING or character in _CLOSING else 0.0
        return Cell(advance, CELL, squeeze=gives, opens=character in _OPENING, whole=True)
    return Cell(advance, advance)
