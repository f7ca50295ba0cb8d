"""One pass over a worksheet part of an xlsx file, before any library reads it: how far it reaches, its formulas."""

from dataclasses import dataclass, field
from xml.parsers import expat

from jizhou_desktop.exchange.limits import Extent

Place = tuple[int, int]
_BEYOND = 1 << 30
_MOST_TOLD = 50_000
"""Faulty cells that are told one by one; nobody mends more."""


@dataclass
class Formulas:
    """What a sheet's formulas left: how many have a value, and the cells (row, column from 0) that have none.

    `unreckoned` were never computed; `errors` hold #REF!, #DIV/0! and the like, as any cell may.
    """

    reckoned: int = 0
    unreckoned: set[Place] = field(default_factory=set)
    errors: set[Place] = field(default_factory=set)


class SheetShape:
    """Feeds on a worksheet's bytes; gathers `formulas` and tells `extent` of each filled cell."""

    def __init__(self, extent: Extent) -> None:
        """`extent` raises UserError where the sheet reaches too far."""
        self.formulas = Formulas()
        self._extent = extent
        self._row = self._column = -1
        self._formula = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """Raises expat.ExpatError where the XML is broken."""
        self._parser.Parse(piece, last)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._row = _number(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif name in ("v", "is"):
            self._extent.reach(self._row, self._column)
            if self._formula and name == "v":
                self._parser.CharacterDataHandler = self._value
        elif name == "mergeCell":
            self._extent.merge()
        elif name == "f":
            self._extent.reach(self._row, self._column)
            self._formula = True
            self._tell(self.formulas.unreckoned)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._formula = False
        self._parser.CharacterDataHandler = None
        if "r" in attributes:
            self._row, self._column = _place(attributes["r"], self._row)
        else:
            self._column += 1
        if attributes.get("t") == "e":
            self._tell(self.formulas.errors)

    def _tell(self, places: set[Place]) -> None:
        if len(places) < _MOST_TOLD:
            places.add((self._row, self._column))

    def _value(self, text: str) -> None:
        if self._formula and text.strip():
            self.formulas.unreckoned.discard((self._row, self._column))
            self.formulas.reckoned += 1
            self._formula = False


def _place(reference: str, row: int) -> Place:
    """Row and column of `AB12`; what is no reference lies beyond every limit."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters[:8]:
        column = column * 26 + ord(letter) - 64
    digits = reference[len(letters) :]
    return (_number(digits) - 1 if digits else row), (column - 1 if 0 < column < _BEYOND else _BEYOND)


def _number(digits: str) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 10 else _BEYOND
