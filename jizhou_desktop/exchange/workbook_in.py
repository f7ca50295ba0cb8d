"""Reading a workbook of any kind that officials keep: xlsx, xls, et, ods, csv. The only python-calamine.

What a file is, is read from its first bytes: systems export xls files that are text or web pages.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import ParseError

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

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
_SHEETS = ("worksheet", "chartsheet", "dialogsheet", "macrosheet")


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
    except FileNotFoundError as error:
        raise UserError(f"找不到文件 {file}，请检查路径。") from error
    except OSError as error:
        raise UserError(f"无法读取 {file}，请检查权限，或关闭正在使用它的程序后重试。") from error


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
    seen = look_over_zip(file)
    if not any(name in seen.roots for name in _CONTENTS):
        raise UserError(f"{file.name} 不是 xlsx 或 ods 表格，请用 Excel 打开，另存为 xlsx 后再导入。")
    try:
        sheets = worksheet_parts(file)
    except (ParseError, UnicodeError) as error:
        raise _damaged(file) from error
    # a part that is listed twice would be read twice, and one that was not measured must not be read at all
    parts = [part for _, part in sheets]
    if len(set(parts)) < len(parts) or any(seen.roots.get(part) not in _SHEETS for part in parts):
        raise _damaged(file)
    return _read_workbook(file, {name: seen.formulas[part] for name, part in sheets if part in seen.formulas})


def _read_workbook(file: Path, formulas: Mapping[str, Formulas]) -> list[Sheet]:
    try:
        with _panics_as_damage(), CalamineWorkbook.from_filelike(io.BytesIO(file.read_bytes())) as workbook:
            sheets = [
                _read_sheet(
                    workbook.get_sheet_by_name(told.name),
                    formulas.get(told.name, Formulas()),
                    hidden=told.visible is not SheetVisibleEnum.Visible,
                )
                for told in workbook.sheets_metadata
                if told.typ is SheetTypeEnum.WorkSheet
            ]
    except PasswordError as error:
        raise UserError(f"{file.name} 设有打开密码，请取消密码另存一份后再导入。") from error
    except (CalamineError, zipfile.BadZipFile, ValueError) as error:
        raise _damaged(file) from error
    if not sheets:
        raise UserError(f"{file.name} 中没有工作表，请检查是否选对了文件。")
    return sheets


@contextmanager
def _panics_as_damage() -> Iterator[None]:
    """Damage that python-calamine did not foresee comes as a Rust panic, whose type no module offers to name."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise CalamineError from error
        raise


def _damaged(file: Path) -> UserError:
    return UserError(f"{file.name} 不是有效的表格文件或已损坏，请用 Excel 打开另存一份后再导入。")


def _read_sheet(sheet: CalamineSheet, formulas: Formulas, *, hidden: bool) -> Sheet:
    first_row, first_column = sheet.start or (0, 0)
    blank = [""] * first_column
    same: dict[str, str] = {}
    rows: list[list[str]] = [[] for _ in range(first_row)]
    rows += [blank + _texts(row, same) for row in sheet.iter_rows()]
    merges = [Merge(*top_left, *bottom_right) for top_left, bottom_right in sheet.merged_cell_ranges or ()]
    return Sheet(
        sheet.name,
        rows,
        merges,
        unreckoned=frozenset(formulas.unreckoned),
        errors=frozenset(formulas.errors),
        reckoned=formulas.reckoned,
        hidden=hidden,
    )


def _texts(row: Iterable[object], same: dict[str, str]) -> list[str]:
    """The texts of a row; each text is kept once, since columns repeat a few words ten thousand times."""
    texts = map(cell_text, row)
    return [same.setdefault(text, text) for text in texts]
