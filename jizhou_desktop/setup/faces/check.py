"""A built face is believed only after it was read back: outlines, embedding bits, characters."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

_RESTRICTED_LICENCE = 0x0002  # OS/2 fsType bit 1: embedding is forbidden
_BITMAP_ONLY = 0x0200
_GB2312_LEVEL_1 = 3755


class UnsoundFace(Exception):  # noqa: N818  — it says what is the matter with the face
    """The file is no face that an official page can embed; says why, in Chinese."""


@dataclass(frozen=True)
class FaceFacts:
    """What was found in a face: its name and how many characters it has, of all, of GB 2312, of 通用规范汉字表."""

    family: str
    characters: int
    gb2312: int
    standard: int


@cache
def gb2312() -> tuple[str, ...]:
    """The 6,763 characters of GB 2312-1980 in its order: 3,755 of level 1, then 3,008 of level 2."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return tuple(text for text in (code.decode("gb2312", "ignore") for code in codes) if text)


@cache
def standard_characters() -> tuple[str, ...]:
    """The 8,105 characters of 通用规范汉字表 (国发〔2013〕23号)."""
    text = (Path(__file__).parent / "standard-characters.txt").read_text("utf-8")
    return tuple("".join(line for line in text.splitlines() if not line.startswith("#")))


def check_face(file: Path) -> FaceFacts:
    """Reads a built face. Raises UnsoundFace where it may not or cannot serve."""
    with TTFont(file, lazy=True) as font:
        if "glyf" not in font:
            raise UnsoundFace("不是 TrueType 轮廓")
        if font["OS/2"].fsType & (_RESTRICTED_LICENCE | _BITMAP_ONLY):
            raise UnsoundFace("字体的嵌入许可位不允许嵌入")
        held = font.getBestCmap()
        lacking = [character for character in gb2312()[:_GB2312_LEVEL_1] if ord(character) not in held]
        if lacking:
            raise UnsoundFace(f"缺 {len(lacking)} 个一级汉字，如“{lacking[0]}”")
        return FaceFacts(
            family=font["name"].getBestFamilyName() or file.stem,
            characters=len(held),
            gb2312=sum(ord(character) in held for character in gb2312()),
            standard=sum(ord(character) in held for character in standard_characters()),
        )
