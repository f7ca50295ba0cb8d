"""The register of workbooks taken in (导入登记): which records each wrote, so that it can be taken back as one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from jizhou_desktop.domain.record import Record
from jizhou_desktop.store.connection import writing

_REMEMBERED = "take-in.columns"


@dataclass(frozen=True)
class TakeInRow:
    """One workbook taken in. `counts` says how many rows were new and changed; `undone_at` is blank while it stands."""

    number: int
    file: str
    counts: Mapping[str, int]
    taken_by: str
    taken_at: str
    undone_by: str = ""
    undone_at: str = ""


class TakeIns:
    """What was taken in, and how the official matched columns before."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database

    def note(self, file: str, counts: Mapping[str, int], saved: Iterable[Record], *, by: str, at: str) -> None:
        """Notes a workbook with what it wrote. To be called inside the transaction that stores the records."""
        execute = self._database.conn.execute
        cursor = execute(
            "INSERT INTO take_ins (file, counts, taken_by, taken_at, undone_by, undone_at) VALUES (?, ?, ?, ?, '', '')",
            [file, json.dumps(dict(counts)), by, at],
        )
        for record in saved:
            execute("INSERT INTO take_in_records VALUES (?, ?, ?)", [cursor.lastrowid, record.uid, record.revision])

    def note_undone(self, number: int, *, by: str, at: str) -> None:
        """Notes that it was taken back. To be called inside the transaction that puts the records back."""
        sql = "UPDATE take_ins SET undone_by = ?, undone_at = ? WHERE number = ?"
        self._database.conn.execute(sql, [by, at, number])

    def rows(self) -> list[TakeInRow]:
        """All workbooks taken in, the latest first."""
        return [_read(row) for row in self._database.table("take_ins").rows_where(order_by="number desc")]

    def written(self, number: int) -> list[tuple[str, int]]:
        """The records that a take-in wrote: uid, and the revision it gave."""
        sql = "SELECT uid, revision FROM take_in_records WHERE take_in = ? ORDER BY rowid"
        return list(self._database.execute(sql, [number]).fetchall())

    def remembered(self) -> dict[str, dict[str, str]]:
        """How headings were matched before, by what the rows were: heading → `form.field`, blank for left out."""
        found = self._database.execute("SELECT value FROM settings WHERE name = ?", [_REMEMBERED]).fetchone()
        return json.loads(found[0]) if found else {}

    def remember(self, subject: str, chosen: Mapping[str, str]) -> None:
        """Keeps how headings were matched, beside what was kept before."""
        held = self.remembered()
        held[subject] = {**held.get(subject, {}), **chosen}
        with writing(self._database):
            row = {"name": _REMEMBERED, "value": json.dumps(held, ensure_ascii=False)}
            self._database.table("settings").upsert(row, pk="name")


def _read(row: dict[str, str]) -> TakeInRow:
    return TakeInRow(**{**row, "counts": json.loads(row["counts"])})
