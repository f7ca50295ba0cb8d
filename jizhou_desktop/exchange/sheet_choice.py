"""What the official decided about a sheet, and a sheet as it was then understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from jizhou_desktop.exchange.headings import Heading
from jizhou_desktop.exchange.sheets import Sheet
from jizhou_desktop.exchange.subjects import Subject

_SAMPLES = 3
_LONGEST_SAMPLE = 24


@dataclass(frozen=True)
class SheetChoice:
    """Whatever is None or absent is left to the program.

    `subject` is the id of what the rows are about; `row` the heading's last row, counted from 0; `columns` the
    questions by column, counted from 0, as `form.field`, blank for a column to leave out.
    """

    taken: bool | None = None
    subject: str = ""
    row: int | None = None
    columns: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SeenSheet:
    """A sheet, what its rows were taken for, and its heading; both None where nothing was recognised.

    `taken` says whether its rows were read, `left_out` that the official did not want them.
    """

    sheet: Sheet
    subject: Subject | None
    heading: Heading | None
    taken: bool
    left_out: bool = False

    def samples(self, index: int) -> tuple[str, ...]:
        """The first filled cells of a column, cut short: what an official knows a column by."""
        first = self.heading.first_data_row if self.heading else 0
        cells = (self.sheet.cell(row, index) for row in range(first, min(first + 30, len(self.sheet.rows))))
        return tuple(islice((cell[:_LONGEST_SAMPLE] for cell in cells if cell), _SAMPLES))
