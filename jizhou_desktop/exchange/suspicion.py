"""A workbook from outside is looked over before any library opens it: sizes, ratios, entities, dimensions."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from jizhou_desktop.domain.errors import UserError

MOST_ROWS = 200_000
MOST_COLUMNS = 500
_MOST_FILE_BYTES = 100 << 20
_MOST_MEMBERS = 10_000
_MOST_PART_BYTES = 200 << 20
_MOST_TOGETHER = 300 << 20
_MOST_RATIO = 200
_RATIO_MATTERS_FROM = 8 << 20
_PIECE = 1 << 20
_OVERLAP = 256

_REFERENCE = re.compile(rb'<c[^>]{0,80}? r="([A-Z]{1,9})([0-9]{1,12})"')
_REPEATED = re.compile(rb'number-(columns|rows)-repeated="([0-9]+)"[^>]*[^/]>')
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError)


def look_over(file: Path) -> None:
    """Raises UserError where the file is too large, or made to fill memory or to reach other files."""
    size = file.stat().st_size
    if size > _MOST_FILE_BYTES:
        raise UserError(
            f"{file.name} 有{size >> 20}MB，超过{_MOST_FILE_BYTES >> 20}MB，请删去图片和无关工作表后再导入。"
        )
    if not zipfile.is_zipfile(file):
        return
    try:
        with zipfile.ZipFile(file) as archive:
            _look_at_sizes(archive.infolist(), file)
            for member in archive.infolist():
                if member.filename.endswith((".xml", ".rels")):
                    _look_into(archive, member, file)
    except _DAMAGE as error:
        raise UserError(f"{file.name} 已损坏，无法读取，请用 Excel 打开另存一份后再导入。") from error


def _look_at_sizes(members: list[zipfile.ZipInfo], file: Path) -> None:
    too_large = (
        len(members) > _MOST_MEMBERS
        or sum(member.file_size for member in members) > _MOST_TOGETHER
        or any(_is_swollen(member) for member in members)
    )
    if too_large:
        raise UserError(f"{file.name} 展开后过大，不予读取，请将数据复制到新工作簿后再导入。")


def _is_swollen(member: zipfile.ZipInfo) -> bool:
    if member.file_size > _MOST_PART_BYTES:
        return True
    return member.file_size > _RATIO_MATTERS_FROM and member.file_size > _MOST_RATIO * max(member.compress_size, 1)


def _look_into(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: Path) -> None:
    for piece in _pieces(archive, member):
        if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
            raise UserError(f"{file.name} 含有外部引用，不予读取，请将数据复制到新工作簿后再导入。")
        for letters, row in _REFERENCE.findall(piece):
            if len(letters) > 3 or _column(letters) > MOST_COLUMNS or int(row) > MOST_ROWS:
                raise _too_wide(file)
        for along, times in _REPEATED.findall(piece):
            if int(times) > (MOST_COLUMNS if along == b"columns" else MOST_ROWS) and b"<text:p" in piece:
                _refuse_filled_repeat(piece, file)


def _refuse_filled_repeat(piece: bytes, file: Path) -> None:
    """An ods file ends its sheet with one blank row or cell repeated to the edge; one that is filled is a bomb."""
    for match in _REPEATED.finditer(piece):
        limit = MOST_COLUMNS if match[1] == b"columns" else MOST_ROWS
        end = piece.find(b"</table:table-row>" if match[1] == b"rows" else b"</table:table-cell>", match.end())
        if int(match[2]) > limit and b"<text:p" in piece[match.end() : end if end >= 0 else None]:
            raise _too_wide(file)


def _too_wide(file: Path) -> UserError:
    return UserError(f"{file.name} 的工作表超过{MOST_ROWS}行或{MOST_COLUMNS}列，不予读取，请删去多余的行列后再导入。")


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part's bytes, each piece with the end of the one before, so that nothing hides on the seam."""
    end = b""
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE):
            yield end + piece
            end = piece[-_OVERLAP:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
