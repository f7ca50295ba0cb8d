"""The three sizes of text on screen (标准、大、长者)."""

from enum import StrEnum


class TextSize(StrEnum):
    """Sizes in pt: 五号 (10.5) is what Chinese offices read; 长者 is for eyes that want half as much again."""

    STANDARD = "standard"
    LARGE = "large"
    ELDER = "elder"

    @property
    def label(self) -> str:
        return {"standard": "标准", "large": "大", "elder": "长者"}[self]

    @property
    def points(self) -> float:
        return {"standard": 10.5, "large": 13.0, "elder": 16.0}[self]
