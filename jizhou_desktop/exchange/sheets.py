"""A worksheet as text: what every kind of workbook comes down to before anything is made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Merge:
    """A merged block of cells; rows and columns count from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """A worksheet: its name and its rows of cell texts, as ragged as they came.

    `unreckoned` are the cells (row, column) with a formula whose value was never stored, `errors` those that hold
    #REF!, #DIV/0! or the like, `reckoned` the number of formulas whose stored value was taken. `hidden` says that
    Excel does not show the sheet.
    """

    name: str
    rows: Sequence[Sequence[str]]
    merges: Sequence[Merge] = ()
    unreckoned: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    errors: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    reckoned: int = 0
    hidden: bool = False

    def cell(self, row: int, column: int) -> str:
        """The text of a cell; blank beyond the edge."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return ""
        return self.rows[row][column]

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


def column_letters(column: int) -> str:
    """A column's letters as Excel shows them; counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
