"""The faces that Chinese Windows brings: where they lie, nothing needs to be built for their roles."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

# What is really in the files is read at run time (documents/fonts/find.py); here the names only save a download.
_FILES = {
    "fangsong": {"simfang.ttf"},
    "title": {"fzxbsjw.ttf", "fzxbsjw_0.ttf", "fzxbsjw--gb1-0.ttf", "方正小标宋简体.ttf", "方正小标宋_gbk.ttf"},
    "hei": {"simhei.ttf"},
    "kai": {"simkai.ttf"},
    "song": {"simsun.ttc"},
    "screen": {"msyh.ttc"},
}


def font_folders() -> Iterator[Path]:
    """Where Windows keeps faces installed for all and for this user; none on other systems."""
    if os.name == "nt":
        yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        yield Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"


def served_roles(folders: Iterable[Path]) -> frozenset[str]:
    """The roles whose face is installed."""
    files = {file.name.lower() for folder in folders if folder.is_dir() for file in folder.iterdir()}
    return frozenset(role for role, names in _FILES.items() if names & files)
