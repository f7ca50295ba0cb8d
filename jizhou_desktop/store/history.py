"""The history (修改历史): every state a record was in, only ever added to, linked by a chain of hashes."""

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from jizhou_desktop.domain.record import Change, Record
from jizhou_desktop.store.record_rows import canonical, record_of_state

GENESIS = "0" * 64
GONE = "报送单位不再保留"
"""Why a state was noted when the record itself left the tables; only another office's record ever does."""


class History:
    """The history of all records of one workspace."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it reads and adds to."""
        self._database = database

    def add(self, record: Record, *, by: str, at: str, why: str) -> None:
        """Adds a state. To be called inside the transaction that stores the record."""
        row = {
            "uid": record.uid,
            "revision": record.revision,
            "noted_at": at,
            "noted_by": by,
            "why": why,
            "state": canonical(record),
        }
        last = self._database.conn.execute("SELECT chain FROM history ORDER BY number DESC LIMIT 1").fetchone()
        self._database.conn.execute(
            "INSERT INTO history (uid, revision, noted_at, noted_by, why, state, chain) "
            "VALUES (:uid, :revision, :noted_at, :noted_by, :why, :state, :chain)",
            {**row, "chain": link(last[0] if last else GENESIS, row)},
        )

    def of(self, uid: str) -> list[Change]:
        """The states of one record, oldest first, each with the values that it changed as they were before."""
        changes: list[Change] = []
        for row in self._database.query("SELECT * FROM history WHERE uid = ? ORDER BY number", [uid]):
            record = record_of_state(row["state"])
            earlier = changes[-1].record if changes else None
            changes.append(Change(record, row["why"], _before(earlier, record)))
        return changes

    def together(self, beginning: str) -> list[tuple[str, str, str, int]]:
        """States that share a reason beginning so, the newest first: reason, when, by whom, how many."""
        sql = (
            "SELECT why, min(noted_at), min(noted_by), count(*) FROM history WHERE substr(why, 1, ?) = ? "
            "GROUP BY why ORDER BY max(number) DESC"
        )
        return self._database.execute(sql, [len(beginning), beginning]).fetchall()

    def because(self, why: str) -> list[tuple[str, int]]:
        """The uid and revision of every state of that reason, in the order they were noted."""
        sql = "SELECT uid, revision FROM history WHERE why = ? ORDER BY number"
        return self._database.execute(sql, [why]).fetchall()

    def broken_links(self) -> Iterator[int]:
        """The numbers of the states that do not follow from the one before: damaged or altered."""
        previous = GENESIS
        for row in self._database.query("SELECT * FROM history ORDER BY number"):
            if row["chain"] != link(previous, row):
                yield row["number"]
            previous = row["chain"]


def link(previous: str, row: dict[str, Any]) -> str:
    """The hash that ties a state to the one before, SHA-256 in hex."""
    said = [previous, *(str(row[name]) for name in ("uid", "revision", "noted_at", "noted_by", "why", "state"))]
    return hashlib.sha256("\x00".join(said).encode()).hexdigest()


def _before(earlier: Record | None, now: Record) -> dict[str, Any]:
    if earlier is None:
        return {}
    names = {**earlier.values, **now.values}
    return {name: earlier[name] for name in names if earlier[name] != now[name]}
