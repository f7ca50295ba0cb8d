"""An old xls (or WPS et) file looked at before any library reads it: a compound file (MS-CFB) of records (MS-XLS)."""

import struct
from collections.abc import Iterator
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.exchange.limits import Extent

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR = 0xFFFFFFFA
_ENTRY = 128
_BEGIN, _PASSWORD, _MANY = 0x0809, 0x002F, (0x00BD, 0x00BE)
_CELLS = {0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, *_MANY}
_STRINGS, _DIMENSIONS = 0x00FC, 0x0200
_SHORTEST_STRING = 3
_ROW_AND_COLUMN = struct.Struct("<HH")
_HEAD = struct.Struct("<HH")


class Damaged(Exception):  # noqa: N818  — said of the file
    """The compound file's tables contradict themselves."""


def look_over_xls(file: Path) -> None:
    """Raises UserError for a password, for what is no workbook, and for cells that lie too far out."""
    data = file.read_bytes()
    try:
        streams = dict(_streams(data))
        book = streams.get("Workbook", streams.get("Book"))
        if "EncryptedPackage" in streams:
            raise _locked(file)
        if book is None:
            raise UserError(f"{file.name} 不是表格文件，请选择 xlsx、xls、ods 或 csv 文件。")
        _measure(book, file)
    except (Damaged, struct.error, IndexError) as error:
        raise UserError(f"{file.name} 已损坏，无法读取，请用 Excel 打开另存一份后再导入。") from error


def _streams(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The streams that matter, by name: small ones (under 4,096 bytes) hold no workbook and are given blank."""
    sector = 1 << struct.unpack_from("<H", data, 30)[0]
    if sector not in (512, 4096):
        raise Damaged
    table = _sector_table(data, sector)
    directory = _chain(data, table, sector, struct.unpack_from("<I", data, 48)[0])
    for start in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length = struct.unpack_from("<H", directory, start + 64)[0]
        name = directory[start : start + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        first, size = struct.unpack_from("<II", directory, start + 116)
        if name in ("Workbook", "Book"):
            yield name, _chain(data, table, sector, first)[:size] if size >= 4096 else b""
        elif name:
            yield name, b""


def _sector_table(data: bytes, sector: int) -> tuple[int, ...]:
    """The whole allocation table: which sector follows which."""
    listed = list(struct.unpack_from("<109I", data, 76))
    extra, left = struct.unpack_from("<II", data, 68)
    while left and extra < _LAST_SECTOR:
        more = struct.unpack_from(f"<{sector // 4}I", data, (extra + 1) * sector)
        listed += more[:-1]
        extra, left = more[-1], left - 1
        if len(listed) > len(data) // sector + sector:
            raise Damaged
    wanted = [number for number in listed if number < _LAST_SECTOR]
    if len(wanted) > len(data) // sector:
        raise Damaged
    raw = b"".join(data[(number + 1) * sector : (number + 2) * sector] for number in wanted)
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _chain(data: bytes, table: tuple[int, ...], sector: int, first: int) -> bytes:
    pieces, number = [], first
    while number < _LAST_SECTOR:
        pieces.append(data[(number + 1) * sector : (number + 2) * sector])
        if len(pieces) > len(table):
            raise Damaged
        number = table[number]
    return b"".join(pieces)


def _records(book: bytes) -> Iterator[tuple[int, int, int]]:
    """Each record: its kind, where its content begins, how long it is."""
    place = 0
    while place + 4 <= len(book):
        kind, length = _HEAD.unpack_from(book, place)
        yield kind, place + 4, length
        place += 4 + length


def _locked(file: Path) -> UserError:
    return UserError(f"{file.name} 设有打开密码，请取消密码另存一份后再导入。")


def _measure(book: bytes, file: Path) -> None:
    extent = Extent(file)
    for kind, place, length in _records(book):
        if kind in _CELLS and length >= 4:
            row, column = _ROW_AND_COLUMN.unpack_from(book, place)
            if kind in _MANY:
                column = struct.unpack_from("<H", book, place + length - 2)[0]
            extent.reach(row, column)
        elif kind == _DIMENSIONS and length >= 12:
            # room is made for what is announced, before the first cell comes
            rows, _, columns = struct.unpack_from("<IHH", book, place + 4)
            extent.reach(max(rows, 1) - 1, max(columns, 1) - 1)
        elif kind == _STRINGS and struct.unpack_from("<I", book, place + 4)[0] > len(book) // _SHORTEST_STRING:
            raise Damaged
        elif kind == _BEGIN:
            extent.next_sheet()
        elif kind == _PASSWORD:
            raise _locked(file)
