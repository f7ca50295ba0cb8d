"""The register of packages sent and taken in (数据包登记)."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from jizhou_desktop.store.connection import writing

SENT, TAKEN = "sent", "taken"


@dataclass(frozen=True)
class PackageRow:
    """One package that left this workspace (sent) or came in (taken): whose, which year and number, what was inside.

    `counts` says how many records of each kind; `evidence` how many files; `noted_at` is ISO.
    """

    direction: str
    office: str
    year: int
    sequence: int
    digest: str
    file: str
    counts: Mapping[str, int]
    evidence: int
    noted_by: str
    noted_at: str


class Packages:
    """Which packages left this workspace and which came in."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database

    def note(self, row: PackageRow) -> None:
        """Notes a package that was written or taken in."""
        with writing(self._database):
            self._database.table("packages").insert({**asdict(row), "counts": json.dumps(dict(row.counts))})

    def next_sequence(self, year: int) -> int:
        """The number of the next package for that year, from 1."""
        last = self.last_sent(year)
        return last.sequence + 1 if last else 1

    def last_sent(self, year: int) -> PackageRow | None:
        """The last package sent for a year; None where none was."""
        return self._last("direction = ? AND year = ?", SENT, year)

    def last_taken(self, office: str, year: int) -> PackageRow | None:
        """The last package taken in from an office for a year; None where none was."""
        return self._last("direction = ? AND office = ? AND year = ?", TAKEN, office, year)

    def rows(self) -> list[PackageRow]:
        """All packages, the latest first."""
        return [_read(row) for row in self._database.table("packages").rows_where(order_by="number desc")]

    def _last(self, where: str, *values: str | int) -> PackageRow | None:
        rows = self._database.table("packages").rows_where(
            where, values, order_by="sequence desc, number desc", limit=1
        )
        return next((_read(row) for row in rows), None)


def _read(row: dict[str, str | int]) -> PackageRow:
    held = {name: value for name, value in row.items() if name != "number"}
    return PackageRow(**{**held, "counts": json.loads(str(row["counts"]))})
