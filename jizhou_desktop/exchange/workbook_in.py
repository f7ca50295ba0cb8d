"""Reading a workbook of any kind that officials keep: xlsx, xls, et, ods, csv. The only python-calamine.

What a file is, is read from its first bytes: systems export xls files that are text or web pages.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.cell_text import cell_text
from jizhou_desktop.exchange.limits import MOST_FILE_BYTES
from jizhou_desktop.exchange.sheets import Merge, Sheet
from jizhou_desktop.exchange.text_in import read_text
from jizhou_desktop.exchange.xls_shape import COMPOUND, look_over_xls
from jizhou_desktop.exchange.xlsx_parts import worksheet_parts
from jizhou_desktop.exchange.xlsx_shape import Formulas
from jizhou_desktop.exchange.zip_guard import look_over_zip

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".et")
TEXTS = (".csv", ".txt")
_CONTENTS = ("xl/workbook.xml", "content.xml")


def read_sheets(file: Path) -> list[Sheet]:
    """The worksheets of a file, cells as text. Macros are never run, links never followed.

    Raises UserError in one sentence for a file that is missing, locked, damaged, oversized or of another kind.
    """
    if file.suffix.lower() not in (*WORKBOOKS, *TEXTS):
        raise UserError(f"{file.name} 不是表格文件，请选择 xlsx、xls、ods 或 csv 文件。")
    try:
        _look_at_size(file)
        with file.open("rb") as stream:
            head = stream.read(len(COMPOUND))
        if head.startswith(b"PK"):
            return _read_zip(file)
        if head == COMPOUND:
            look_over_xls(file)
            return _read_workbook(file, {})
        return [read_text(file)]
    except OSError as error:
        raise UserError(
            f"无法读取 {file}（{error.strerror or error}），请检查路径，或关闭正在使用它的程序。"
        ) from error


def is_xlsx(file: Path) -> bool:
    """Whether the file is an xlsx or xlsm by its content, whatever its name says."""
    if not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as archive:
        return _CONTENTS[0] in (name.lower() for name in archive.namelist())


def _look_at_size(file: Path) -> None:
    size = file.stat().st_size
    if size > MOST_FILE_BYTES:
        raise UserError(
            f"{file.name} 有{size >> 20}MB，超过{MOST_FILE_BYTES >> 20}MB，请删去图片和无关工作表后再导入。"
        )
    if not size:
        raise UserError(f"{file.name} 是空文件，请检查后重新导入。")


def _read_zip(file: Path) -> list[Sheet]:
    formulas = look_over_zip(file)
    with zipfile.ZipFile(file) as archive:
        if not any(name.lower() in _CONTENTS for name in archive.namelist()):
            raise UserError(f"{file.name} 不是 xlsx 或 ods 表格，请用 Excel 打开，另存为 xlsx 后再导入。")
    parts = {name: formulas.get(part, Formulas()) for name, part in worksheet_parts(file).items()}
    return _read_workbook(file, parts)


def _read_workbook(file: Path, formulas: Mapping[str, Formulas]) -> list[Sheet]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(file.read_bytes())) as workbook:
            return [
                _read_sheet(workbook.get_sheet_by_name(name), formulas.get(name, Formulas()))
                for name in workbook.sheet_names
            ]
    except PasswordError as error:
        raise UserError(f"{file.name} 设有打开密码，请取消密码另存一份后再导入。") from error
    except (CalamineError, zipfile.BadZipFile, ValueError) as error:
        raise UserError(f"{file.name} 不是有效的表格文件或已损坏，请用 Excel 打开另存一份后再导入。") from error


def _read_sheet(sheet: CalamineSheet, formulas: Formulas) -> Sheet:
    _, first_column = sheet.start or (0, 0)
    first_row = (sheet.start or (0, 0))[0]
    blank = [""] * first_column
    same: dict[str, str] = {}
    rows: list[list[str]] = [[] for _ in range(first_row)]
    rows += [blank + _texts(row, same) for row in sheet.iter_rows()]
    merges = [Merge(*top_left, *bottom_right) for top_left, bottom_right in sheet.merged_cell_ranges or ()]
    return Sheet(
        sheet.name, rows, merges, frozenset(formulas.unreckoned), frozenset(formulas.errors), formulas.reckoned
    )


def _texts(row: Iterable[object], same: dict[str, str]) -> list[str]:
    """The texts of a row; each text is kept once, since columns repeat a few words ten thousand times."""
    texts = map(cell_text, row)
    return [same.setdefault(text, text) for text in texts]
