"""Writing lists as workbooks that Excel opens well and that come back unchanged. Codes stay text, nothing runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from jizhou_desktop.exchange.drop_downs import offer
from jizhou_desktop.exchange.same_file import save_same
from jizhou_desktop.exchange.sheet_names import sheet_names
from jizhou_desktop.exchange.text_cells import put_text
from jizhou_desktop.files.whole import whole_file

_CREATOR = "蓟州中小企业转型台账"
_MONEY, _WHOLE, _DATE = "#,##0.00####", "#,##0", 'yyyy"年"m"月"d"日"'
_WIDEST, _NARROWEST = 40, 8
_HEAD_HEIGHT = 32
"""Points: room for a heading of two lines."""

_EDGE = Border(*(Side(style="thin", color="999999"),) * 4)
_HEAD = PatternFill("solid", fgColor="DCE6F1")

OutValue = str | Decimal | date | None


@dataclass(frozen=True)
class OutColumn:
    """A column: its heading, a hint shown beside it, what may be chosen in it; `text` keeps Excel from making numbers
    of what is typed; `width` is the least, in digits.
    """

    heading: str
    hint: str = ""
    choices: Sequence[str] = ()
    text: bool = False
    width: int = 0


@dataclass(frozen=True)
class OutTable:
    """A sheet: name, title over it, columns, rows. Decimals are figures, dates are days; everything else is text."""

    name: str
    title: str
    columns: Sequence[OutColumn]
    rows: Sequence[Sequence[OutValue]]


def write_workbook(tables: Sequence[OutTable], out: Path, *, now: datetime) -> None:
    """Writes the tables, one a sheet; the same tables and `now` give the same bytes.

    Raises UserError where the file cannot be written.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = _CREATOR
    for name, table in zip(sheet_names([table.name for table in tables]), tables, strict=True):
        _fill(workbook, workbook.create_sheet(name), table)
    with whole_file(out) as part:
        save_same(workbook, part, now=now)


def _fill(workbook: Workbook, sheet: Worksheet, table: OutTable) -> None:
    put_text(sheet["A1"], table.title)
    sheet["A1"].font = Font(size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    width = max(len(table.columns), 1)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    for number, column in enumerate(table.columns, start=1):
        _head(sheet.cell(2, number), column)
        if column.choices:
            offer(workbook, sheet, number, column.choices, rows=len(table.rows))
    for row, values in enumerate(table.rows, start=3):
        for number, value in enumerate(values, start=1):
            _put(sheet.cell(row, number), value)
    _widths(sheet, table)
    sheet.freeze_panes = "B3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(width)}{len(table.rows) + 2}"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4


def _head(cell: Cell | MergedCell, column: OutColumn) -> None:
    _put(cell, column.heading)
    cell.font = Font(bold=True)
    cell.fill = _HEAD
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    if column.hint:
        cell.comment = Comment(column.hint, "说明", height=80, width=220)


def _put(cell: Cell | MergedCell, value: OutValue) -> None:
    cell.border = _EDGE
    if isinstance(value, Decimal):
        cell.value = value
        cell.number_format = _MONEY if value != value.to_integral_value() else _WHOLE
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = _DATE
    elif value:
        put_text(cell, value)
        if "\n" in value:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _widths(sheet: Worksheet, table: OutTable) -> None:
    for number, column in enumerate(table.columns, start=1):
        said = [column.heading, *(str(row[number - 1] or "") for row in table.rows[:200])]
        widest = max(sum(2 if ord(mark) > 0x2E80 else 1 for mark in line) for text in said for line in text.split("\n"))
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = min(max(widest + 2, column.width, _NARROWEST), _WIDEST)
        if column.text:
            # only for cells that are still blank: those written carry their own format
            dimension.number_format = "@"
    sheet.row_dimensions[2].height = _HEAD_HEIGHT
