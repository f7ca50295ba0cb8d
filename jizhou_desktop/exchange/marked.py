"""A copy of a workbook with each fault marked in its cell, so that whoever sent it can mend it there."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from jizhou_desktop.domain.problem import Cell, Problem, Severity
from jizhou_desktop.exchange.same_file import save_same
from jizhou_desktop.exchange.sheet_names import sheet_names
from jizhou_desktop.exchange.text_cells import put_text
from jizhou_desktop.exchange.workbook_in import is_xlsx, read_sheets
from jizhou_desktop.files.whole import whole_file

_FILLS = {Severity.ERROR: "F8CBAD", Severity.QUERY: "FFE699", Severity.HINT: "DDEBF7"}
_ORDER = list(Severity)
_HEIGHT_OF_LINE, _WIDTH = 40, 300


def write_marked(source: Path, problems: Iterable[Problem], out: Path) -> None:
    """Writes the copy as xlsx: cells with a fault are coloured and carry the sentence as a comment.

    An xlsx keeps its looks and formulas; any other kind is copied as text. The copy bears its source's date. Raises
    UserError where the source cannot be read or the copy not written.
    """
    workbook, sheets = _copy(source)
    told: dict[tuple[str, int, str], list[Problem]] = {}
    for problem in problems:
        if problem.cell is not None and problem.cell.sheet in sheets:
            told.setdefault(_place(problem.cell), []).append(problem)
    for (name, row, column), found in told.items():
        _mark(_top_left(sheets[name], f"{column}{row}"), found)
    dated = datetime.fromtimestamp(source.stat().st_mtime, tz=UTC)
    with whole_file(out) as part:
        save_same(workbook, part, now=dated)


def _place(cell: Cell) -> tuple[str, int, str]:
    """A fault of a whole row is marked in its first cell."""
    return cell.sheet, cell.row, cell.column or "A"


def _top_left(sheet: Worksheet, reference: str) -> SheetCell:
    """The cell itself, or the one that a merged block shows."""
    for block in sheet.merged_cells.ranges:
        if reference in block:
            reference = block.start_cell.coordinate
            break
    cell = sheet[reference]
    assert isinstance(cell, SheetCell)  # noqa: S101  — a block's first cell is a cell
    return cell


def _mark(cell: SheetCell, found: list[Problem]) -> None:
    worst = min((problem.severity for problem in found), key=_ORDER.index)
    sentences = [f"[{problem.severity.label}]{problem.message}" for problem in found]
    if cell.comment:
        sentences.append(cell.comment.text)
    cell.fill = PatternFill("solid", fgColor=_FILLS[worst])
    cell.comment = Comment("\n".join(sentences), "审核", height=_HEIGHT_OF_LINE * (len(sentences) + 1), width=_WIDTH)


def _copy(source: Path) -> tuple[Workbook, Mapping[str, Worksheet]]:
    """The copy, and its sheets by their names in the source."""
    read = read_sheets(source)
    if is_xlsx(source):
        # other programs write looks that openpyxl refuses; the words are what matters then
        with suppress(KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError):
            return _loaded(source)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheets = {}
    for sheet, name in zip(read, sheet_names([sheet.name for sheet in read]), strict=True):
        made = workbook.create_sheet(name)
        sheets[sheet.name] = made
        for row, cells in enumerate(sheet.rows, start=1):
            for column, text in enumerate(cells, start=1):
                if text:
                    put_text(made.cell(row, column), text)
    return workbook, sheets


def _loaded(source: Path) -> tuple[Workbook, Mapping[str, Worksheet]]:
    workbook = load_workbook(source, keep_links=False, keep_vba=False)
    if all(sheet.sheet_state != Worksheet.SHEETSTATE_VISIBLE for sheet in workbook.worksheets):
        # no workbook may hide all its sheets
        workbook.worksheets[0].sheet_state = Worksheet.SHEETSTATE_VISIBLE
    return workbook, {sheet.title: sheet for sheet in workbook.worksheets}
