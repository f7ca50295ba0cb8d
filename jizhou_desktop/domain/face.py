"""The five roles a typeface plays on an official page (GB/T 9704-2012 5.2.2), and what was printed with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Role(StrEnum):
    """仿宋 for the body, 小标宋 for titles, 黑体 and 楷体 for headings, 宋体 for page numbers and tables."""

    FANGSONG = "fangsong"
    TITLE = "title"
    HEI = "hei"
    KAI = "kai"
    SONG = "song"

    @property
    def label(self) -> str:
        labels = {"fangsong": "仿宋", "title": "小标宋", "hei": "黑体", "kai": "楷体", "song": "宋体"}
        return labels[self]


@dataclass(frozen=True)
class Printed:
    """A paper that was written: the file, its pages, the face used for each role, characters no face has."""

    file: Path
    pages: int
    faces: Mapping[Role, str]
    missing: tuple[str, ...] = ()


def missing_words(missing: Iterable[str]) -> str:
    """What to tell of characters that no face has, each with its code, since no screen may show it either; or blank."""
    told = "、".join(f"{character}（U+{ord(character):04X}）" for character in dict.fromkeys(missing))
    return f"以下字符没有字体可以显示，纸上印作“〓”，请核对或手工补写：{told}" if told else ""
