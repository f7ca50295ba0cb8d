"""A workbook that is a zip (xlsx, ods), looked through before any library opens it; what it says of itself counts
for nothing.
"""

import copy
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.limits import LONGEST_CELL, MOST_CELLS, Extent
from jizhou_desktop.exchange.ods_shape import ContentShape
from jizhou_desktop.exchange.xlsx_shape import Formulas, SheetShape
from jizhou_desktop.exchange.xml_prolog import Suspicious, root_name

_MOST_MEMBERS = 5_000
_MOST_PART_BYTES = 128 << 20
_MOST_TOGETHER = 256 << 20
_ESCAPED = 10
"""Bytes a character takes at most, written as `&#131072;`."""
_PIECE = 1 << 20
_XML = (".xml", ".rels", ".vml")
_UNBOUNDED = 1 << 40
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError, NotImplementedError, ValueError)


@dataclass
class Parts:
    """What was seen in a zip: each XML part's root, and each worksheet part's formulas, by name in small letters."""

    roots: dict[str, str] = field(default_factory=dict)
    formulas: dict[str, Formulas] = field(default_factory=dict)


class Shape(Protocol):
    """What feeds on a part's bytes, piece by piece, and raises UserError where it goes too far."""

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """The next piece."""


def look_over_zip(file: Path) -> Parts:
    """What the zip holds. Raises UserError where it is damaged, locked, swollen, or made to reach other files."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if any(member.flag_bits & 1 for member in members):
                raise UserError(f"{file.name} 设有打开密码，请取消密码另存一份后再导入。")
            if len(members) > _MOST_MEMBERS:
                raise _swollen(file)
            if len({member.filename.lower() for member in members}) < len(members):
                raise zipfile.BadZipFile
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
        self._parts = Parts()

    def read(self, members: list[zipfile.ZipInfo]) -> Parts:
        for member in members:
            self._read_part(member)
        return self._parts

    def _read_part(self, member: zipfile.ZipInfo) -> None:
        """The whole part, by its real length: the length a zip tells is the sender's."""
        pieces = self._pieces(member)
        head = next(pieces, b"")
        root = root_name(head)
        if not root:
            if member.filename.lower().endswith(_XML):
                raise zipfile.BadZipFile
            for _ in pieces:
                pass
            return
        shape = self._shape(root, member.filename.lower())
        longest = _Longest(self._file)
        for piece in chain((head,), pieces):
            longest.measure(piece)
            shape.feed(piece)
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

    def _shape(self, root: str, name: str) -> Shape:
        self._parts.roots[name] = root
        if root == "worksheet":
            self._extent.next_sheet()
            shape = SheetShape(self._extent)
            self._parts.formulas[name] = shape.formulas
            return shape
        return ContentShape(self._extent) if root == "document-content" else _Plain(self._file)


class _Plain:
    """Any other XML part: it must be sound, since what reads it later forgives more than it should."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._parser = expat.ParserCreate()
        self._strings = 0

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        self._parser.Parse(piece, last)
        self._strings += piece.count(b"<si")
        if self._strings > MOST_CELLS:
            raise _swollen(self._file)


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


def _swollen(file: Path) -> UserError:
    return UserError(f"{file.name} 展开后过大，不予读取，请将数据复制到新工作簿后再导入。")
