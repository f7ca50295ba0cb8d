"""A roster (花名册) read from a workbook: every row judged, every fault told by its cell, nothing saved."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jizhou_desktop.domain.answers import Codes
from jizhou_desktop.domain.form import FieldKind, Form
from jizhou_desktop.domain.problem import Cell, Problem, Severity
from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.headings import Heading, find_heading
from jizhou_desktop.exchange.roster_rows import ENTERPRISE, FIGURES, RosterRow, RowReader
from jizhou_desktop.exchange.sheets import Sheet, column_letters
from jizhou_desktop.exchange.workbook_in import read_sheets

__all__ = ["ENTERPRISE", "FIGURES", "Roster", "RosterRow", "read_roster"]


@dataclass(frozen=True)
class Roster:
    """A workbook read through: its rows, the heading found on each sheet, and problems of rows and sheets alike."""

    file: Path
    rows: tuple[RosterRow, ...]
    headings: Mapping[str, Heading]
    problems: tuple[Problem, ...]

    def faults(self) -> dict[str, int]:
        """How many problems there are of each severity."""
        return dict(Counter(str(problem.severity) for problem in self.problems))


def read_roster(
    file: Path,
    *,
    enterprise: Form,
    figures: Form,
    codes: Codes,
    year: int,
    chosen: Mapping[str, str] | None = None,
) -> Roster:
    """Reads every sheet that has a heading. `year` is that of figures whose heading, title and sheet name none.

    `chosen` maps headings to `form.field` as the official chose, or to a blank for a column to leave out. Raises
    UserError where the file cannot be read.
    """
    rows: list[RosterRow] = []
    headings: dict[str, Heading] = {}
    problems: list[Problem] = []
    for sheet in read_sheets(file):
        heading = find_heading(sheet, (enterprise, figures), codes, year=year, chosen=chosen)
        if sheet.hidden:
            problems += _hidden(sheet, heading)
            continue
        if heading is None or heading.column(ENTERPRISE, "name") is None:
            problems += _not_taken(sheet, heading, enterprise)
            continue
        headings[sheet.name] = heading
        reader = RowReader(sheet, heading, enterprise, figures, codes, heading.year or year)
        rows += reader.rows()
        problems += [*_about_columns(sheet, heading, year), *_about_cells(sheet, heading), *reader.skipped]
    rows = _without_doubles(rows)
    if not rows and not any(problem.severity is Severity.ERROR for problem in problems):
        problems.append(Problem(f"{file.name} 中没有找到企业数据，请检查是否选对了文件。"))
    problems += [problem for row in rows for problem in row.problems]
    return Roster(file, tuple(rows), headings, tuple(problems))


def _hidden(sheet: Sheet, heading: Heading | None) -> list[Problem]:
    """What is hidden is no longer meant; it is told where it looks like a roster."""
    sentence = "工作表是隐藏的，没有读取。"
    return [Problem(sentence, Severity.HINT, cell=Cell(sheet.name, heading.row + 1))] if heading else []


def _not_taken(sheet: Sheet, heading: Heading | None, enterprise: Form) -> list[Problem]:
    if not any(cell for row in sheet.rows for cell in row):
        return []
    name = enterprise.field("name")
    looked_for = "、".join((name.label, *name.aliases[:3]))
    if heading is not None:
        sentence = f"表头没有企业名称栏（找过：{looked_for}等），这张工作表没有读取，请补上该栏或指定对应的栏。"
        return [Problem(sentence, field="name", cell=Cell(sheet.name, heading.row + 1))]
    sentence = f"没有找到表头行（应有{looked_for}、统一社会信用代码等栏），这张工作表没有读取。"
    return [Problem(sentence, Severity.HINT, cell=Cell(sheet.name, 1))]


def _about_columns(sheet: Sheet, heading: Heading, year: int) -> list[Problem]:
    place = Cell(sheet.name, heading.row + 1)
    hints = [f"栏目“{name}”不认识，没有读取。" for name in heading.unknown]
    hints += [f"栏目“{name}”按您的选择没有读取。" for name in heading.left_out]
    if heading.column(ENTERPRISE, "uscc") is None:
        hints.append("没有统一社会信用代码栏，将按企业名称与已有档案对照。")
    figures = [column for column in heading.columns if column.form == FIGURES]
    if heading.year is None and heading.column(FIGURES, "year") is None and any(not column.year for column in figures):
        hints.append(f"表头和标题没有写明年度，各项指标按{year}年读取。")
    no_unit = [column.heading for column in heading.columns if _lacks_unit(column.field.kind, column.unit)]
    if no_unit:
        hints.append(f"没有写明单位，按万元读取：{'、'.join(no_unit)}。")
    doubled = [
        Problem(f"{pair}是同一项，只读取前者，请删去一栏。", Severity.QUERY, cell=place) for pair in heading.doubled
    ]
    return [*doubled, *(Problem(sentence, Severity.HINT, cell=place) for sentence in hints)]


def _lacks_unit(kind: FieldKind, unit: str) -> bool:
    return kind is FieldKind.MONEY and not unit


def _about_cells(sheet: Sheet, heading: Heading) -> Iterable[Problem]:
    """What was done with formulas and merged cells is told once a sheet."""
    place = Cell(sheet.name, heading.row + 1)
    if sheet.reckoned:
        sentence = f"有{sheet.reckoned:,}个单元格是公式，按文件中保存的计算结果读取。"
        yield Problem(sentence, Severity.HINT, cell=place)
    for column in heading.columns:
        merged = sum(
            1
            for merge in sheet.merges
            if merge.left == column.index and merge.top >= heading.first_data_row and merge.bottom > merge.top
        )
        if merged and column.field.kind in (FieldKind.PLACE, FieldKind.INDUSTRY, FieldKind.YEAR):
            sentence = f"有{merged}处合并单元格，合并的各行都按所写内容读取。"
            where = Cell(sheet.name, heading.row + 1, column_letters(column.index), column.heading)
            yield Problem(sentence, Severity.HINT, cell=where)


def _without_doubles(rows: Iterable[RosterRow]) -> list[RosterRow]:
    """A second row of the same code, or without other code of the same name, is an error that names the first."""
    by_code: dict[str, RosterRow] = {}
    by_name: dict[str, RosterRow] = {}
    told: list[RosterRow] = []
    for row in rows:
        code, name = str(row.values.get("uscc") or ""), fold(str(row.values.get("name") or ""))
        first = by_code.get(code) or _same_name(by_name.get(name), code)
        if first:
            sentence = f"与{first.place}是同一家企业，请合并为一行。"
            told.append(replace(row, problems=(*row.problems, Problem(sentence, field="name", cell=row.place))))
            continue
        told.append(row)
        for key, seen in ((code, by_code), (name, by_name)):
            if key:
                seen.setdefault(key, row)
    return told


def _same_name(first: RosterRow | None, code: str) -> RosterRow | None:
    """Two enterprises of one name are different ones where both have codes and the codes differ."""
    other = str(first.values.get("uscc") or "") if first else ""
    return None if code and other and code != other else first
