"""The package's cover sheet (数据包封面): whose data, which year, what is inside, and the digest over all of it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jizhou_desktop.domain.office import Level, Office

FORMAT = "jizhou-package"
VERSION = 1


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
    """Reads the cover sheet. Raises KeyError, TypeError or ValueError where it is none of this version."""
    office = plain["office"]
    manifest = Manifest(
        office=Office(office["code"], office["name"], office["full_name"], Level(office["level"]), office["prefix"]),
        year=_whole(plain["year"]),
        sequence=_whole(plain["sequence"]),
        made_at=str(plain["made_at"]),
        made_by=str(plain["made_by"]),
        counts={str(kind): _whole(count) for kind, count in plain["counts"].items()},
        parts={str(name): Part(_whole(part["size"]), str(part["sha256"])) for name, part in plain["parts"].items()},
    )
    if plain["digest"] != manifest.digest:
        raise ValueError("digest")
    return manifest


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def _said(manifest: Manifest) -> dict[str, Any]:
    office = manifest.office
    return {
        "format": FORMAT,
        "version": VERSION,
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
