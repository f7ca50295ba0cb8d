"""What a font file says and holds, read from the file itself: names, licence bits, characters, outlines."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from jizhou_desktop.documents.fonts.font_file import FontFile
from jizhou_desktop.domain.errors import UserError

_RESTRICTED, _NO_SUBSET, _BITMAP_ONLY = 0x0002, 0x0100, 0x0200  # OS/2 fsType
_PERMISSIVE = 0x000C  # preview & print, or editable: where several bits are set, the least restrictive holds
_FAMILY_NAMES = (16, 1, 4, 6)
_SIMPLIFIED_CHINESE = 0x0804
_MOST_LACKING = 10
_MOST_FACES = 64
_DAMAGE = (
    TTLibError, struct.error, ValueError, LookupError, AssertionError, OverflowError, AttributeError, TypeError,
)  # fmt: skip
_MARKS = "，。：；、（）〔〕《》“”—0123456789"


@dataclass(frozen=True)
class FaceFacts:
    """One face of a file. `forbidden` says in Chinese why its glyphs cannot be embedded, or is empty.

    `names` begins with the one to show; `lacking` counts the characters that every text face must have.
    """

    index: int
    names: tuple[str, ...]
    characters: int
    lacking: int
    forbidden: str

    @property
    def unfit(self) -> str:
        """Why the face cannot set a text, in Chinese; empty where it can."""
        return self.forbidden or (f"缺少{self.lacking}个常用字" if self.lacking > _MOST_LACKING else "")


def read_facts(file: Path) -> list[FaceFacts]:
    """All faces of a font file; empty where the file is none. Nothing in the file is trusted."""
    try:
        return [_read_face(file, index) for index in range(_count(file))]
    except (*_DAMAGE, OSError):
        # fontTools meets damaged files with any of these; a damaged font in the folder must not stop the program.
        return []


def _count(file: Path) -> int:
    with file.open("rb") as stream:
        head = stream.read(12)
    if not head.startswith(b"ttcf"):
        return 1
    return min(int.from_bytes(head[8:12], "big"), _MOST_FACES)


def _read_face(file: Path, index: int) -> FaceFacts:
    with TTFont(file, fontNumber=index, lazy=True) as font:
        names = _names(font)
        outlines, bits = "glyf" in font and "loca" in font, int(font["OS/2"].fsType) if "OS/2" in font else 0
    if not outlines:
        return FaceFacts(index, names, 0, len(common_characters()), "不是 TrueType 轮廓，无法嵌入")
    try:
        face = FontFile(file, index)
    except UserError as error:
        return FaceFacts(index, names, 0, len(common_characters()), str(error))
    lacking = sum(1 for character in common_characters() if not _drawn(face, character))
    return FaceFacts(index, names, len(face.glyphs), lacking, _forbidden(bits))


def _names(font: TTFont) -> tuple[str, ...]:
    """Family, full and PostScript names in every language of the file."""
    records = [record for record in font["name"].names if record.nameID in _FAMILY_NAMES]
    records.sort(key=lambda record: (record.langID != _SIMPLIFIED_CHINESE, _FAMILY_NAMES.index(record.nameID)))
    return tuple(dict.fromkeys(_text(record) for record in records))


def _text(record: object) -> str:
    return str(record.toUnicode(errors="replace"))  # type: ignore[attr-defined]  # fontTools has no types


def _forbidden(bits: int) -> str:
    """OpenType 1.9, OS/2.fsType."""
    if bits & _RESTRICTED and not bits & _PERMISSIVE:
        return "字体许可不允许嵌入文件"
    if bits & _BITMAP_ONLY:
        return "字体许可只允许嵌入点阵"
    return "字体许可不允许取子集嵌入" if bits & _NO_SUBSET else ""


def _drawn(face: FontFile, character: str) -> bool:
    glyph = face.glyphs.get(ord(character))
    return glyph is not None and face.has_ink(glyph)


@cache
def common_characters() -> tuple[str, ...]:
    """The 3,755 characters of level 1 of GB 2312-1980, figures and marks, which every text face must have."""
    return (*_level_1(), *_MARKS)


def _level_1() -> Iterator[str]:
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", "ignore")
