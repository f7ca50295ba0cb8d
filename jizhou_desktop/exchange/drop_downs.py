"""Drop-downs (下拉选项) in a template's columns."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from jizhou_desktop.exchange.text_cells import put_text

_FIRST_ROW, _ROOM = 3, 2_000
_MOST_LISTED = 255
_HIDDEN = "选项"


def offer(workbook: Workbook, sheet: Worksheet, number: int, choices: Sequence[str], *, rows: int = 0) -> None:
    """Lets column `number` choose, below `rows` filled rows as well.

    Excel takes a list of at most 255 characters; a longer one is on a hidden sheet.
    """
    listed = ",".join(choices)
    if len(listed) <= _MOST_LISTED and not any(mark in choice for choice in choices for mark in ',"'):
        formula = f'"{listed}"'
    else:
        formula = _on_hidden_sheet(workbook, choices)
    validation = DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        errorTitle="请选择",
        error="请从列表中选择。",
        showErrorMessage=True,
    )
    sheet.add_data_validation(validation)
    letter = get_column_letter(number)
    validation.add(f"{letter}{_FIRST_ROW}:{letter}{_FIRST_ROW + rows + _ROOM - 1}")


def _on_hidden_sheet(workbook: Workbook, choices: Sequence[str]) -> str:
    hidden = workbook[_HIDDEN] if _HIDDEN in workbook.sheetnames else workbook.create_sheet(_HIDDEN)
    hidden.sheet_state = "hidden"
    letter = get_column_letter(hidden.max_column + 1 if hidden["A1"].value else 1)
    for row, choice in enumerate(choices, start=1):
        put_text(hidden[f"{letter}{row}"], choice)
    return f"{_HIDDEN}!${letter}$1:${letter}${len(choices)}"
