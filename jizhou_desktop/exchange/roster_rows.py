"""The rows under one heading: each judged, each fault with its cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from jizhou_desktop.domain.answers import judge
from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import FieldKind, Form
from jizhou_desktop.domain.offices import find_place
from jizhou_desktop.domain.problem import Cell, Problem, Severity
from jizhou_desktop.domain.record import Value
from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.cell_in_column import answer_in
from jizhou_desktop.exchange.columns import Column
from jizhou_desktop.exchange.headings import Heading
from jizhou_desktop.exchange.row_kinds import closes, repeats, shown
from jizhou_desktop.exchange.sheets import Sheet, column_letters
from jizhou_desktop.exchange.subjects import ENTERPRISE, FIGURES, OWNER, Subject

__all__ = ["ENTERPRISE", "FIGURES", "RosterRow", "RowReader", "Words"]

Words = Mapping[str, Mapping[str, str]]
"""What is written in words and kept as a code: by `form.field`, the folded words and the code (转型路径)."""

_SPREAD = (FieldKind.PLACE, FieldKind.INDUSTRY, FieldKind.YEAR)
"""What is said once for several rows, merged over them."""


@dataclass(frozen=True)
class RosterRow:
    """One record as a row says it: its own values, figures by year, and what is wrong in the row.

    `form` is the id of what the row is about; `owner` says which record it belongs to, `year` which year.
    """

    place: Cell
    values: Mapping[str, Value]
    figures: Mapping[int, Mapping[str, Value]]
    problems: tuple[Problem, ...] = ()
    form: str = ENTERPRISE
    owner: Mapping[str, Value] = field(default_factory=dict)
    year: int | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing keeps the row from being saved."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


class RowReader:
    """Reads the rows of one sheet; `skipped` gathers a hint for each row that is no enterprise."""

    def __init__(  # noqa: PLR0917  — made in one place, by read_roster
        self, sheet: Sheet, heading: Heading, subject: Subject, codes: Codes, year: int, words: Words | None = None
    ) -> None:
        """`year` is that of figures whose heading says none; `words` are what some codes are called."""
        self.skipped: list[Problem] = []
        self._sheet = sheet
        self._heading = heading
        self._subject = subject
        self._words = words or {}
        self._codes = codes
        self._year = year
        self._spread = _spread(sheet, heading)
        self._of_row = heading.column(FIGURES, "year") if subject.figures else None
        self._under = ""

    def rows(self) -> Iterator[RosterRow]:
        """Every row that holds a record, or should."""
        head = self._sheet.rows[self._heading.row]
        formulas = self._rows_of_formulas()
        for index in range(self._heading.first_data_row, max(len(self._sheet.rows), *formulas, 0) + 1):
            cells = self._sheet.rows[index] if index < len(self._sheet.rows) else []
            said = [cell for cell in cells if cell]
            if not said and index in formulas:
                yield self._row(index)
            if not said or repeats(cells, head) or self._is_place_title(said):
                continue
            if closes(said) or not self._answers(index):
                self._skip(index, said)
            else:
                yield self._row(index)

    def _rows_of_formulas(self) -> set[int]:
        """Rows with formulas whose values were never stored: they look blank and are not."""
        columns = {column.index for column in self._heading.columns}
        return {
            row for row, column in self._sheet.unreckoned if column in columns and row >= self._heading.first_data_row
        }

    def _answers(self, index: int) -> bool:
        return any(self._sheet.cell(index, column.index) for column in self._heading.columns)

    def _skip(self, index: int, said: list[str]) -> None:
        what = "企业" if self._subject.id == ENTERPRISE else "数据行"
        sentence = f"“{shown(said)}”不是{what}，没有读取。"
        self.skipped.append(Problem(sentence, Severity.HINT, cell=Cell(self._sheet.name, index + 1)))

    def _is_place_title(self, said: list[str]) -> bool:
        """A row that only names a township stands over the enterprises of that township."""
        alone = len(said) == 1 and self._subject.has_place
        place = find_place(self._codes.offices, said[0]) if alone else None
        if place:
            self._under = place.name
        return place is not None

    def _row(self, index: int) -> RosterRow:
        problems: list[Problem] = []
        subject = self._subject
        values = self._judge(subject.form, self._columns(subject.id), index, {}, problems)
        owner = self._judge(subject.owner, self._columns(OWNER), index, {}, problems) if subject.owner else {}
        figures = self._read_figures(subject.figures, index, problems) if subject.figures else {}
        if self._under and "place" not in values:
            values["place"] = self._judge(subject.form, [], index, {"place": self._under}, [])["place"]
        year = values.get("year") or owner.pop("year", None) or self._year
        place = Cell(self._sheet.name, index + 1)
        return RosterRow(
            place, values, figures, tuple(problems), subject.id, owner, int(year) if self._yearly else None
        )

    @property
    def _yearly(self) -> bool:
        """Whether the row's record is of one year: it is asked for, of the row or of what it belongs to."""
        forms = [form for form in (self._subject.form, self._subject.owner) if form]
        return any(field.name == "year" for form in forms for field in form.fields)

    def _read_figures(self, form: Form, index: int, problems: list[Problem]) -> dict[int, Mapping[str, Value]]:
        row_year = self._read_row_year(form, index, problems)
        figures: dict[int, Mapping[str, Value]] = {}
        for year in self._years(row_year):
            columns = [column for column in self._columns(FIGURES) if (column.year or row_year) == year]
            judged = self._judge(form, columns, index, {"year": str(year)}, problems)
            if any(value is not None for name, value in judged.items() if name != "year"):
                figures[year] = judged
        return figures

    def _columns(self, form_id: str) -> list[Column]:
        return [column for column in self._heading.columns if column.form == form_id and column is not self._of_row]

    def _years(self, row_year: int) -> list[int]:
        return sorted({column.year or row_year for column in self._columns(FIGURES)})

    def _read_row_year(self, form: Form, index: int, problems: list[Problem]) -> int:
        """The year that the row itself says (a column 年度); else the sheet's."""
        said = self._text(index, self._of_row, problems) if self._of_row else ""
        if not said or not self._of_row:
            return self._year
        judged = judge(form, {"year": said}, self._codes)
        problems += [self._placed(index, self._of_row, problem) for problem in judged.problems]
        return int(judged.values.get("year") or self._year)

    def _judge(
        self, form: Form, columns: list[Column], index: int, known: Mapping[str, str], problems: list[Problem]
    ) -> dict[str, Value]:
        by_name = {column.field.name: column for column in columns}
        raw = {name: self._text(index, column, problems) for name, column in by_name.items()}
        judged = judge(form, {**raw, **known}, self._codes)
        told = {(problem.cell.column, problem.severity) for problem in problems if problem.cell}
        for problem in judged.problems:
            placed = self._placed(index, by_name.get(problem.field), problem)
            # a cell that could not be read at all is not called blank as well
            if placed.cell is None or not placed.cell.column or (placed.cell.column, problem.severity) not in told:
                problems.append(placed)
        return judged.values

    def _text(self, index: int, column: Column, problems: list[Problem]) -> str:
        text = self._sheet.cell(index, column.index) or self._spread.get((index, column.index), "")
        fault = self._fault(index, column)
        if not fault:
            try:
                return self._coded(column, answer_in(column, text))
            except UserError as error:
                fault = str(error)
        problem = Problem(f"{column.field.label}：{fault}", field=column.field.name)
        problems.append(self._placed(index, column, problem))
        return ""

    def _coded(self, column: Column, text: str) -> str:
        """The code of what is written in words. Raises UserError for words that name nothing."""
        words = self._words.get(f"{column.form}.{column.field.name}")
        if words is None or not text:
            return text
        if fold(text) not in words:
            raise UserError(f"“{shown([text])}”不在行动计划之内，请从空白模板的下拉选项中选取。")
        return words[fold(text)]

    def _fault(self, index: int, column: Column) -> str:
        if (index, column.index) in self._sheet.unreckoned:
            return "公式没有计算结果，请用 Excel 打开并保存后再导入。"
        if (index, column.index) in self._sheet.errors:
            return "公式的结果是错误值（如 #REF!、#DIV/0!），请改正公式后再导入。"
        return ""

    def _placed(self, index: int, column: Column | None, problem: Problem) -> Problem:
        letters = column_letters(column.index) if column else ""
        heading = column.heading if column else ""
        return replace(problem, cell=Cell(self._sheet.name, index + 1, letters, heading))


def _spread(sheet: Sheet, heading: Heading) -> dict[tuple[int, int], str]:
    """What merged cells of township, industry and year say for the rows they cover, by row and column."""
    spread = {}
    columns = {column.index for column in heading.columns if column.field.kind in _SPREAD}
    for merge in sheet.merges:
        if merge.left in columns:
            text = sheet.cell(merge.top, merge.left)
            for row in range(merge.top + 1, min(merge.bottom + 1, len(sheet.rows))):
                spread[row, merge.left] = text
    return spread
