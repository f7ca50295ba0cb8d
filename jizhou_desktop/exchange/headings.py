"""Finding a roster's heading: one row or two, under a title, and which question each column answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.form import FieldKind, Form
from jizhou_desktop.domain.text import fold, one_line
from jizhou_desktop.exchange.columns import BY_CONTENT, Column, Match, Matcher
from jizhou_desktop.exchange.heading_text import counted_unit, money_unit, year_in
from jizhou_desktop.exchange.row_kinds import is_numbering, unit_row
from jizhou_desktop.exchange.sheets import Sheet, column_letters

_LOOKED_AT = 30
"""A heading lies within the first rows; a cover letter above it is shorter than this."""

_SAMPLE = 30
IGNORED = {fold(name) for name in ("序号", "编号", "行号", "项次", "No", "No.", "№")}
"""Headings of columns that only number the rows."""


@dataclass(frozen=True)
class Heading:
    """The heading of a sheet: the row under which data begins, the columns matched, the headings nobody knows.

    `row` is the heading's last row, counted from 0. `year` is the title's. `doubled` are pairs of headings for one
    question, of which the first was taken; `left_out` were chosen by the official to be. `heads` are all columns with
    their headings, matched or not.
    """

    row: int
    first_data_row: int
    columns: tuple[Column, ...]
    unknown: tuple[str, ...]
    year: int | None = None
    doubled: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    heads: tuple[tuple[int, str], ...] = ()

    def column(self, form: str, name: str) -> Column | None:
        """The first column that answers that question."""
        found = (column for column in self.columns if (column.form, column.field.name) == (form, name))
        return next(found, None)


@dataclass(frozen=True)
class _Spot:
    """One column's heading: what stands above it as a group's head, and its own words."""

    index: int
    group: str
    own: str

    @property
    def heading(self) -> str:
        return one_line(f"{self.group}{self.own}")


def find_heading(
    sheet: Sheet,
    forms: Sequence[Form],
    codes: Codes,
    *,
    year: int,
    chosen: Mapping[str, str] | None = None,
    at_row: int | None = None,
    columns: Mapping[int, str] | None = None,
) -> Heading | None:
    """The best heading among the first rows; None where no row looks like one.

    `year` is that of figures for which neither heading, title nor sheet's name says one. `chosen` maps a heading as
    it stands to `form.field`, or to a blank to leave its column out: what the official chose before; `columns` does
    the same for columns of this sheet by their index. With `at_row` the heading ends there and nowhere else.
    """
    matcher = Matcher(forms, codes, chosen or {}, columns or {})
    if at_row is not None:
        return _heading_at(sheet, at_row, matcher, year)
    rows = range(min(_LOOKED_AT, len(sheet.rows)))
    # two rows are believed only where they say more than any single one: a title is no group's head
    candidates = [
        *((row, _single(sheet, row)) for row in rows),
        *((row + 1, _pair(sheet, row, matcher)) for row in rows),
    ]
    best_row, best_spots = 0, list[_Spot]()
    asked: set[tuple[str, str, int]] = set()
    for row, spots in candidates:
        questions = _questions(spots, matcher, year)
        if len(questions) > len(asked):
            best_row, best_spots, asked = row, spots, questions
    if len(asked) > 1 or any(name == "name" for _, name, _ in asked):
        return _Builder(sheet, best_row, best_spots, matcher, year).heading()
    return None


def _heading_at(sheet: Sheet, row: int, matcher: Matcher, year: int) -> Heading | None:
    """The heading that ends in the row the official named, with the row above it where they belong together."""
    if row >= len(sheet.rows):
        return None
    single, pair = _single(sheet, row), _pair(sheet, row - 1, matcher) if row else []
    better = len(_questions(pair, matcher, year)) > len(_questions(single, matcher, year))
    return _Builder(sheet, row, pair if better else single, matcher, year).heading()


def _single(sheet: Sheet, row: int) -> list[_Spot]:
    """A spot for each column that holds anything below, with or without a head."""
    width = max(map(len, sheet.rows[row : row + _LOOKED_AT]))
    return [_Spot(index, "", sheet.cell(row, index)) for index in range(width)]


def _pair(sheet: Sheet, row: int, matcher: Matcher) -> list[_Spot]:
    """Two rows as one heading, where the lower one holds heads as well: 2019年 over 营业收入 and 从业人员."""
    lower = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else []
    if sum(1 for cell in lower if cell and matcher.by_name(cell)) < 2:
        return []
    spots, group = [], ""
    for index in range(max(len(sheet.rows[row]), len(lower))):
        above, own = sheet.cell(row, index), sheet.cell(row + 1, index)
        group = above or group
        spots.append(_Spot(index, group, own) if own else _Spot(index, "", above))
    return spots


def _questions(spots: Sequence[_Spot], matcher: Matcher, year: int) -> set[tuple[str, str, int]]:
    """Which different questions these headings ask, by form, name and year."""
    asked = set()
    for spot in spots:
        match = _match(spot, matcher)
        if match:
            asked.add((match.form, match.field.name, year_in(spot.heading, year) or year))
    return asked


def _match(spot: _Spot, matcher: Matcher) -> Match | None:
    return matcher.by_choice(spot.heading, spot.index) or matcher.by_name(spot.heading, spot.own)


class _Builder:
    """Makes the heading, once its row is known."""

    def __init__(self, sheet: Sheet, row: int, spots: Sequence[_Spot], matcher: Matcher, year: int) -> None:
        self._sheet = sheet
        self._row = row
        self._spots = spots
        self._matcher = matcher
        rows_above = sheet.rows[: row if not any(spot.group for spot in spots) else row - 1]
        above = "  ".join(cell for line in rows_above for cell in line if cell)
        self._title_year = year_in(above, year) or year_in(sheet.name, year)
        self._title_unit = money_unit(above)
        self._year = self._title_year or year
        self._units = unit_row(sheet, row + 1)

    def heading(self) -> Heading:
        columns, unknown, left_out = [], [], []
        for spot in self._spots:
            if self._matcher.left_out(spot.heading, spot.index):
                left_out.append(spot.heading or f"{column_letters(spot.index)}列")
            elif match := _match(spot, self._matcher) or self._by_content(spot):
                columns.append(self._column(spot, match))
            elif spot.heading and fold(spot.heading) not in IGNORED:
                unknown.append(spot.heading)
        taken, doubled, unsure = self._one_each(columns)
        return Heading(
            self._row,
            self._first_data_row(),
            taken,
            (*unknown, *unsure),
            self._title_year,
            doubled,
            tuple(left_out),
            self._heads(),
        )

    def _heads(self) -> tuple[tuple[int, str], ...]:
        """Columns that say something: in their head or in the first rows below."""
        rows = range(self._row + 1, min(self._row + 1 + _SAMPLE, len(self._sheet.rows)))
        return tuple(
            (spot.index, spot.heading)
            for spot in self._spots
            if spot.heading or any(self._sheet.cell(row, spot.index) for row in rows)
        )

    def _first_data_row(self) -> int:
        row = self._row + 1
        while row < len(self._sheet.rows) and (is_numbering(self._sheet.rows[row]) or unit_row(self._sheet, row)):
            row += 1
        return row

    def _by_content(self, spot: _Spot) -> Match | None:
        if fold(spot.heading) in IGNORED:
            return None
        rows = range(self._row + 1, min(self._row + 1 + _SAMPLE, len(self._sheet.rows)))
        return self._matcher.by_content(self._sheet.cell(row, spot.index) for row in rows)

    def _column(self, spot: _Spot, match: Match) -> Column:
        said = f"{spot.heading}（{self._units[spot.index]}）" if spot.index in self._units else spot.heading
        if match.field.kind is FieldKind.MONEY:
            unit = money_unit(said) or self._title_unit
        else:
            unit = counted_unit(said) if match.field.kind in (FieldKind.WHOLE, FieldKind.DECIMAL) else ""
        year = year_in(spot.heading, self._year)
        return Column(spot.index, spot.heading, match.form, match.field, match.confidence, year, unit)

    def _rank(self, column: Column) -> int:
        """What was chosen for this very column goes before whatever its neighbours are called."""
        return column.confidence + (1 if self._matcher.is_chosen(column.index) else 0)

    def _one_each(self, columns: Sequence[Column]) -> tuple[tuple[Column, ...], tuple[str, ...], tuple[str, ...]]:
        """One column a question and year, the surest first; then the others: known by name, or by content only."""
        taken: dict[tuple[str, str, int], Column] = {}
        doubled, unsure = [], []
        for column in sorted(columns, key=lambda column: (-self._rank(column), column.index)):
            first = taken.setdefault((column.form, column.field.name, column.year or self._year), column)
            if first is not column and column.confidence > BY_CONTENT:
                doubled.append(f"“{first.heading}”和“{column.heading}”")
            elif first is not column:
                unsure.append(column.heading)
        in_order = tuple(sorted(taken.values(), key=lambda column: column.index))
        return in_order, tuple(doubled), tuple(filter(None, unsure))
