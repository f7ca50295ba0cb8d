"""The zip container of a package, opened with suspicion: names, number, sizes and ratios are checked first."""

import zipfile
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.handoff.parts import MOST_BYTES_IN_ALL, MOST_PARTS, MOST_RATIO, is_known_part, most_bytes

_ENCRYPTED = 0x1


def open_container(file: Path) -> zipfile.ZipFile:
    """Opens a package's zip. Raises UserError where it holds anything that a package does not."""
    try:
        package = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise UserError(f"{file.name} 不是数据包，或文件已损坏，请重新复制或请报送单位重新导出。") from error
    except OSError as error:
        raise UserError(f"无法读取 {file}（{error.strerror}），请检查U盘和权限。") from error
    try:
        _check_members(package.infolist())
    except UserError:
        package.close()
        raise
    return package


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(members) > MOST_PARTS:
        raise UserError(f"数据包内的文件过多（{len(members)}个），不予读取。")
    if len(set(names)) != len(names):
        raise UserError("数据包内有同名文件，不予读取。")
    for member in members:
        _check_member(member)
    if sum(member.file_size for member in members) > MOST_BYTES_IN_ALL:
        raise UserError("数据包展开后过大，不予读取。")


def _check_member(member: zipfile.ZipInfo) -> None:
    if not is_known_part(member.filename):
        raise UserError(f"数据包内有不认识的文件“{member.filename[:80]}”，不予读取。")
    if member.flag_bits & _ENCRYPTED:
        raise UserError("数据包被加密，不予读取，请报送单位重新导出。")
    if member.file_size > most_bytes(member.filename):
        raise UserError(f"数据包内的 {member.filename} 过大，不予读取。")
    if member.file_size > MOST_RATIO * max(member.compress_size, 1024):
        raise UserError(f"数据包内的 {member.filename} 压缩比异常，不予读取。")
