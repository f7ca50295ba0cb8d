"""Explanations (核实说明): why a figure that a rule asks about is right; void as soon as the figure changes."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.explanation import Explanation, digest_of_values
from jizhou_desktop.domain.record import Value
from jizhou_desktop.store.connection import writing

_KEY = ("record", "rule")


class Explanations:
    """The explanations of one workspace, one for each record and rule."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database

    def give(self, record: str, rule: str, values: Mapping[str, Value], text: str, *, by: str, at: str) -> None:
        """Keeps an explanation together with the digest of the values that the rule read.

        Raises UserError where it says nothing.
        """
        if not text.strip():
            raise UserError("请填写核实说明，写明数据为何属实。")
        row = Explanation(record, rule, digest_of_values(values), text.strip(), by, at)
        with writing(self._database):
            self._database.table("explanations").upsert(asdict(row), pk=_KEY)

    def withdraw(self, record: str, rule: str) -> None:
        """Forgets an explanation: the question stands open again."""
        with writing(self._database):
            self._database.conn.execute("DELETE FROM explanations WHERE record = ? AND rule = ?", [record, rule])

    def receive(self, records: Iterable[str], explanations: Iterable[Explanation]) -> None:
        """Another office's explanations of these records, in place of those that were held."""
        with writing(self._database):
            self._database.conn.execute(
                "DELETE FROM explanations WHERE record IN (SELECT value FROM json_each(?))", [json.dumps(list(records))]
            )
            self._database.table("explanations").upsert_all([asdict(row) for row in explanations], pk=_KEY)

    def find(self, record: str, rule: str, values: Mapping[str, Value]) -> Explanation | None:
        """The explanation that still holds for these values; None where there is none or a value changed since."""
        held = self.last(record, rule)
        return held if held is not None and held.values_digest == digest_of_values(values) else None

    def last(self, record: str, rule: str) -> Explanation | None:
        """What was said last, whether it still holds or not."""
        return next(iter(self._rows("record = ? AND rule = ?", record, rule)), None)

    def all(self) -> list[Explanation]:
        """All that was said, whether it still holds or not."""
        return self._rows("1 = ?", 1)

    def _rows(self, where: str, *values: str | int) -> list[Explanation]:
        rows = self._database.table("explanations").rows_where(where, values, order_by="record, rule")
        return [Explanation(**row) for row in rows]
