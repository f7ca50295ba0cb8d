"""A record as a row of the database and back, with the digest that shows damage."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from jizhou_desktop.domain.record import Kind, Record, as_plain, from_plain
from jizhou_desktop.store.search_words import words_of

OWN_COLUMNS = (
    "uid", "kind", "office", "form", "form_version", "year", "parent", "closed", "revision", "changed_at",
    "changed_by",
)  # fmt: skip
TEXT_COLUMNS = ("name", "uscc", "legal_person", "place", "industry", "path", "state")
WHOLE_COLUMNS = ("count", "amount", "revenue", "employees")
COLUMNS = (*OWN_COLUMNS, "answers", "digest", *TEXT_COLUMNS, *WHOLE_COLUMNS)


def canonical(record: Record) -> str:
    """The record in one spelling only, as it is digested and kept in the history."""
    return json.dumps(as_plain(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(record: Record) -> str:
    """The SHA-256 over the record, in hex."""
    return hashlib.sha256(canonical(record).encode()).hexdigest()


def row_of(record: Record) -> dict[str, Any]:
    """The record's row. Damaged bytes show when the row no longer fits its record (`doctor.py`)."""
    plain = as_plain(record)
    values = plain.pop("values")
    return {
        **plain,
        "answers": json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        "digest": digest_of(record),
        **{name: values.get(name) for name in TEXT_COLUMNS},
        # 不适用 and 未取得 are answers, but nothing that can be summed
        **{name: record.whole(name) for name in WHOLE_COLUMNS},
    }


def finder_row(record: Record) -> tuple[str, str, str, str] | None:
    """What the record is found by: uid, kind, name, line of words; None where it is closed."""
    return None if record.closed else (record.uid, str(record.kind), record.text("name"), words_of(record))


def record_of(row: Mapping[str, Any]) -> Record:
    """Reads a row back."""
    plain = {name: row[name] for name in OWN_COLUMNS}
    return Record(**{**plain, "kind": Kind(plain["kind"]), "values": json.loads(row["answers"])})


def record_of_state(state: str) -> Record:
    """Reads a state of the history back."""
    return from_plain(json.loads(state))
