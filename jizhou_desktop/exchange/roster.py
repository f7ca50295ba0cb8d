"""A workbook (花名册、清单) read sheet by sheet: every row judged, every fault told by its cell, nothing saved."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.headings import Heading
from jizhou_desktop.exchange.recognise import Remembered, see
from jizhou_desktop.exchange.roster_hints import about_cells, about_columns, hidden, not_taken
from jizhou_desktop.exchange.roster_rows import ENTERPRISE, FIGURES, RosterRow, RowReader, Words
from jizhou_desktop.exchange.sheet_choice import SeenSheet, SheetChoice
from jizhou_desktop.exchange.sheets import Sheet
from jizhou_desktop.exchange.subjects import Subject
from jizhou_desktop.exchange.workbook_in import read_sheets

__all__ = ["ENTERPRISE", "FIGURES", "Roster", "RosterRow", "read_roster"]

Report = Callable[[int, int, str], None]
"""Told how far reading is: done, total, what is being done."""

_EVERY = 500


@dataclass(frozen=True)
class Roster:
    """A workbook read through: its rows, its sheets as they were understood, and the problems of rows and sheets."""

    file: Path
    rows: tuple[RosterRow, ...]
    sheets: tuple[SeenSheet, ...]
    problems: tuple[Problem, ...]

    @property
    def headings(self) -> dict[str, Heading]:
        """The heading of each sheet whose rows were read."""
        return {seen.sheet.name: seen.heading for seen in self.sheets if seen.taken and seen.heading}

    def faults(self) -> dict[str, int]:
        """How many problems there are of each severity."""
        return dict(Counter(str(problem.severity) for problem in self.problems))


def read_roster(
    file: Path,
    *,
    subjects: Sequence[Subject],
    codes: Codes,
    year: int,
    remembered: Remembered | None = None,
    choices: Mapping[str, SheetChoice] | None = None,
    words: Words | None = None,
    sheets: Sequence[Sheet] | None = None,
    report: Report = lambda _done, _total, _step: None,
) -> Roster:
    """Reads every sheet that has a heading. `year` is that of figures whose heading, title and sheet name none.

    `remembered` are the matches chosen before, by subject and heading; `choices` what was decided about this file's
    sheets, by name; `words` what some codes are called; `sheets` the file's sheets where they were read before.
    Raises UserError where the file cannot be read.
    """
    rows: list[RosterRow] = []
    seen: list[SeenSheet] = []
    problems: list[Problem] = []
    read = read_sheets(file) if sheets is None else sheets
    for number, sheet in enumerate(read, start=1):
        report(0, 0, f"正在辨认工作表“{sheet.name}”（第{number}张，共{len(read)}张）…")
        found = see(sheet, subjects, codes, year=year, remembered=remembered, choice=(choices or {}).get(sheet.name))
        seen.append(found)
        if not found.taken or found.heading is None or found.subject is None:
            problems += hidden(found) if sheet.hidden else not_taken(found)
            continue
        reader = RowReader(sheet, found.heading, found.subject, codes, found.heading.year or year, words)
        for row in reader.rows():
            rows.append(row)
            if len(rows) % _EVERY == 0:
                report(row.place.row, len(sheet.rows), f"正在审核工作表“{sheet.name}”第{row.place.row:,}行…")
        problems += [*about_columns(found, year), *about_cells(sheet, found.heading), *reader.skipped]
    rows = _without_doubles(rows)
    if not rows and not any(problem.severity is Severity.ERROR for problem in problems):
        problems.append(Problem(f"{file.name} 中没有找到企业数据，请检查是否选对了文件。"))
    problems += [problem for row in rows for problem in row.problems]
    return Roster(file, tuple(rows), tuple(seen), tuple(problems))


def _without_doubles(rows: Iterable[RosterRow]) -> list[RosterRow]:
    """A second row of the same code, or without other code of the same name, is an error that names the first."""
    by_code: dict[str, RosterRow] = {}
    by_name: dict[str, RosterRow] = {}
    told: list[RosterRow] = []
    for row in rows:
        if row.form != ENTERPRISE:
            told.append(row)
            continue
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
