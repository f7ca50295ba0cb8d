"""Writing lists as workbooks that Excel opens well and that come back unchanged. Codes stay text, nothing runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from jizhou_desktop.files.whole import whole_file

_MONEY = "#,##0.00####"
_TEXT = "@"
_WIDEST, _NARROWEST = 40, 8
_LONGEST_SHEET_NAME = 31
_EDGE = Border(*(Side(style="thin", color="999999"),) * 4)
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_ROWS_WITH_CHOICES = 2_000


@dataclass(frozen=True)
class OutColumn:
    """A column: its heading, a hint shown beside it, and what may be chosen in it."""

    heading: str
    hint: str = ""
    choices: Sequence[str] = ()


@dataclass(frozen=True)
class OutTable:
    """A sheet: name, title over it, columns, rows. Decimals are figures; everything else is text."""

    name: str
    title: str
    columns: Sequence[OutColumn]
    rows: Sequence[Sequence[str | Decimal | None]]


def write_workbook(tables: Sequence[OutTable], out: Path, *, now: datetime) -> None:
    """Writes the tables, one a sheet. Raises UserError where the file cannot be written."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.created = workbook.properties.modified = now.replace(tzinfo=None)
    workbook.properties.creator = "蓟州中小企业转型台账"
    for table in tables:
        _fill(workbook, workbook.create_sheet(_sheet_name(table.name)), table)
    with whole_file(out) as part:
        workbook.save(part)


def _sheet_name(name: str) -> str:
    return "".join(mark for mark in name if mark not in "[]:*?/\\")[:_LONGEST_SHEET_NAME]


def _fill(workbook: Workbook, sheet: Worksheet, table: OutTable) -> None:
    sheet["A1"] = table.title
    sheet["A1"].font = Font(size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=max(len(table.columns), 1))
    for number, column in enumerate(table.columns, start=1):
        _head(sheet.cell(2, number), column)
        if column.choices:
            _offer(workbook, sheet, number, column.choices)
    for row, values in enumerate(table.rows, start=3):
        for number, value in enumerate(values, start=1):
            _put(sheet.cell(row, number), value)
    _widths(sheet, table)
    sheet.freeze_panes = "B3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(max(len(table.columns), 1))}{len(table.rows) + 2}"


def _head(cell: Cell | MergedCell, column: OutColumn) -> None:
    _put(cell, column.heading)
    cell.font = Font(bold=True)
    cell.fill = _HEAD
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    if column.hint:
        cell.comment = Comment(column.hint, "说明")


def _put(cell: Cell | MergedCell, value: str | Decimal | None) -> None:
    cell.border = _EDGE
    if isinstance(value, Decimal):
        cell.value = value
        cell.number_format = _MONEY if value != value.to_integral_value() else "#,##0"
    elif value:
        # text that begins with = + - @ stays text: it is never a formula
        cell.value = value
        cell.data_type = "s"
        cell.number_format = _TEXT
        cell.quotePrefix = value[0] in "=+-@"


def _offer(workbook: Workbook, sheet: Worksheet, number: int, choices: Sequence[str]) -> None:
    """A drop-down. Excel takes a list of at most 255 characters; a longer one stands on a hidden sheet."""
    listed = ",".join(choices)
    if len(listed) <= 255 and not any("," in choice for choice in choices):
        formula = f'"{listed}"'
    else:
        formula = _on_hidden_sheet(workbook, choices)
    validation = DataValidation(
        type="list", formula1=formula, allow_blank=True, errorTitle="请选择", error="请从列表中选择。"
    )
    sheet.add_data_validation(validation)
    letter = get_column_letter(number)
    validation.add(f"{letter}3:{letter}{_ROWS_WITH_CHOICES}")


def _on_hidden_sheet(workbook: Workbook, choices: Sequence[str]) -> str:
    hidden = workbook["选项"] if "选项" in workbook.sheetnames else workbook.create_sheet("选项")
    hidden.sheet_state = "hidden"
    letter = get_column_letter(hidden.max_column + 1 if hidden["A1"].value else 1)
    for row, choice in enumerate(choices, start=1):
        hidden[f"{letter}{row}"] = choice
    return f"选项!${letter}$1:${letter}${len(choices)}"


def _widths(sheet: Worksheet, table: OutTable) -> None:
    for number, column in enumerate(table.columns, start=1):
        said = [column.heading, *(str(row[number - 1] or "") for row in table.rows[:200])]
        widest = max(sum(2 if ord(mark) > 0x2E80 else 1 for mark in text) for text in said)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(widest + 2, _NARROWEST), _WIDEST)
