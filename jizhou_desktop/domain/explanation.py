"""An explanation (核实说明): why what a rule asks about is right, for the very values that were asked about."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from jizhou_desktop.domain.record import Value


@dataclass(frozen=True)
class Explanation:
    """What was said of a record's answer to one rule, by whom, when (ISO); `values_digest` says of which values."""

    record: str
    rule: str
    values_digest: str
    text: str
    said_by: str
    said_at: str


def digest_of_values(values: Mapping[str, Value]) -> str:
    """The SHA-256 of values in hex: another figure gives another digest, and the explanation lapses."""
    return hashlib.sha256(json.dumps(dict(values), ensure_ascii=False, sort_keys=True).encode()).hexdigest()
