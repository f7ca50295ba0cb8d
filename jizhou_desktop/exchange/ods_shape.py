"""One pass over an ods file's content before any library reads it: rows and cells may be repeated a million times."""

from xml.parsers import expat

from jizhou_desktop.exchange.limits import Extent

_BEYOND = 1 << 30
_CELLS = ("table-cell", "covered-table-cell")
_FILLED_BY = ("value-type", "formula")


class ContentShape:
    """Feeds on content.xml; tells `extent` of each filled cell, its repetitions included.

    A sheet usually ends with one blank row and cell repeated to the edge: blank ones count only where filled ones
    follow.
    """

    def __init__(self, extent: Extent) -> None:
        """`extent` raises UserError where a sheet reaches too far."""
        self._extent = extent
        self._row = self._column = 0
        self._rows = self._columns = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """Raises expat.ExpatError where the XML is broken."""
        self._parser.Parse(piece, last)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name in _CELLS:
            self._column += self._columns
            self._columns = _times(attributes, "number-columns-repeated")
            if any(key.rpartition(" ")[2] in _FILLED_BY for key in attributes):
                self._fill()
        elif name == "p":
            self._fill()
        elif name == "table-row":
            self._row += self._rows
            self._rows = _times(attributes, "number-rows-repeated")
            self._column = self._columns = 0
        elif name == "table":
            self._extent.next_sheet()
            self._row = self._rows = self._column = self._columns = 0

    def _fill(self) -> None:
        if self._rows and self._columns:
            self._extent.reach(self._row + self._rows - 1, self._column + self._columns - 1)


def _times(attributes: dict[str, str], name: str) -> int:
    said = next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), "1")
    return int(said) if said.isdecimal() and len(said) < 10 else _BEYOND
