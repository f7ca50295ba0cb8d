"""Text in a cell that stays text: what begins with = + - @ is never run, 0012 keeps its zeros."""

import re

from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from jizhou_desktop.exchange.limits import LONGEST_CELL

_TEXT = "@"
_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")
"""How xlsx writes a mark by its number: text that only looks so is escaped, or `_x0041_` would be read as A."""


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Writes the text; marks that no workbook can hold are left out, and what passes a cell's length is cut."""
    cell.value = _ESCAPE.sub(r"_x005F\g<0>", ILLEGAL_CHARACTERS_RE.sub("", text))[:LONGEST_CELL]
    cell.data_type = "s"
    cell.number_format = _TEXT
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
