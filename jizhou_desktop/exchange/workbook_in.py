"""Reading a workbook of any kind that officials keep: xlsx, xls, ods, csv. The only python-calamine."""

import csv
import zipfile
from collections.abc import Iterable
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.cell_text import cell_text
from jizhou_desktop.exchange.sheets import Merge, Sheet
from jizhou_desktop.exchange.suspicion import MOST_COLUMNS, MOST_ROWS, look_over
from jizhou_desktop.exchange.unreckoned import unreckoned_formulas

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".et")
TEXTS = (".csv", ".txt")
_ENCODINGS = ("utf-8-sig", "gb18030")


def read_sheets(file: Path) -> list[Sheet]:
    """The worksheets of a file, cells as text. Macros are never run, links never followed.

    Raises UserError in one sentence for a file that is missing, locked, damaged, oversized or of another kind.
    """
    kind = file.suffix.lower()
    if kind not in (*WORKBOOKS, *TEXTS):
        raise UserError(f"{file.name} 不是表格文件，请选择 xlsx、xls、ods 或 csv 文件。")
    try:
        look_over(file)
        return [_read_text(file)] if kind in TEXTS else _read_workbook(file)
    except OSError as error:
        raise UserError(
            f"无法读取 {file}（{error.strerror or error}），请检查路径，或关闭正在使用它的程序。"
        ) from error


def _read_workbook(file: Path) -> list[Sheet]:
    try:
        with CalamineWorkbook.from_path(file) as workbook:
            sheets = [_read_sheet(file, workbook.get_sheet_by_name(name)) for name in workbook.sheet_names]
    except PasswordError as error:
        raise _protected(file) from error
    except (CalamineError, zipfile.BadZipFile, ValueError) as error:
        if "assword" in str(error) or _is_encrypted(file):
            raise _protected(file) from error
        raise UserError(f"{file.name} 不是有效的表格文件或已损坏，请用 Excel 打开另存一份后再导入。") from error
    return sheets


def _protected(file: Path) -> UserError:
    return UserError(f"{file.name} 设有打开密码，请取消密码另存一份后再导入。")


def _is_encrypted(file: Path) -> bool:
    """An encrypted xlsx is an old compound file that holds `EncryptedPackage`."""
    with file.open("rb") as stream:
        head = stream.read(1 << 16)
    return head.startswith(b"\xd0\xcf\x11\xe0") and "EncryptedPackage".encode("utf-16-le") in head


def _read_sheet(file: Path, sheet: CalamineSheet) -> Sheet:
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        raise UserError(f"{file.name} 的工作表“{sheet.name}”行列过多，不予读取，请删去多余的行列后再导入。")
    first_row, first_column = sheet.start or (0, 0)
    blank = [""] * first_column
    rows: list[list[str]] = [[] for _ in range(first_row)] + [blank + _texts(row) for row in sheet.iter_rows()]
    merges = [Merge(*top_left, *bottom_right) for top_left, bottom_right in sheet.merged_cell_ranges or ()]
    return Sheet(sheet.name, rows, merges, unreckoned_formulas(file, sheet.name))


def _texts(row: Iterable[object]) -> list[str]:
    return [cell_text(value) for value in row]


def _read_text(file: Path) -> Sheet:
    text = _decoded(file)
    head = "\n".join(text.splitlines()[:20])
    delimiter = max(",\t;", key=head.count)
    csv.field_size_limit(1 << 20)
    rows = []
    try:
        for row in csv.reader(text.splitlines(), delimiter=delimiter):
            rows.append([cell.strip() for cell in row])
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise UserError(f"{file.name} 超过{MOST_ROWS}行或{MOST_COLUMNS}列，不予读取，请拆分后再导入。")
    except csv.Error as error:
        raise UserError(f"{file.name} 第{len(rows) + 1}行无法读取（内容过长或格式有误），请检查。") from error
    return Sheet(file.stem, rows)


def _decoded(file: Path) -> str:
    data = file.read_bytes()
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError(f"{file.name} 的文字编码无法识别，请用 Excel 打开，另存为 xlsx 后再导入。")
