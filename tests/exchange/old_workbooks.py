"""Old xls files made by hand, since nothing that is still kept writes them: BIFF8 records in a compound file."""

import struct
from collections.abc import Sequence

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def text_cell(row: int, column: int, text: str) -> bytes:
    """LABEL: a cell that holds its own text."""
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def number_cell(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def book(cells: bytes, *, password: bool = False) -> bytes:
    """A workbook stream of one sheet."""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)) + cells + record(0x000A, b"")
    locked = record(0x002F, b"\1\0" + bytes(52)) if password else b""
    name = "花名册"
    bound = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    place = len(begin) + len(locked) + 4 + 6 + len(bound) + 4
    listed = record(0x0085, struct.pack("<IBB", place, 0, 0) + bound)
    return begin + locked + listed + record(0x000A, b"") + sheet


def compound(streams: Sequence[tuple[str, bytes]]) -> bytes:
    """A compound file; streams are padded to 4,096 bytes, so that none is a small one."""
    sectors: list[bytes] = []
    table: list[int] = []
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, content) in enumerate(streams, start=1):
        padded = content.ljust(-(-max(len(content), 4096) // 512) * 512, b"\0")
        first = len(sectors)
        count = len(padded) // 512
        sectors += [padded[place : place + 512] for place in range(0, len(padded), 512)]
        table += [*range(first + 1, first + count), _END]
        right = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, first, len(padded), right=right))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * 512, b"\0")
    first_directory = len(sectors)
    count = len(directory) // 512
    sectors += [directory[place : place + 512] for place in range(0, len(directory), 512)]
    table += [*range(first_directory + 1, first_directory + count), _END]
    fat_sectors = -(-(len(table) + 1) // 127)
    fat_places = list(range(len(sectors), len(sectors) + fat_sectors))
    table += [_FAT] * fat_sectors
    table += [_FREE] * (fat_sectors * 128 - len(table))
    sectors += [struct.pack("<128I", *table[place : place + 128]) for place in range(0, len(table), 128)]
    listed = struct.pack("<109I", *(fat_places + [_FREE] * (109 - len(fat_places))))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fat_sectors, first_directory, 0, 4096, _END, 0, _END, 0)
    return head + listed + b"".join(sectors)


def _entry(name: str, kind: int, first: int, size: int, *, child: int = _FREE, right: int = _FREE) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    links = struct.pack("<III", _FREE, right, child)
    return (
        encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1) + links + bytes(36)
        + struct.pack("<III", first, size, 0)
    )  # fmt: skip
