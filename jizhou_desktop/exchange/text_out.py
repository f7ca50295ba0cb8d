"""Writing a list as csv that Excel opens well, that runs nothing and that comes back unchanged."""

import csv
import re
from decimal import Decimal
from pathlib import Path

from jizhou_desktop.exchange.workbook_out import OutTable, OutValue
from jizhou_desktop.files.whole import whole_file

_MIGHT_RUN = re.compile(r"'*[=+\-@]")
"""Apostrophes before it count as well: reading takes one off."""

_LOOKS_LIKE_A_NUMBER = re.compile(r"0\d+|\d{12,}|\d+[eE]\d+")
APOSTROPHE, TAB = "'", "\t"


def write_text(table: OutTable, out: Path) -> None:
    """UTF-8 with its mark, so that Excel reads the Chinese. Raises UserError where the file cannot be written."""
    with whole_file(out) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([column.heading for column in table.columns])
        writer.writerows([_cell(value) for value in row] for row in table.rows)


def _cell(value: OutValue) -> str:
    """Text that might run stands behind an apostrophe, a code of digits behind a tab: reading takes both off again."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return f"{value:f}" if isinstance(value, Decimal) else value.isoformat()
    if _MIGHT_RUN.match(value):
        return APOSTROPHE + value
    return TAB + value if _LOOKS_LIKE_A_NUMBER.fullmatch(value) else value
