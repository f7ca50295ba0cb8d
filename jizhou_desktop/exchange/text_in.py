"""Reading a csv or text table: UTF-8 or GB18030, parted by comma, tab or semicolon."""

import codecs
import csv
import re
from collections.abc import Iterable
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.limits import LONGEST_CELL, Extent
from jizhou_desktop.exchange.sheets import Sheet

_ENCODINGS = ("utf-8-sig", "gb18030")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 1 << 16
_KEPT_FROM_RUNNING = re.compile(r"'+[=+\-@]")
_DELIMITERS = ",\t;|"


def read_text(file: Path) -> Sheet:
    """The table as a sheet that bears the file's name.

    Raises UserError for an unknown encoding, a web page under a table's name, an endless cell, too many cells.
    """
    encoding = _encoding(file)
    with file.open(encoding=encoding, newline="") as stream:
        head = stream.read(_HEAD)
        if head.lstrip()[:1] == "<":
            raise UserError(f"{file.name} 实际是网页格式，请用 Excel 打开，另存为 xlsx 后再导入。")
        if "\0" in head:
            raise UserError(f"{file.name} 不是表格文件或已损坏，请用 Excel 打开，另存为 xlsx 后再导入。")
        stream.seek(0)
        return Sheet(file.stem, _rows(file, stream, _delimiter(head)))


def _rows(file: Path, stream: Iterable[str], delimiter: str) -> list[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    extent, rows = Extent(file), []
    same: dict[str, str] = {}
    try:
        for row in csv.reader(stream, delimiter=delimiter):
            rows.append([same.setdefault(cell, cell) for cell in map(_said, row)])
            extent.reach(len(rows) - 1, max(len(row) - 1, 0))
    except csv.Error as error:
        raise UserError(
            f"{file.name} 第{len(rows) + 1}行无法读取，可能少了引号或内容过长，请用 Excel 打开，另存为 xlsx 后再导入。"
        ) from error
    return rows


def _said(cell: str) -> str:
    """The cell without outer blanks, and without the apostrophe that keeps what follows from being run."""
    text = cell.strip()
    return text[1:] if _KEPT_FROM_RUNNING.match(text) else text


def _delimiter(head: str) -> str:
    """The mark that parts most of the first lines; a tie goes to the comma."""
    lines = head.splitlines()[:20]
    return max(_DELIMITERS, key=lambda mark: sum(line.count(mark) for line in lines))


def _encoding(file: Path) -> str:
    with file.open("rb") as stream:
        wide = stream.read(2) in _WIDE
    for encoding in ("utf-16",) if wide else _ENCODINGS:
        if _decodes(file, encoding):
            return encoding
    raise UserError(f"{file.name} 的文字编码无法识别，请用 Excel 打开，另存为 xlsx 后再导入。")


def _decodes(file: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with file.open("rb") as stream:
            while piece := stream.read(1 << 20):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
