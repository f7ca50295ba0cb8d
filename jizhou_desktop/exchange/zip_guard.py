"""A workbook that is a zip (xlsx, ods), looked through before any library opens it; what it says of itself counts
for nothing.
"""

import copy
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.limits import LONGEST_CELL, Extent
from jizhou_desktop.exchange.ods_shape import ContentShape
from jizhou_desktop.exchange.xlsx_shape import Formulas, SheetShape
from jizhou_desktop.exchange.xml_prolog import Suspicious, root_name

_MOST_MEMBERS = 5_000
_MOST_PART_BYTES = 128 << 20
_MOST_TOGETHER = 256 << 20
_ESCAPED = 10
"""Bytes a character takes at most, written as `&#131072;`."""
_PIECE = 1 << 20
_UNBOUNDED = 1 << 40
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError, NotImplementedError, ValueError)


class Shape(Protocol):
    """What feeds on a part's bytes, piece by piece, and raises UserError where it goes too far."""

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """The next piece."""


def look_over_zip(file: Path) -> Mapping[str, Formulas]:
    """Raises UserError where the file is damaged, locked, swollen, or made to reach other files.

    Gives the formulas of each worksheet part of an xlsx, by the part's name in small letters.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if any(member.flag_bits & 1 for member in members):
                raise UserError(f"{file.name} 设有打开密码，请取消密码另存一份后再导入。")
            if len(members) > _MOST_MEMBERS:
                raise _swollen(file)
            return _Reader(file, archive).read(members)
    except Suspicious as error:
        raise UserError(f"{file.name} 含有外部引用，不予读取，请将数据复制到新工作簿后再导入。") from error
    except _DAMAGE as error:
        raise UserError(f"{file.name} 已损坏，无法读取，请用 Excel 打开另存一份后再导入。") from error


class _Reader:
    def __init__(self, file: Path, archive: zipfile.ZipFile) -> None:
        self._file = file
        self._archive = archive
        self._extent = Extent(file)
        self._together = 0
        self._formulas: dict[str, Formulas] = {}

    def read(self, members: list[zipfile.ZipInfo]) -> Mapping[str, Formulas]:
        for member in members:
            self._read_part(member)
        return self._formulas

    def _read_part(self, member: zipfile.ZipInfo) -> None:
        """The whole part, by its real length: the length a zip tells is the sender's."""
        pieces = self._pieces(member)
        head = next(pieces, b"")
        root = root_name(head)
        shape = self._shape(root, member.filename)
        longest = _Longest(self._file)
        for piece in _with(head, pieces):
            if root:
                longest.measure(piece)
            if shape:
                shape.feed(piece)
        if shape:
            shape.feed(b"", last=True)

    def _pieces(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        told = copy.copy(member)
        told.file_size = _UNBOUNDED
        size = 0
        with self._archive.open(told) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                self._together += len(piece)
                if size > _MOST_PART_BYTES or self._together > _MOST_TOGETHER:
                    raise _swollen(self._file)
                yield piece
        if size != member.file_size:
            raise zipfile.BadZipFile

    def _shape(self, root: str, name: str) -> Shape | None:
        if root == "worksheet":
            self._extent.next_sheet()
            shape = SheetShape(self._extent)
            self._formulas[name.lower()] = shape.formulas
            return shape
        return ContentShape(self._extent) if root == "document-content" else None


class _Longest:
    """Refuses text that goes on, without any mark of XML, for longer than a cell may hold."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._run = 0

    def measure(self, piece: bytes) -> None:
        runs = [len(run) for run in piece.split(b"<")]
        runs[0] += self._run
        self._run = runs[-1]
        if max(runs) > LONGEST_CELL * _ESCAPED:
            raise UserError(f"{self._file.name} 有单元格超过{LONGEST_CELL:,}个字，不予读取，请删去过长的内容后再导入。")


def _with(head: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield head
    yield from pieces


def _swollen(file: Path) -> UserError:
    return UserError(f"{file.name} 展开后过大，不予读取，请将数据复制到新工作簿后再导入。")
