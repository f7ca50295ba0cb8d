"""Evidence (佐证材料) kept beside a record."""

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

_FORBIDDEN = re.compile('[\\x00-\\x1f\\x7f<>:"/\\\\|?*\u202a-\u202e\u2066-\u2069\ufffd]')
"""What no file of Windows may be called, and marks that show a name otherwise than it is (`gpj.exe` as `exe.jpg`)."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST_NAME = 120
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*")

HEAD_BYTES = 1024
"""As much of a file as tells what it is."""


@dataclass(frozen=True)
class Attachment:
    """One evidence file. `digest` is the SHA-256 of its bytes in hex, `size` is in bytes, `dated` is ISO.

    `withdrawn` is empty, or why it was taken out (取出); the row and the file stay. What was added before release 0.2
    does not say by whom and when.
    """

    uid: str
    record: str
    kind: str
    title: str
    name: str
    dated: str
    digest: str
    size: int
    added_by: str = ""
    added_at: str = ""
    withdrawn: str = ""


@dataclass(frozen=True)
class EvidenceChange:
    """One state that an evidence row was in: who put it so, when (ISO), why."""

    state: Attachment
    noted_by: str
    noted_at: str
    why: str


class Look(Enum):
    """What can be done with a file: pages and pictures are shown and printed, others only saved elsewhere."""

    PDF = "PDF"
    PICTURE = "图片"
    OTHER = "其他文件"


def look_of(head: bytes) -> Look:
    """What a file is by its first bytes; its name may say anything."""
    if b"%PDF-" in head[:HEAD_BYTES]:
        return Look.PDF
    is_webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return Look.PICTURE if is_webp or head.startswith(_PICTURES) else Look.OTHER


def safe_name(name: str) -> str:
    """The name that a file may bear on any system: no path, no control marks, its suffix kept where it is shortened."""
    said = name.encode("utf-8", "replace").decode("utf-8")
    plain = _FORBIDDEN.sub("_", said).strip().rstrip(". ") or "未命名"
    plain = f"_{plain}" if _RESERVED.fullmatch(plain) else plain
    suffix = PurePosixPath(plain).suffix[:12]
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - len(suffix)] + suffix


def size_text(size: int) -> str:
    """`3.2 MB`, `18 KB`: a size in bytes as people say it."""
    return f"{size / (1 << 20):,.1f} MB" if size >= 1 << 20 else f"{max(round(size / 1024), 1):,} KB"
