"""A copy of a workbook with each fault marked in its cell, so that whoever sent it can mend it there."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from jizhou_desktop.domain.problem import Cell, Problem, Severity
from jizhou_desktop.exchange.workbook_in import read_sheets
from jizhou_desktop.files.whole import whole_file

_FILLS = {Severity.ERROR: "F8CBAD", Severity.QUERY: "FFE699", Severity.HINT: "DDEBF7"}


def write_marked(source: Path, problems: Iterable[Problem], out: Path) -> None:
    """Writes the copy as xlsx: cells with a fault are coloured and carry the sentence as a comment.

    Raises UserError where the source cannot be read or the copy not written.
    """
    workbook = _copy(source)
    told: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if problem.cell is not None and problem.cell.sheet in workbook.sheetnames:
            told.setdefault((problem.cell.sheet, _reference(problem.cell)), []).append(problem)
    for (sheet, reference), found in told.items():
        cell = workbook[sheet][reference]
        cell.fill = PatternFill("solid", fgColor=_FILLS[found[0].severity])
        cell.comment = Comment("\n".join(f"[{problem.severity.label}]{problem.message}" for problem in found), "审核")
    with whole_file(out) as part:
        workbook.save(part)


def _reference(cell: Cell) -> str:
    return f"{cell.column or 'A'}{cell.row}"


def _copy(source: Path) -> Workbook:
    """An xlsx is copied with its looks; any other kind only with its texts. Both were looked over before."""
    sheets = read_sheets(source)
    if zipfile.is_zipfile(source) and source.suffix.lower() == ".xlsx":
        return load_workbook(source)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets:
        made = workbook.create_sheet(sheet.name[:31])
        for row in sheet.rows:
            made.append(list(row))
    return workbook
