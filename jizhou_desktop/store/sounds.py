"""Pinyin as it is typed: 拼音首字母 (tjys) or full syllables (tianjinyush), by every reading of a polyphone.

Nothing is stored and no reading left out: the typed letters become patterns over the Chinese text itself. (Spelling
each name out in all its readings was tried: most real names have more than sixteen spellings, some five hundred.)
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

_MOST_LETTERS = 100
MOST_SPELLINGS = 16
"""Ways to cut one word into syllables that are looked for; a word of more is found by the first of them."""
_LONGEST_SYLLABLE = 6
_REST_OF_LINE = "[^\n]*"


class Sounds:
    """Which characters sound how; it learns the characters of the texts to be searched."""

    def __init__(self) -> None:
        """Knows no character yet."""
        self._known: set[str] = set()
        self._by_syllable: dict[str, set[str]] = {}
        self._by_beginning: dict[str, set[str]] = {}

    def learn(self, text: str) -> None:
        """Notes the readings of each character that it meets for the first time."""
        for mark in set(text) - self._known:
            self._known.add(mark)
            for syllable in readings(mark):
                if not mark.isascii():  # else each letter of a word could be a syllable: too many ways to cut it
                    self._by_syllable.setdefault(syllable, set()).add(mark)
                for end in range(1, len(syllable) + 1):
                    self._by_beginning.setdefault(syllable[:end], set()).add(mark)

    def patterns(self, word: str) -> list[re.Pattern[str]]:
        """What to look for when `word` is typed: one pattern for initials, one for each way to cut it in syllables.

        A match takes the rest of its line, so that each line matches once. None for a word that is not pinyin.
        """
        if not (word.isascii() and word.isalnum()) or word.isdigit() or len(word) > _MOST_LETTERS:
            return []
        cuts: Iterator[list[set[str]]] = islice(self._cuts(word), MOST_SPELLINGS)
        if all(letter in self._by_beginning for letter in word):
            cuts = chain([[self._by_beginning[letter] for letter in word]], cuts)
        spelled = dict.fromkeys("".join(map(_one_of, cut)) for cut in cuts)
        return [re.compile(pattern + _REST_OF_LINE) for pattern in spelled]

    def _cuts(self, word: str) -> Iterator[list[set[str]]]:
        """Every way to read the word as whole syllables, the last of which may be begun only: characters by place."""
        ends = self._ends(word)

        def from_place(start: int) -> Iterator[list[set[str]]]:
            if word[start:] in self._by_beginning:
                yield [self._by_beginning[word[start:]]]
            for end in ends[start]:
                yield from ([self._by_syllable[word[start:end]], *rest] for rest in from_place(end))

        return from_place(0)

    def _ends(self, word: str) -> list[list[int]]:
        """For each place where a syllable may begin, where it may end so that the rest can be read too."""
        ends: list[list[int]] = [[] for _ in word]
        for start in reversed(range(len(word))):
            for end in range(start + 1, min(start + _LONGEST_SYLLABLE, len(word) - 1) + 1):
                if word[start:end] in self._by_syllable and (ends[end] or word[end:] in self._by_beginning):
                    ends[start].append(end)
        return ends


@cache
def readings(mark: str) -> tuple[str, ...]:
    """Every reading of one character without tones (单 is dan, shan and chan); a letter or digit reads as itself."""
    from pypinyin import Style, pinyin  # noqa: PLC0415  — its dictionary takes 0.1 s, which a start need not wait for

    return tuple({reading.lower() for reading in pinyin(mark, style=Style.NORMAL, heteronym=True)[0] if reading})


def _one_of(marks: set[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(marks)))}]"
