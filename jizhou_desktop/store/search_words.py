"""What an official may type to find an enterprise: any part of its words, or of its name's pinyin.

All words of a record lie in one folded line, and a search reads the lines of all records through: at 100,000 dossiers
some 20 ms. FTS5 was tried: `trigram` finds nothing of two characters, `unicode61` no part of a Chinese phrase, and a
token a character makes phrases of digits or letters take seconds.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, product

from pypinyin import Style, pinyin

from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.text import fold

FOUND_BY = ("name", "former_names", "uscc", "legal_person", "contact", "phone", "products", "address")
_MOST_READINGS = 16
"""A name with many polyphones has thousands of readings; nobody types the last of them."""


def words_of(record: Record) -> str:
    """One line: what is said of it, then initials (拼音首字母) and full pinyin of its name, in every reading."""
    said = [fold(record.text(name)) for name in FOUND_BY]
    marks = [_readings(mark) for mark in record.text("name")]
    return "\n".join([*said, *_ways([[reading[0] for reading in mark] for mark in marks]), *_ways(marks)])


def words_typed(text: str) -> list[str]:
    """The words to find, each in the spelling of the line; all of them must be in it."""
    return [fold(word) for word in text.split() if fold(word)]


def _ways(marks: Iterable[Sequence[str]]) -> list[str]:
    choices = [list(dict.fromkeys(mark)) for mark in marks]
    return ["".join(way) for way in islice(product(*choices), _MOST_READINGS)]


@lru_cache(maxsize=30_000)
def _readings(mark: str) -> tuple[str, ...]:
    """Every reading of one character without tones (单 is dan, shan and chan); a letter or digit reads as itself."""
    return tuple(reading.lower() for reading in pinyin(mark, style=Style.NORMAL, heteronym=True)[0] if reading)
