"""Finding records while an official types: every record's line of words held in memory and read through.

Measured with 100,000 enterprises: 8 to 30 ms a search, in the middle 13. Tried before: SQL's instr over the same
lines takes 60 to 200 ms; FTS5's `trigram` finds nothing of two characters, its `unicode61` no part of a Chinese
phrase, and a token a character makes phrases of digits or letters take seconds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
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
        self._entries = sorted(entries)
        self._by_uid = {entry[1]: entry for entry in self._entries}
        self._uids = [uid for _name, uid, _line in self._entries]
        self._lines = [line for _name, _uid, line in self._entries]
        self._spoken_parts = [spoken_part(line) for line in self._lines]
        self._sounds = sounds
        self._join()
        self._sounds.learn(self._spoken)

    def change(self, entries: Mapping[str, Entry | None]) -> None:
        """Takes new entries in place of old ones, by uid; None takes one away."""
        for uid, entry in entries.items():
            self._take_out(uid)
            if entry is not None:
                self._put_in(entry)
        self._join()

    def find(self, words: Sequence[str]) -> list[str]:
        """The uids of the records that hold every word, by name."""
        places: Sequence[int] = range(len(self._lines))
        for word in words:
            places = self._holding(word, places)
        return self._uids[:] if len(places) == len(self._uids) else [self._uids[place] for place in places]

    def _take_out(self, uid: str) -> None:
        if old := self._by_uid.pop(uid, None):
            place = bisect_left(self._entries, old)
            for held in (self._entries, self._uids, self._lines, self._spoken_parts):
                del held[place]

    def _put_in(self, entry: Entry) -> None:
        place = bisect_left(self._entries, entry)
        spoken = spoken_part(entry[2])
        self._entries.insert(place, entry)
        self._uids.insert(place, entry[1])
        self._lines.insert(place, entry[2])
        self._spoken_parts.insert(place, spoken)
        self._by_uid[entry[1]] = entry
        self._sounds.learn(spoken)

    def _join(self) -> None:
        """One text of all that is spoken, a line a record: patterns go through it far quicker than through each."""
        self._begins = list(accumulate((len(part) + 1 for part in self._spoken_parts), initial=0))
        self._spoken = "\n".join(self._spoken_parts)

    def _holding(self, word: str, among: Sequence[int]) -> Sequence[int]:
        """Those of the places, in order, whose lines hold the word as it is written or as it sounds."""
        if len(among) == len(self._lines):
            written = [place for place, line in enumerate(self._lines) if word in line]
        else:
            written = [place for place in among if word in self._lines[place]]
        patterns = [] if len(written) == len(among) else self._sounds.patterns(word)
        if not patterns:
            return written
        starts = (match.start() for pattern in patterns for match in pattern.finditer(self._spoken))
        heard = {bisect_right(self._begins, start) - 1 for start in starts}
        return sorted(heard.intersection(among).union(written))


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
