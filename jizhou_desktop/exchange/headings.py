"""Finding a roster's heading row, and what each column is: by name, by alias, then by what its cells look like."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.text import fold
from jizhou_desktop.domain.uscc import check_uscc
from jizhou_desktop.exchange.sheets import Sheet

_LOOKED_AT = 30
"""A heading lies within the first rows; a cover letter above it is shorter than this."""

_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年?度?")
_UNIT = re.compile(
    r"[(（]\s*单位[:：]?\s*([^)）]+)[)）]|单位[:：]\s*(\S+)|[(（]\s*((?:亿|百万|万)?元|万元/年|人|件|吨标准煤|吨标煤|千瓦时|度|万度)\s*[)）]"
)
_MONEY_UNITS = {"元": "元", "万元": "万元", "亿元": "亿元", "人民币万元": "万元", "人民币元": "元"}
_IGNORED = {fold(name) for name in ("序号", "编号", "No", "№")}
_SAMPLE = 30


@dataclass(frozen=True)
class Column:
    """A column and the question it answers. `confidence` is 100 for the label itself, 90 for an alias, 60 by content.

    `year` is said by the heading where it is; `unit` is the money unit that a bare figure stands in.
    """

    index: int
    heading: str
    form: str
    field: Field
    confidence: int
    year: int | None = None
    unit: str = ""


@dataclass(frozen=True)
class Heading:
    """The heading of a sheet: the row under which data begins, the columns matched, the headings nobody knows."""

    first_data_row: int
    columns: tuple[Column, ...]
    unknown: tuple[str, ...]
    year: int | None = None
    doubled: tuple[str, ...] = ()

    def column(self, form: str, name: str) -> Column | None:
        """The first column that answers that question."""
        found = (column for column in self.columns if (column.form, column.field.name) == (form, name))
        return next(found, None)


def find_heading(sheet: Sheet, forms: Sequence[Form], chosen: Mapping[str, str] | None = None) -> Heading | None:
    """The best heading among the first rows; None where no row looks like one.

    `chosen` maps a heading as it stands to `form.field`, or to a blank to leave its column out: what the official
    chose before.
    """
    known = _names(forms)
    scored = [(_score(sheet, row, known), -row) for row in range(min(_LOOKED_AT, len(sheet.rows)))]
    best, negative_row = max(scored, default=(0, 0))
    if best < 2:
        return None
    return _heading(sheet, -negative_row, forms, known, chosen or {})


def _names(forms: Sequence[Form]) -> dict[str, tuple[str, Field, int]]:
    """Every label and alias on its folded key, with the confidence it gives; the first form that names it wins."""
    names: dict[str, tuple[str, Field, int]] = {}
    for form in forms:
        for field in form.fields:
            names.setdefault(bare(field.label), (form.id, field, 100))
            for alias in field.aliases:
                names.setdefault(bare(alias), (form.id, field, 90))
    return names


def bare(heading: str) -> str:
    """A heading's key: without year, unit, marks and line breaks."""
    without = _UNIT.sub("", _YEAR.sub("", heading))
    return fold(re.sub(r"[（(][^）)]*[)）]|[*＊:：、，,。.\s]", "", without))


def _score(sheet: Sheet, row: int, known: Mapping[str, object]) -> int:
    cells = [bare(cell) for cell in sheet.rows[row] if cell]
    return len({cell for cell in cells if cell in known})


def _heading(
    sheet: Sheet,
    row: int,
    forms: Sequence[Form],
    known: Mapping[str, tuple[str, Field, int]],
    chosen: Mapping[str, str],
) -> Heading:
    above = " ".join(cell for line in sheet.rows[:row] for cell in line)
    title_year, title_unit = _year_in(above), _money_unit(above)
    columns: list[Column] = []
    unknown: list[str] = []
    for index in range(sheet.width):
        heading = _full_heading(sheet, row, index)
        match = _chosen(heading, forms, chosen) or known.get(bare(sheet.cell(row, index))) or known.get(bare(heading))
        if match is None and heading and fold(heading) not in _IGNORED and chosen.get(heading) != "":
            match = _by_content(sheet, row + 1, index, forms)
            if match is None:
                unknown.append(heading)
        if match and chosen.get(heading) != "":
            form, field, confidence = match
            unit = _money_unit(heading) or title_unit if field.kind is FieldKind.MONEY else ""
            columns.append(Column(index, heading, form, field, confidence, _year_in(heading), unit))
    taken, doubled = _one_each(columns)
    return Heading(row + 1, taken, tuple(unknown), title_year, doubled)


def _full_heading(sheet: Sheet, row: int, index: int) -> str:
    """The heading of a column with the group head above it (2019年 over 营业收入), where one is merged over it."""
    own = sheet.cell(row, index)
    for merge in sheet.merges:
        grouped = merge.bottom < row and merge.bottom >= row - 1 and merge.left <= index <= merge.right
        if grouped and (merge.right - merge.left) < sheet.width - 1 and _year_in(sheet.cell(merge.top, merge.left)):
            return f"{sheet.cell(merge.top, merge.left)}{own}"
    return own or _merged_down(sheet, row, index)


def _merged_down(sheet: Sheet, row: int, index: int) -> str:
    """A heading merged over two rows lies in the upper one."""
    for merge in sheet.merges:
        if merge.left <= index <= merge.right and merge.top < row <= merge.bottom:
            return sheet.cell(merge.top, merge.left)
    return ""


def _one_each(columns: list[Column]) -> tuple[tuple[Column, ...], tuple[str, ...]]:
    """One column a question and year, the surest first; the headings of the others are told."""
    taken: dict[tuple[str, str, int | None], Column] = {}
    doubled: list[str] = []
    for column in sorted(columns, key=lambda column: (-column.confidence, column.index)):
        key = (column.form, column.field.name, column.year)
        if key in taken:
            doubled.append(f"“{taken[key].heading}”和“{column.heading}”")
        else:
            taken[key] = column
    return tuple(sorted(taken.values(), key=lambda column: column.index)), tuple(doubled)


def _chosen(heading: str, forms: Sequence[Form], chosen: Mapping[str, str]) -> tuple[str, Field, int] | None:
    form_id, _, name = chosen.get(heading, "").partition(".")
    for form in forms:
        if form.id == form_id:
            return form.id, form.field(name), 100
    return None


def _by_content(sheet: Sheet, row: int, index: int, forms: Sequence[Form]) -> tuple[str, Field, int] | None:
    """A column whose cells are nearly all credit codes is one, whatever its heading says."""
    cells = [sheet.cell(line, index) for line in range(row, min(row + _SAMPLE, len(sheet.rows)))]
    filled = [cell for cell in cells if cell]
    sound = sum(1 for cell in filled if check_uscc(cell).ok)
    if len(filled) < 3 or sound < 0.8 * len(filled):
        return None
    for form in forms:
        for field in form.fields:
            if field.kind is FieldKind.USCC:
                return form.id, field, 60
    return None


def _year_in(text: str) -> int | None:
    found = {int(year) for year in _YEAR.findall(text)}
    return found.pop() if len(found) == 1 else None


def _money_unit(text: str) -> str:
    for groups in _UNIT.findall(text):
        unit = next((group for group in groups if group), "").strip("）) ")
        if unit in _MONEY_UNITS:
            return _MONEY_UNITS[unit]
    return ""
