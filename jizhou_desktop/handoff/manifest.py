"""The package's cover sheet (数据包封面): whose data, which year, what is inside, and the digest over all of it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jizhou_desktop.domain.office import Level, Office
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.handoff.rows import is_plain_text

FORMAT = "jizhou-package"
VERSION = 2
"""2 since release 0.2: evidence says who added it, and explanations travel. Packages of version 1 are still read."""

_LONGEST_TEXT = 200


@dataclass(frozen=True)
class Part:
    """One file of the package: its size in bytes and its SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What the cover sheet says. `digest` is the SHA-256 over everything else that it says, in hex."""

    office: Office
    year: int
    sequence: int
    made_at: str
    made_by: str
    counts: Mapping[str, int]
    parts: Mapping[str, Part]
    version: int = VERSION

    @property
    def digest(self) -> str:
        """The same for the same content, so it can be printed on the hand-over list and compared by eye."""
        return hashlib.sha256(canonical(_said(self))).hexdigest()


def canonical(value: object) -> bytes:
    """JSON with one spelling only, so that digests agree."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def to_bytes(manifest: Manifest) -> bytes:
    """The cover sheet as it lies in the package."""
    return canonical({**_said(manifest), "digest": manifest.digest})


def from_plain(plain: Mapping[str, Any]) -> Manifest:
    """Reads the cover sheet. Raises KeyError, TypeError or ValueError where it is none of this version.

    Of its spelling only ours is taken, so that one package has one digest and nothing lies hidden in it.
    """
    office = plain["office"]
    manifest = Manifest(
        office=Office(
            code=_text(office["code"]),
            name=_text(office["name"]),
            full_name=_text(office["full_name"]),
            level=Level(office["level"]),
            prefix=_text(office["prefix"]),
        ),
        year=_whole(plain["year"]),
        sequence=_whole(plain["sequence"]),
        made_at=_moment(plain["made_at"]),
        made_by=_text(plain["made_by"]),
        counts={str(Kind(kind)): _whole(count) for kind, count in plain["counts"].items()},
        parts={name: Part(_whole(part["size"]), _text(part["sha256"])) for name, part in plain["parts"].items()},
        version=_whole(plain["version"]),
    )
    if not 1 <= manifest.version <= VERSION:
        raise ValueError("version")
    if canonical(plain) != to_bytes(manifest):
        raise ValueError("digest")
    return manifest


def _text(value: object) -> str:
    if not isinstance(value, str) or not is_plain_text(value, _LONGEST_TEXT):
        raise ValueError(value)
    return value


def _moment(value: object) -> str:
    text = _text(value)
    datetime.fromisoformat(text)
    return text


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def _said(manifest: Manifest) -> dict[str, Any]:
    office = manifest.office
    return {
        "format": FORMAT,
        "version": manifest.version,
        "office": {
            "code": office.code,
            "name": office.name,
            "full_name": office.full_name,
            "level": str(office.level),
            "prefix": office.prefix,
        },
        "year": manifest.year,
        "sequence": manifest.sequence,
        "made_at": manifest.made_at,
        "made_by": manifest.made_by,
        "counts": dict(manifest.counts),
        "parts": {name: {"size": part.size, "sha256": part.sha256} for name, part in manifest.parts.items()},
    }
