"""A roster (花名册) read from a workbook: every row judged, every fault told by its cell, nothing saved."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jizhou_desktop.domain.answers import Codes, judge
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.problem import Cell, Problem, Severity
from jizhou_desktop.domain.record import Value
from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.headings import Column, Heading, find_heading
from jizhou_desktop.exchange.sheets import Sheet, column_letters
from jizhou_desktop.exchange.workbook_in import read_sheets

ENTERPRISE, FIGURES = "enterprise", "year-figures"
_CLOSING = re.compile(r"^(合计|小计|总计|填表人|填报人|制表人|审核人|负责人|联系人[:：]|注[:：]|备注[:：]|说明[:：])")


@dataclass(frozen=True)
class RosterRow:
    """One enterprise as a row says it: its own values, its figures by year, and what is wrong in the row."""

    place: Cell
    values: Mapping[str, Value]
    figures: Mapping[int, Mapping[str, Value]]
    problems: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing keeps the row from being saved."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


@dataclass(frozen=True)
class Roster:
    """A workbook read through: its rows, the columns matched on each sheet, and problems of rows and sheets alike."""

    file: Path
    rows: tuple[RosterRow, ...]
    headings: Mapping[str, Heading]
    problems: tuple[Problem, ...]


def read_roster(
    file: Path,
    *,
    enterprise: Form,
    figures: Form,
    codes: Codes,
    year: int,
    chosen: Mapping[str, str] | None = None,
) -> Roster:
    """Reads every sheet that has a heading. `year` is that of figures whose heading and title name none.

    `chosen` maps headings to `form.field` as the official chose. Raises UserError where the file cannot be read.
    """
    rows: list[RosterRow] = []
    headings: dict[str, Heading] = {}
    problems: list[Problem] = []
    for sheet in read_sheets(file):
        heading = find_heading(sheet, (enterprise, figures), chosen)
        if heading is None or heading.column(ENTERPRISE, "name") is None:
            problems += _no_heading(sheet)
            continue
        headings[sheet.name] = heading
        problems += _about_columns(sheet, heading)
        reader = _RowReader(sheet, heading, enterprise, figures, codes, heading.year or year)
        rows += reader.rows()
    rows = _without_doubles(rows)
    if not headings and not problems:
        problems.append(Problem(f"{file.name} 中没有数据。"))
    if not headings:
        problems = [replace(problem, severity=Severity.ERROR) for problem in problems]
    problems += [problem for row in rows for problem in row.problems]
    return Roster(file, tuple(rows), headings, tuple(problems))


def _no_heading(sheet: Sheet) -> list[Problem]:
    if not any(cell for row in sheet.rows for cell in row):
        return []
    return [
        Problem(
            "没有找到含“企业名称”的表头行，这张工作表没有读取；表头应有企业名称、统一社会信用代码等栏目。",
            Severity.HINT,
            cell=Cell(sheet.name, 1),
        )
    ]


def _about_columns(sheet: Sheet, heading: Heading) -> list[Problem]:
    place = Cell(sheet.name, heading.first_data_row)
    unknown = [Problem(f"栏目“{name}”不认识，没有读取。", Severity.HINT, cell=place) for name in heading.unknown]
    doubled = [
        Problem(f"{pair}是同一项，只读取前者，请删去一栏。", Severity.QUERY, cell=place) for pair in heading.doubled
    ]
    return unknown + doubled


class _RowReader:
    """Reads the rows under one heading."""

    def __init__(  # noqa: PLR0917 — made in one place, above
        self, sheet: Sheet, heading: Heading, enterprise: Form, figures: Form, codes: Codes, year: int
    ) -> None:
        self._sheet = sheet
        self._heading = heading
        self._forms = {enterprise.id: enterprise, figures.id: figures}
        self._codes = codes
        self._year = year

    def rows(self) -> list[RosterRow]:
        return [
            self._row(index)
            for index in range(self._heading.first_data_row, len(self._sheet.rows))
            if self._holds_an_enterprise(index)
        ]

    def _holds_an_enterprise(self, index: int) -> bool:
        """Whether the row is neither blank nor one of those that close a table (合计, 填表人)."""
        said = [cell for cell in self._sheet.rows[index] if cell]
        taken = [column for column in self._heading.columns if self._sheet.cell(index, column.index)]
        return bool(taken) and not _CLOSING.match(fold(said[0]))

    def _row(self, index: int) -> RosterRow:
        problems: list[Problem] = []
        values = self._judge(ENTERPRISE, index, None, problems)
        years = {column.year for column in self._heading.columns if column.form == FIGURES}
        figures = {}
        for year in sorted(year or self._year for year in years):
            judged = self._judge(FIGURES, index, year, problems)
            if any(value is not None for name, value in judged.items() if name != "year"):
                figures[year] = judged
        return RosterRow(Cell(self._sheet.name, index + 1), values, figures, tuple(problems))

    def _judge(self, form_id: str, index: int, year: int | None, problems: list[Problem]) -> dict[str, Value]:
        form = self._forms[form_id]
        columns = {
            column.field.name: column
            for column in self._heading.columns
            if column.form == form_id and (year is None or (column.year or self._year) == year)
        }
        raw = {name: self._text(index, column, problems) for name, column in columns.items()}
        if year is not None:
            raw["year"] = str(year)
        judged = judge(form, raw, self._codes)
        problems += [self._placed(index, columns.get(problem.field), problem) for problem in judged.problems]
        return judged.values

    def _text(self, index: int, column: Column, problems: list[Problem]) -> str:
        if (index, column.index) in self._sheet.unreckoned:
            problems.append(self._placed(index, column, Problem("公式没有计算结果，请用 Excel 打开并保存后再导入。")))
        text = self._sheet.cell(index, column.index) or self._merged_down(index, column)
        # a figure that says no unit itself stands in the unit of its heading or title
        bare_number = text.replace(",", "").replace("，", "").lstrip("-").replace(".", "", 1).isdigit()
        return f"{text}{column.unit}" if column.unit and column.unit != "万元" and bare_number else text

    def _merged_down(self, index: int, column: Column) -> str:
        """A township merged over its rows is said once, in the first."""
        if column.field.name != "place":
            return ""
        for merge in self._sheet.merges:
            if merge.left <= column.index <= merge.right and merge.top < index <= merge.bottom:
                return self._sheet.cell(merge.top, merge.left)
        return ""

    def _placed(self, index: int, column: Column | None, problem: Problem) -> Problem:
        letters = column_letters(column.index) if column else ""
        heading = column.heading if column else ""
        return replace(problem, cell=Cell(self._sheet.name, index + 1, letters, heading))


def _without_doubles(rows: Sequence[RosterRow]) -> list[RosterRow]:
    """A second row of the same code, or without code of the same name, is an error that names the first."""
    seen: dict[str, Cell] = {}
    told: list[RosterRow] = []
    for row in rows:
        key = str(row.values.get("uscc") or fold(str(row.values.get("name") or "")))
        first = seen.setdefault(key, row.place) if key else row.place
        if first is not row.place:
            sentence = f"与{first}是同一家企业，请合并为一行。"
            problem = Problem(sentence, field="name", cell=row.place)
            told.append(replace(row, problems=(*row.problems, problem)))
        else:
            told.append(row)
    return told
