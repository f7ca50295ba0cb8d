"""Evidence (佐证材料) kept beside a record."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Attachment:
    """One evidence file. `digest` is the SHA-256 of its bytes in hex, `size` is in bytes, `dated` is ISO."""

    uid: str
    record: str
    kind: str
    title: str
    name: str
    dated: str
    digest: str
    size: int
