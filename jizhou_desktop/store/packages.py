"""The register of packages sent and taken in (数据包登记)."""

from sqlite_utils import Database

from jizhou_desktop.store.connection import writing

SENT, TAKEN = "sent", "taken"


class Packages:
    """Which packages left this workspace and which came in."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database

    def next_sequence(self, year: int) -> int:
        """The number of the next package for that year, from 1."""
        return (self._last("direction = ? AND year = ?", SENT, year) or 0) + 1

    def last_taken(self, office: str, year: int) -> int | None:
        """The number of the last package taken in from an office for a year; None where none was."""
        return self._last("direction = ? AND office = ? AND year = ?", TAKEN, office, year)

    def record_sent(self, year: int, sequence: int, digest: str, file: str, *, by: str, at: str) -> None:
        """Notes a package that was written."""
        self._note(SENT, "", year, sequence, digest=digest, file=file, by=by, at=at)

    def record_taken(
        self, office: str, year: int, sequence: int, digest: str, file: str, *, by: str, at: str
    ) -> None:
        """Notes a package that was taken in."""
        self._note(TAKEN, office, year, sequence, digest=digest, file=file, by=by, at=at)

    def rows(self) -> list[dict[str, str | int]]:
        """All packages, the latest first."""
        return list(self._database.table("packages").rows_where(order_by="number desc"))

    def _last(self, where: str, *values: str | int) -> int | None:
        found = self._database.execute(f"SELECT max(sequence) FROM packages WHERE {where}", values).fetchone()[0]
        return None if found is None else int(found)

    def _note(
        self, direction: str, office: str, year: int, sequence: int, *, digest: str, file: str, by: str, at: str
    ) -> None:
        with writing(self._database):
            self._database.table("packages").insert(
                {
                    "direction": direction,
                    "office": office,
                    "year": year,
                    "sequence": sequence,
                    "digest": digest,
                    "file": file,
                    "noted_by": by,
                    "noted_at": at,
                }
            )
