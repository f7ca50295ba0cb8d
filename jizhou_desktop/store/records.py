"""The records of one workspace: saved with a new revision, never deleted, found again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Change, Kind, Record
from jizhou_desktop.store.connection import writing
from jizhou_desktop.store.history import History
from jizhou_desktop.store.record_rows import COLUMNS, record_of, row_of
from jizhou_desktop.store.search_words import words_of, words_typed

_SAVE = (
    f"INSERT INTO records ({', '.join(COLUMNS)}) VALUES ({', '.join(f':{name}' for name in COLUMNS)}) "
    f"ON CONFLICT (uid) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in COLUMNS[1:])} "
    "RETURNING rowid"
)


class Records:
    """Saves and finds records. `by` is the clerk's name, `at` an ISO time with seconds."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database
        self._history = History(database)

    def save(self, record: Record, *, by: str, at: str, why: str = "") -> Record:
        """Saves one record as its next revision. Raises UserError where it was changed since it was read."""
        return self.save_all([record], by=by, at=at, why=why)[0]

    def save_all(self, records: Iterable[Record], *, by: str, at: str, why: str = "") -> list[Record]:
        """Saves all or none, each as its next revision."""
        with writing(self._database):
            return [self._save_next(record, by=by, at=at, why=why) for record in records]

    def receive(self, records: Iterable[Record], *, gone: Iterable[Record] = (), by: str, at: str) -> None:
        """Stores another office's records exactly as they are; `gone` leave the tables and stay in the history."""
        with writing(self._database):
            for record in records:
                self._store(record, by=by, at=at, why="导入数据包")
            for record in gone:
                self._history.add(record, by=by, at=at, why="报送单位不再保留")
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

    def count(self, kind: Kind, text: str = "") -> int:
        """How many open records of a kind hold every word of `text`."""
        source, where, values = _finding(kind, text)
        return int(self._database.execute(f"SELECT count(*) FROM {source} WHERE {where}", values).fetchone()[0])

    def search(self, kind: Kind, text: str, *, limit: int | None = None) -> list[Record]:
        """The open records that hold every word of `text`: any part of a name, code, person, product or address."""
        source, where, values = _finding(kind, text)
        rows = self._database.query(
            f"SELECT records.* FROM {source} WHERE {where} ORDER BY records.name, uid LIMIT :limit",
            {**values, "limit": -1 if limit is None else limit},
        )
        return [record_of(row) for row in rows]

    def rows(
        self, kind: Kind, columns: Sequence[str], *, text: str = "", order: str = "name", descending: bool = False
    ) -> list[tuple[object, ...]]:
        """Real columns of all open records that fit, in order: what a long list shows and no more."""
        source, where, values = _finding(kind, text)
        said = ", ".join(f"records.{column}" for column in columns)
        direction = "DESC" if descending else "ASC"
        sql = f"SELECT {said} FROM {source} WHERE {where} ORDER BY records.{order} {direction}, records.uid"
        return self._database.execute(sql, values).fetchall()

    def history(self, uid: str) -> list[Change]:
        """Every state of a record, oldest first."""
        return self._history.of(uid)

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

    def _must(self, uid: str) -> Record:
        record = self.get(uid)
        if record is None:
            raise UserError(f"没有记录号为“{uid}”的记录，可能已被移走，请重新查找。")
        return record

    def _save_next(self, record: Record, *, by: str, at: str, why: str) -> Record:
        held = self.get(record.uid)
        if held is not None and held.revision != record.revision:
            raise UserError(
                f"这条记录已由{held.changed_by}于{held.changed_at}改过（第{held.revision}版），请重新打开后再改。"
            )
        saved = replace(record, revision=record.revision + 1, changed_at=at, changed_by=by)
        self._store(saved, by=by, at=at, why=why)
        return saved

    def _store(self, record: Record, *, by: str, at: str, why: str) -> None:
        rowid = self._database.conn.execute(_SAVE, row_of(record)).fetchone()[0]
        self._database.conn.execute("DELETE FROM finder WHERE rowid = ?", [rowid])
        if record.kind is Kind.ENTERPRISE:
            self._database.conn.execute("INSERT INTO finder (rowid, words) VALUES (?, ?)", [rowid, words_of(record)])
        self._history.add(record, by=by, at=at, why=why)

    def _remove(self, uid: str) -> None:
        self._database.conn.execute("DELETE FROM finder WHERE rowid = (SELECT rowid FROM records WHERE uid = ?)", [uid])
        self._database.conn.execute("DELETE FROM records WHERE uid = ?", [uid])


def _finding(kind: Kind, text: str) -> tuple[str, str, dict[str, object]]:
    """The tables, the conditions and the bound values that find open records holding every word of `text`."""
    where = ["records.kind = :kind", "records.closed = ''"]
    words = {f"word{number}": word for number, word in enumerate(words_typed(text))}
    where += [f"instr(finder.words, :{name}) > 0" for name in words]
    # CROSS JOIN keeps SQLite's planner from looking each record's line up by itself: reading them in order is faster.
    source = "finder CROSS JOIN records ON records.rowid = finder.rowid" if words else "records"
    return source, " AND ".join(where), {"kind": str(kind), **words}
