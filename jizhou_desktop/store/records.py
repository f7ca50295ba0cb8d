"""The records of one workspace: saved with a new revision, never deleted, found again."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Change, Kind, Record
from jizhou_desktop.store.connection import writing
from jizhou_desktop.store.finder import Finder
from jizhou_desktop.store.history import GONE, History
from jizhou_desktop.store.record_rows import COLUMNS, finder_row, record_of, row_of
from jizhou_desktop.store.shelf import Shelf

_SAVE = (
    f"INSERT INTO records ({', '.join(COLUMNS)}) VALUES ({', '.join(f':{name}' for name in COLUMNS)}) "
    f"ON CONFLICT (uid) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in COLUMNS[1:])}"
)
_ONLY_OPEN = " AND closed = ''"
_AMONG = "uid IN (SELECT value FROM json_each(?))"


class Records:
    """Saves and finds records. `by` is the clerk's name, `at` an ISO time with seconds."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database
        self._history = History(database)
        self._finder = Finder(database)

    def save(self, record: Record, *, by: str, at: str, why: str = "") -> Record:
        """Saves one record as its next revision. Raises UserError where it was changed since it was read."""
        return self.save_all([record], by=by, at=at, why=why)[0]

    def save_all(
        self,
        records: Iterable[Record],
        *,
        by: str,
        at: str,
        why: str = "",
        note: Callable[[list[Record]], object] | None = None,
    ) -> list[Record]:
        """Saves all or none, each as its next revision; `note` is called within the same transaction."""
        with writing(self._database):
            saved = [self._save_next(record, by=by, at=at, why=why) for record in records]
            if note is not None:
                note(saved)
            return saved

    def receive(self, records: Iterable[Record], *, gone: Iterable[Record] = (), by: str, at: str) -> None:
        """Stores another office's records exactly as they are; `gone` leave the tables and stay in the history."""
        with writing(self._database):
            for record in records:
                self._store(record, by=by, at=at, why="导入数据包")
            for record in gone:
                self._history.add(record, by=by, at=at, why=GONE)
                self._remove(record.uid)

    def get(self, uid: str) -> Record | None:
        """One record, closed or not; None where there is none."""
        rows = self._database.query("SELECT * FROM records WHERE uid = ?", [uid])
        return next((record_of(row) for row in rows), None)

    def all_of(
        self,
        kind: Kind,
        *,
        year: int | None = None,
        office: str | None = None,
        parent: str | None = None,
        closed: bool = False,
    ) -> list[Record]:
        """The records of a kind that fit, by name then uid; closed ones only where asked for."""
        wanted = {"year": year, "office": office, "parent": parent}
        given = {name: value for name, value in wanted.items() if value is not None}
        where = ["kind = :kind", *(f"{name} = :{name}" for name in given)] + ([] if closed else ["closed = ''"])
        rows = self._database.query(
            f"SELECT * FROM records WHERE {' AND '.join(where)} ORDER BY name, uid",
            {"kind": str(kind), **given},
        )
        return [record_of(row) for row in rows]

    def children(self, uid: str) -> list[str]:
        """The uids of the open records, of whatever kind, that belong to a record."""
        rows = self._database.execute("SELECT uid FROM records WHERE parent = ? AND closed = '' ORDER BY uid", [uid])
        return [row[0] for row in rows.fetchall()]

    def count(self, kind: Kind, text: str = "") -> int:
        """How many open records of a kind hold every word of `text`."""
        if text.strip():
            return len(self.find(kind, text))
        sql = "SELECT count(*) FROM records WHERE kind = ? AND closed = ''"
        return int(self._database.execute(sql, [str(kind)]).fetchone()[0])

    def find(self, kind: Kind, text: str) -> list[str]:
        """The uids of the open records that hold every word of `text`, by name: quick enough for each key typed.

        A word is any part of a name, former name, code, person, phone, product or address, or the pinyin of a name.
        """
        return self._finder.find(kind, text)

    def names(self, kind: Kind) -> Iterable[tuple[str, str]]:
        """The uid and name of every open record of a kind, from memory."""
        return self._finder.names(kind)

    def marks(self, kind: Kind, text: str) -> tuple[Sequence[str], bytes]:
        """The same for a list that has an order of its own: the uids of all open records (the same list object while
        none changes), and a 1 for each that fits.
        """
        return self._finder.marks(kind, text)

    def find_ready(self, kind: Kind) -> bool:
        """Whether the words to find are in memory, so that `find` answers within a frame."""
        return self._finder.ready(kind)

    def take_words(self, kind: Kind, words: Shelf) -> None:
        """Takes over words that were read elsewhere (`Workspace.read_words`)."""
        self._finder.take(kind, words)

    def search(self, kind: Kind, text: str, *, limit: int | None = None) -> list[Record]:
        """The same as whole records; all open ones where `text` is blank."""
        uids = json.dumps(self.find(kind, text)[:limit])
        rows = self._database.query(f"SELECT * FROM records WHERE {_AMONG} ORDER BY name, uid", [uids])
        return [record_of(row) for row in rows]

    def rows(
        self,
        kind: Kind,
        columns: Sequence[str],
        *,
        answers: Sequence[str] = (),
        closed: bool = False,
        text: str = "",
        order: str = "name",
        descending: bool = False,
        offset: int = 0,
        limit: int | None = None,
    ) -> list[tuple[Any, ...]]:
        """Real columns of the records that fit, and behind them some of their form's other answers, in order: what a
        long list shows and no more. Closed records only where asked for; the names of answers are those of forms.
        """
        where, values = f"kind = ?{'' if closed else _ONLY_OPEN}", [str(kind)]
        if text.strip():
            where, values = _AMONG, [json.dumps(self.find(kind, text))]
        direction = "DESC" if descending else "ASC"
        wanted = [*columns, *(f"answers ->> '$.{name}'" for name in answers)]
        sql = (
            f"SELECT {', '.join(wanted)} FROM records WHERE {where} ORDER BY {order} {direction}, uid LIMIT ? OFFSET ?"
        )
        return self._database.execute(sql, [*values, -1 if limit is None else limit, offset]).fetchall()

    def history(self, uid: str) -> list[Change]:
        """Every state of a record, oldest first."""
        return self._history.of(uid)

    def saved_together(self, beginning: str) -> list[tuple[str, str, str, int]]:
        """Changes by their common reason, the newest first: reason, when, by whom, how many."""
        return self._history.together(beginning)

    def revisions_because(self, why: str) -> list[tuple[str, int]]:
        """The uid and revision of every state noted for that reason."""
        return self._history.because(why)

    def put_back(self, uid: str, revision: int, *, by: str, at: str) -> Record:
        """Makes the state of an earlier revision the newest one. Raises UserError where there is no such revision."""
        now = self._must(uid)
        for change in self.history(uid):
            if change.record.revision == revision:
                earlier = replace(now, values=change.record.values, closed=change.record.closed)
                return self.save(earlier, by=by, at=at, why=f"恢复第{revision}版")
        raise UserError(f"没有第{revision}版，无法恢复。")

    def close_record(self, uid: str, reason: str, *, by: str, at: str) -> Record:
        """Closes a record (注销、迁出): it leaves the lists and stays in the store."""
        if not reason.strip():
            raise UserError("请写明关闭档案的原因，如“注销”“迁出”。")
        return self.save(replace(self._must(uid), closed=reason.strip()), by=by, at=at, why=reason.strip())

    def reopen(self, uid: str, *, by: str, at: str) -> Record:
        """Takes a closed record into the lists again. Raises UserError where it is not closed."""
        record = self._must(uid)
        if not record.closed:
            raise UserError("这份档案没有关闭，不需要重新启用。")
        return self.save(replace(record, closed=""), by=by, at=at, why="重新启用")

    def _must(self, uid: str) -> Record:
        record = self.get(uid)
        if record is None:
            raise UserError(f"没有记录号为“{uid}”的记录，可能已被移走，请重新查找。")
        return record

    def _save_next(self, record: Record, *, by: str, at: str, why: str) -> Record:
        held = self.get(record.uid)
        if held is None and record.revision:
            raise UserError("这条记录已被移走（报送单位的数据包不再含有它），没有保存，请重新查找。")
        if held is not None and held.revision != record.revision:
            when = held.changed_at[:16].replace("T", " ")
            raise UserError(f"这条记录已由{held.changed_by}于{when}改过（第{held.revision}版），请重新打开后再改。")
        saved = replace(record, revision=record.revision + 1, changed_at=at, changed_by=by)
        self._store(saved, by=by, at=at, why=why)
        return saved

    def _store(self, record: Record, *, by: str, at: str, why: str) -> None:
        self._database.conn.execute(_SAVE, row_of(record))
        self._database.conn.execute("DELETE FROM finder WHERE uid = ?", [record.uid])
        found_by = finder_row(record)
        if found_by is not None:
            self._database.conn.execute("INSERT INTO finder (uid, kind, name, words) VALUES (?, ?, ?, ?)", found_by)
        self._history.add(record, by=by, at=at, why=why)

    def _remove(self, uid: str) -> None:
        for table in ("finder", "records"):
            self._database.conn.execute(f"DELETE FROM {table} WHERE uid = ?", [uid])
