"""The words of all records of one kind, held for searching: a mark a record, 1 where it fits, in the order of names.

Marks are bytes, so that the interpreter's own loops (map, compress) go through 100,000 records in a few milliseconds.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, compress, repeat
from operator import contains

from jizhou_desktop.store.search_words import spoken_part, words_typed
from jizhou_desktop.store.sounds import MOST_SPELLINGS, Sounds

Entry = tuple[str, str, str]
"""Name, uid, line of words: in this order they sort as lists are shown."""

_FEW = 2
"""Fewer than one in so many records left: each is looked at by itself instead of all."""
_MOST_RECENT = 64
"""Searches remembered until a record changes: who types also takes letters back."""
_SAMPLE = 64
_FIRST = (*"abcdefghijklmnopqrstuvwxyz", "ch", "sh", "zh")
"""What pinyin begins with; where most names begin alike, it fits nearly all of them and takes longest."""
_RARE = 20
"""A pattern that less than one in so many of a sample fits is looked for in one long text: most of it is skipped."""


class Shelf:
    """The open records of one kind by name, as they are searched."""

    def __init__(self, entries: Iterable[Entry], *, seen: int = 0) -> None:
        """Takes the entries in any order; `seen` is the number of the last change that they include."""
        self.seen = seen
        self._entries = sorted(entries)
        self._by_uid = {entry[1]: entry for entry in self._entries}
        self._uids = _side_by_side(uid for _name, uid, _line in self._entries)
        self._lines = _side_by_side(line for _name, _uid, line in self._entries)
        self._spoken_parts = [spoken_part(line) for line in self._lines]
        self._sounds = Sounds()
        self._last: tuple[list[str], bytes]
        self._join()
        self._sounds.learn(self._spoken)

    def warm(self) -> None:
        """Looks once for whatever pinyin begins with."""
        for letters in _FIRST:
            self._holding(letters, self._all)

    def change(self, entries: Mapping[str, Entry | None], *, seen: int) -> None:
        """Takes new entries in place of old ones, by uid; None takes one away."""
        self._uids = self._uids[:]
        for uid, entry in entries.items():
            self._take_out(uid)
            if entry is not None:
                self._put_in(entry)
        if entries:
            self._join()
        self.seen = seen

    def find(self, text: str) -> list[str]:
        """The uids of the records that hold every word of `text`, by name; all of them where it is blank."""
        return list(compress(self._uids, self.marks(text)))

    def names(self) -> Iterable[tuple[str, str]]:
        """The uid and name of every record."""
        return ((uid, name) for name, uid, _line in self._entries)

    @property
    def uids(self) -> Sequence[str]:
        """The uids of all records by name, in the order of the marks; another list after each change."""
        return self._uids

    def marks(self, text: str) -> bytes:
        """A mark for each record: 1 where it holds every word of `text`."""
        words = words_typed(text)
        marks = self._recent.get(tuple(words)) or self._look_for(words)
        self._last = (words, marks)
        return marks

    def _look_for(self, words: list[str]) -> bytes:
        marks, left = self._known(words)
        for word in left:
            marks = self._holding(word, marks)
        if len(self._recent) >= _MOST_RECENT:
            self._recent.pop(next(iter(self._recent)))
        self._recent[tuple(words)] = marks
        return marks

    def _known(self, words: Sequence[str]) -> tuple[bytes, Sequence[str]]:
        """Where the words before have only grown, what fitted those and the words that are new; else all and all."""
        before, marks = self._last
        grown = len(before) <= len(words) and all(map(str.startswith, words, before))
        if not grown or any(len(self._sounds.patterns(word)) >= MOST_SPELLINGS for word in before):
            return self._all, words  # a word of too many spellings is not looked for in all of them: it may find less
        return marks, [word for place, word in enumerate(words) if before[place : place + 1] != [word]]

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
        """One text of all that is spoken, a line a record: rare patterns go through it quicker than through each."""
        self._begins = list(accumulate((len(part) + 1 for part in self._spoken_parts), initial=0))
        self._spoken = "\n".join(self._spoken_parts)
        self._text = "\n".join(self._lines)
        self._all = bytes([1]) * len(self._lines)
        self._last = ([], self._all)
        self._recent: dict[tuple[str, ...], bytes] = {}
        self._kept: dict[str, bytes] = {}

    def _holding(self, word: str, among: bytes) -> bytes:
        """Which of the marked records hold the word as it is written or as it sounds."""
        if word in self._kept:
            return _both(self._kept[word], among)
        found = self._written(word, among)
        for pattern in self._sounds.patterns(word):
            left = _without(among, found)
            if 1 in left:
                found = _either(found, self._heard(pattern, left))
        if among is self._all and word in _FIRST:
            self._kept[word] = found
        return found

    def _written(self, word: str, among: bytes) -> bytes:
        if among.count(1) * _FEW < len(among):
            holds = map(contains, compress(self._lines, among), repeat(word))
            return self._marked(compress(_places(among), holds))
        if word not in self._text:
            return bytes(len(among))
        return _both(bytes(map(contains, self._lines, repeat(word))), among)

    def _heard(self, pattern: re.Pattern[str], among: bytes) -> bytes:
        if among.count(1) * _FEW < len(among):
            heard = map(pattern.search, compress(self._spoken_parts, among))
            return self._marked(compress(_places(among), heard))
        sample = self._spoken_parts[::_SAMPLE]
        if sum(map(bool, map(pattern.search, sample))) * _RARE > len(sample):
            return _both(bytes(map(bool, map(pattern.search, self._spoken_parts))), among)
        starts = (match.start() for match in pattern.finditer(self._spoken))
        return _both(self._marked(bisect_right(self._begins, start) - 1 for start in starts), among)

    def _marked(self, places: Iterable[int]) -> bytes:
        marks = bytearray(len(self._lines))
        for place in places:
            marks[place] = 1
        return bytes(marks)


def _side_by_side(texts: Iterable[str]) -> list[str]:
    """The texts made anew one after another in memory: going through them is three times as fast as when scattered."""
    joined = "\n".join(texts)
    return joined.split("\n") if joined else []


def _places(marks: bytes) -> Iterable[int]:
    return compress(range(len(marks)), marks)


def _number(marks: bytes) -> int:
    return int.from_bytes(marks, "little")


def _both(one: bytes, other: bytes) -> bytes:
    return (_number(one) & _number(other)).to_bytes(len(one), "little")


def _either(one: bytes, other: bytes) -> bytes:
    return (_number(one) | _number(other)).to_bytes(len(one), "little")


def _without(one: bytes, other: bytes) -> bytes:
    return (_number(one) & ~_number(other)).to_bytes(len(one), "little")
