"""Explanations (核实说明): why a figure that a rule asks about is right; void as soon as the figure changes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Value
from jizhou_desktop.store.connection import writing


@dataclass(frozen=True)
class Explanation:
    """What was said, by whom, when (ISO)."""

    text: str
    said_by: str
    said_at: str


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
        row = {
            "record": record,
            "rule": rule,
            "values_digest": _digest(values),
            "text": text.strip(),
            "said_by": by,
            "said_at": at,
        }
        with writing(self._database):
            self._database.table("explanations").upsert(row, pk=("record", "rule"))

    def find(self, record: str, rule: str, values: Mapping[str, Value]) -> Explanation | None:
        """The explanation that still holds for these values; None where there is none or a value changed since."""
        sql = "SELECT values_digest, text, said_by, said_at FROM explanations WHERE record = ? AND rule = ?"
        row = self._database.execute(sql, [record, rule]).fetchone()
        return Explanation(*row[1:]) if row is not None and row[0] == _digest(values) else None


def _digest(values: Mapping[str, Value]) -> str:
    return hashlib.sha256(json.dumps(dict(values), ensure_ascii=False, sort_keys=True).encode()).hexdigest()
