"""The zip container of a package, opened with suspicion: names, number, sizes and ratios are checked first."""

import io
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.handoff.parts import (
    MOST_BYTES_AT_ONCE,
    MOST_BYTES_IN_ALL,
    MOST_PARTS,
    MOST_RATIO,
    is_known_part,
    most_bytes,
)

_ENCRYPTED = 0x1
_PACKED_BY = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@contextmanager
def open_container(file: Path) -> Iterator[zipfile.ZipFile]:
    """Opens a package's zip. Raises UserError where it holds anything that a package does not."""
    with _opened(file) as stream, _directory_read(stream, file) as package:
        _check_members(package.infolist(), file)
        yield package


class _Bounded(io.BufferedReader):
    """Never reads much at once: a zip that claims a directory of gigabytes would fill the memory."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MOST_BYTES_AT_ONCE:
            raise zipfile.BadZipFile("directory too large")
        return super().read(size)


def _opened(file: Path) -> _Bounded:
    try:
        return _Bounded(io.FileIO(file))
    except OSError as error:
        raise UserError(f"无法读取 {file}（{error.strerror}），请检查U盘和权限。") from error


def _directory_read(stream: _Bounded, file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error) as error:
        raise UserError(f"{file.name} 不是数据包，或文件已损坏，请重新复制或请报送单位重新导出。") from error


def _check_members(members: list[zipfile.ZipInfo], file: Path) -> None:
    names = [member.filename for member in members]
    if len(members) > MOST_PARTS:
        raise UserError(f"数据包内的文件过多（{len(members)}个），不予读取。")
    if len(set(names)) != len(names):
        raise UserError("数据包内有同名文件，不予读取。")
    for member in members:
        _check_member(member)
    if sum(member.file_size for member in members) > MOST_BYTES_IN_ALL:
        raise UserError("数据包展开后过大，不予读取。")
    # Members that lie over one another give many files out of the same few bytes.
    if sum(member.compress_size for member in members) > file.stat().st_size:
        raise UserError("数据包内的文件互相重叠，不予读取。")


def _check_member(member: zipfile.ZipInfo) -> None:
    if not is_known_part(member.filename):
        raise UserError(f"数据包内有不认识的文件“{member.filename[:80]}”，不予读取。")
    if member.flag_bits & _ENCRYPTED:
        raise UserError("数据包被加密，不予读取，请报送单位重新导出。")
    if member.compress_type not in _PACKED_BY:
        raise UserError(f"数据包内的 {member.filename} 压缩方式不认识，不予读取。")
    if member.file_size > most_bytes(member.filename):
        raise UserError(f"数据包内的 {member.filename} 过大，不予读取。")
    if member.file_size > MOST_RATIO * max(member.compress_size, 1024):
        raise UserError(f"数据包内的 {member.filename} 压缩比异常，不予读取。")
