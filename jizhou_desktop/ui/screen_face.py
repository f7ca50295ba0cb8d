"""The Chinese face of the window. One is always loaded, so that no machine shows boxes (□) for characters."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFontDatabase

SYSTEM_FAMILIES = ("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")
"""Screen faces that desktops bring, best first; drawn for screens, so they go before what we carry."""

LAST_RESORTS = ("SimHei", "SimSun", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei")


def load_screen_face(files: Iterable[Path]) -> str:
    """The family to use: the system's own screen face, else one of `files`, else whatever Chinese the system has."""
    found = _first_of(SYSTEM_FAMILIES)
    return found or _load(files) or _first_of(LAST_RESORTS) or _any_chinese()


def _load(files: Iterable[Path]) -> str:
    """Loads all files (a family's weights lie in one file each) and gives the first family."""
    families = [
        family
        for file in files
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    ]
    return families[0] if families else ""


def _first_of(names: Iterable[str]) -> str:
    present = set(QFontDatabase.families())
    return next((name for name in names if name in present), "")


def _any_chinese() -> str:
    return next(iter(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)), "")
