"""What lies in a package, under which names, and how large each part may be."""

import re

MANIFEST = "manifest.json"
RECORDS = "records.jsonl"
ATTACHMENTS = "attachments.jsonl"
EXPLANATIONS = "explanations.jsonl"
"""Since version 2."""

MOST_PARTS = 50_000
MOST_BYTES = {MANIFEST: 16 << 20, RECORDS: 512 << 20, ATTACHMENTS: 64 << 20, EXPLANATIONS: 64 << 20}
MOST_BYTES_AT_ONCE = 16 << 20
MOST_ROWS = 500_000
MOST_BYTES_OF_A_ROW = 1 << 20
MOST_EVIDENCE_BYTES = 200 << 20
MOST_BYTES_IN_ALL = 8 << 30
MOST_RATIO = 200
"""A part may unpack to this many times its packed size; text of records packs about 10 to 1."""

_EVIDENCE = re.compile(r"attachments/[0-9a-f]{64}")


def evidence_part(digest: str) -> str:
    """The name of an evidence file in the package: its SHA-256, so no name from outside is ever a path."""
    return f"attachments/{digest}"


def is_known_part(name: str) -> bool:
    """Whether the package may hold a part of that name."""
    return name in MOST_BYTES or _EVIDENCE.fullmatch(name) is not None


def most_bytes(name: str) -> int:
    """How many bytes that part may unpack to."""
    return MOST_BYTES.get(name, MOST_EVIDENCE_BYTES)
