"""Drafts (草稿): what was typed and not yet saved, kept against a power cut and offered back."""

import json
from collections.abc import Mapping

from sqlite_utils import Database

from jizhou_desktop.store.connection import writing


class Drafts:
    """The drafts of one workspace, one for each form and record; a new record's draft has a blank record number."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database

    def keep(self, form: str, record: str, raw: Mapping[str, str], *, at: str) -> None:
        """Keeps what is typed, in place of the draft before."""
        answers = json.dumps(dict(raw), ensure_ascii=False)
        row = {"form": form, "record": record, "answers": answers, "kept_at": at}
        with writing(self._database):
            self._database.table("drafts").upsert(row, pk=("form", "record"))

    def find(self, form: str, record: str) -> dict[str, str] | None:
        """What was typed; None where nothing is left over."""
        sql = "SELECT answers FROM drafts WHERE form = ? AND record = ?"
        row = self._database.execute(sql, [form, record]).fetchone()
        return None if row is None else json.loads(row[0])

    def drop(self, form: str, record: str) -> None:
        """Forgets a draft: its answers were saved or thrown away."""
        with writing(self._database):
            self._database.conn.execute("DELETE FROM drafts WHERE form = ? AND record = ?", [form, record])
