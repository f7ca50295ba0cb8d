"""Finding records while an official types: every record's line of words held in memory and read through.

Measured with 100,000 enterprises, see docs/performance.md. Tried before: SQL's instr over the same lines takes 60 to
200 ms; FTS5's `trigram` finds nothing of two characters, its `unicode61` no part of a Chinese phrase, and a token a
character makes phrases of digits or letters take seconds.
"""

import json
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.store.search_words import FOUND_FOR_PARENT, with_children
from jizhou_desktop.store.shelf import Entry, Shelf

_MOST_SINGLE_CHANGES = 500
_LAST = "SELECT max(number) FROM history"
_CHANGED = (
    "SELECT DISTINCT uid, json_extract(state, '$.kind'), json_extract(state, '$.parent') FROM history WHERE number > ?"
)
_CHILDREN = (
    "SELECT records.parent, finder.words FROM finder JOIN records USING (uid) "
    "WHERE finder.kind IN (SELECT value FROM json_each(?)) AND records.parent IS NOT NULL"
)
_OF_PARENT = "AND records.parent IN (SELECT value FROM json_each(?))"


class Finder:
    """The shelves of one workspace, brought up to date before each search, whoever changed a record."""

    def __init__(self, database: Database) -> None:
        """Keeps the database that it reads."""
        self._database = database
        self._shelves: dict[Kind, Shelf] = {}

    def find(self, kind: Kind, text: str) -> list[str]:
        """The uids of the open records that hold every word of `text`, by name; all of them where it is blank."""
        return self._shelf(kind).find(text)

    def names(self, kind: Kind) -> Iterable[tuple[str, str]]:
        """The uid and name of every open record, from memory."""
        return self._shelf(kind).names()

    def marks(self, kind: Kind, text: str) -> tuple[Sequence[str], bytes]:
        """All open records by name, and a 1 for each that holds every word: quicker than listing those that do."""
        shelf = self._shelf(kind)
        return shelf.uids, shelf.marks(text)

    def ready(self, kind: Kind) -> bool:
        """Whether a search is answered at once: the words are held, and few records changed since they were read."""
        shelf = self._shelves.get(kind)
        return shelf is not None and len(self._changed(shelf)) <= _MOST_SINGLE_CHANGES

    def take(self, kind: Kind, shelf: Shelf) -> None:
        """Takes over a shelf that was read elsewhere; what changed since is read before the next search."""
        self._shelves[kind] = shelf

    def _shelf(self, kind: Kind) -> Shelf:
        """The shelf as of now. Each change adds to the history, also one made in another window."""
        shelf = self._shelves.get(kind)
        changed = self._changed(shelf) if shelf else []
        if shelf is None or len(changed) > _MOST_SINGLE_CHANGES:
            shelf = self._shelves[kind] = read_shelf(self._database, kind)
        elif changed:
            self._renew(kind, shelf, changed)
        return shelf

    def _changed(self, shelf: Shelf) -> list[tuple[str, str, str | None]]:
        last = _last_change(self._database)
        return self._database.execute(_CHANGED, [shelf.seen]).fetchall() if last != shelf.seen else []

    def _renew(self, kind: Kind, shelf: Shelf, changed: Sequence[tuple[str, str, str | None]]) -> None:
        last = _last_change(self._database)
        uids = {uid for uid, of, _parent in changed if of == kind}
        uids |= {parent for _uid, of, parent in changed if parent and of in FOUND_FOR_PARENT}
        found = {uid: entry for entry in _entries(self._database, kind, sorted(uids)) for uid in (entry[1],)}
        shelf.change({uid: found.get(uid) for uid in uids}, seen=last)


def read_shelf(database: Database, kind: Kind) -> Shelf:
    """The words of all open records of a kind; what is saved meanwhile is read again at the next search."""
    last = _last_change(database)
    return Shelf(_entries(database, kind), seen=last)


def _last_change(database: Database) -> int:
    return int(database.execute(_LAST).fetchone()[0] or 0)


def _entries(database: Database, kind: Kind, uids: Sequence[str] | None = None) -> list[Entry]:
    """All entries of a kind, or those of some uids; each with the words of its contacts and products."""
    among = "" if uids is None else "AND uid IN (SELECT value FROM json_each(?))"
    wanted = [] if uids is None else [json.dumps(uids)]
    rows = database.execute(f"SELECT name, uid, words FROM finder WHERE kind = ? {among}", [str(kind), *wanted])
    of_children: dict[str, list[str]] = {}
    kinds = json.dumps([str(child) for child in FOUND_FOR_PARENT])
    of_parent = _OF_PARENT if wanted else ""
    for parent, words in database.execute(f"{_CHILDREN} {of_parent}", [kinds, *wanted]).fetchall():
        of_children.setdefault(parent, []).append(words)
    return [(name, uid, with_children(words, of_children.get(uid, ()))) for name, uid, words in rows.fetchall()]
