"""Finding records while an official types: every record's line of words held in memory and read through.

Measured with 100,000 enterprises: 8 to 30 ms a search, in the middle 13. Tried before: SQL's instr over the same
lines takes 60 to 200 ms; FTS5's `trigram` finds nothing of two characters, its `unicode61` no part of a Chinese
phrase, and a token a character makes phrases of digits or letters take seconds.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from sqlite_utils import Database

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.store.search_words import spoken_part, words_typed
from jizhou_desktop.store.sounds import Sounds

Entry = tuple[str, str, str]
"""Name, uid, line of words: in this order they sort as lists are shown."""

_MOST_SINGLE_CHANGES = 500
_CHANGED = "SELECT DISTINCT uid FROM history WHERE number > ?"


class Shelf:
    """The open records of one kind by name, as they are searched."""

    def __init__(self, entries: Iterable[Entry], sounds: Sounds) -> None:
        """Takes the entries in any order."""
        self._entries = {entry[1]: entry for entry in entries}
        self._sounds = sounds
        self._arrange()

    def change(self, entries: dict[str, Entry | None]) -> None:
        """Takes new entries in place of old ones; None takes one away."""
        for uid, entry in entries.items():
            self._entries.pop(uid, None)
            if entry is not None:
                self._entries[uid] = entry
        self._arrange()

    def find(self, words: Sequence[str]) -> list[str]:
        """The uids of the records that hold every word, by name."""
        if not words:
            return list(self._uids)
        found = self._holding(words[0])
        for word in words[1:]:
            found &= self._holding(word)
        return [self._uids[place] for place in sorted(found)]

    def _arrange(self) -> None:
        ordered = sorted(self._entries.values())
        self._uids = [uid for _name, uid, _line in ordered]
        self._lines = [line for _name, _uid, line in ordered]
        spoken = [spoken_part(line) for line in self._lines]
        self._begins = list(accumulate((len(part) + 1 for part in spoken), initial=0))
        self._spoken = "\n".join(spoken)
        self._sounds.learn(self._spoken)

    def _holding(self, word: str) -> set[int]:
        """The places of the lines that hold the word, as it is written or as it sounds."""
        found = {place for place, line in enumerate(self._lines) if word in line}
        for pattern in self._sounds.patterns(word):
            found.update(bisect_right(self._begins, match.start()) - 1 for match in pattern.finditer(self._spoken))
        return found


class Finder:
    """The shelves of one workspace, brought up to date before each search, whoever changed a record."""

    def __init__(self, database: Database) -> None:
        """Keeps the database that it reads."""
        self._database = database
        self._shelves: dict[Kind, Shelf] = {}
        self._sounds = Sounds()
        self._seen = 0

    def find(self, kind: Kind, text: str) -> list[str]:
        """The uids of the open records that hold every word of `text`, by name; all of them where it is blank."""
        self._catch_up()
        if kind not in self._shelves:
            self._shelves[kind] = Shelf(self._read("kind = ?", [str(kind)]), self._sounds)
        return self._shelves[kind].find(words_typed(text))

    def _catch_up(self) -> None:
        """Each change adds to the history, also one made in another window: its numbers tell what is new."""
        last = self._database.execute("SELECT max(number) FROM history").fetchone()[0] or 0
        if last == self._seen:
            return
        if self._shelves:
            self._renew([uid for (uid,) in self._database.execute(_CHANGED, [self._seen]).fetchall()])
        self._seen = last

    def _renew(self, uids: Sequence[str]) -> None:
        if len(uids) > _MOST_SINGLE_CHANGES:
            self._shelves.clear()
        for kind, shelf in self._shelves.items():
            found = {uid: self._read("kind = ? AND uid = ?", [str(kind), uid]) for uid in uids}
            shelf.change({uid: entries[0] if entries else None for uid, entries in found.items()})

    def _read(self, where: str, values: list[str]) -> list[Entry]:
        sql = f"SELECT name, uid, words FROM finder WHERE {where}"
        entries: list[Entry] = self._database.execute(sql, values).fetchall()
        return entries
