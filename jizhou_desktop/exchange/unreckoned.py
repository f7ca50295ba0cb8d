"""Formulas whose value was never stored (a workbook that a program made): their cells look blank."""

import zipfile
from pathlib import Path

from openpyxl import load_workbook


def unreckoned_formulas(file: Path, sheet: str) -> frozenset[tuple[int, int]]:
    """The cells (row, column from 0) of an xlsx worksheet that hold a formula and no value."""
    if not zipfile.is_zipfile(file) or file.suffix.lower() not in (".xlsx", ".xlsm") or not _has_formulas(file):
        return frozenset()
    found = [_cells(file, sheet, data_only=data_only) for data_only in (False, True)]
    formulas = {place for place, value in found[0].items() if isinstance(value, str) and value.startswith("=")}
    return frozenset(place for place in formulas if found[1].get(place) is None)


def _has_formulas(file: Path) -> bool:
    with zipfile.ZipFile(file) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return any(b"<f>" in data or b"<f " in data for data in map(archive.read, sheets))


def _cells(file: Path, sheet: str, *, data_only: bool) -> dict[tuple[int, int], object]:
    workbook = load_workbook(file, read_only=True, data_only=data_only, keep_links=False)
    try:
        return {
            (cell.row - 1, cell.column - 1): cell.value
            for row in workbook[sheet].iter_rows()
            for cell in row
            if cell.value is not None
        }
    finally:
        workbook.close()
