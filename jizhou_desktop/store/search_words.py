"""What an official may type to find a record: one line a record, kept beside it, without width, case or spaces."""

from collections.abc import Iterable

from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.text import fold

SPOKEN = ("name", "former_names", "legal_person", "contact")
"""Found by pinyin too."""
WRITTEN = ("uscc", "phone", "products", "address")
FOUND_FOR_PARENT = (Kind.CONTACT, Kind.PRODUCT)
"""Rows whose words find the enterprise that they belong to."""
_BETWEEN = "\x1f"
_THEN_WRITTEN = "\x1e"


def words_of(record: Record) -> str:
    """The line of a record. Folded text never holds its two separators."""
    spoken, written = ([fold(record.text(name)) for name in names] for names in (SPOKEN, WRITTEN))
    return _BETWEEN.join(spoken) + _THEN_WRITTEN + _BETWEEN.join(written)


def with_children(line: str, children: Iterable[str]) -> str:
    """A record's line with the lines of its contacts and products worked in."""
    lines = [line, *children]
    if len(lines) == 1:
        return line
    spoken, _, written = zip(*(one.partition(_THEN_WRITTEN) for one in lines), strict=True)
    return _BETWEEN.join(spoken) + _THEN_WRITTEN + _BETWEEN.join(written)


def spoken_part(line: str) -> str:
    """The part of a line that is found by pinyin."""
    return line.partition(_THEN_WRITTEN)[0]


def words_typed(text: str) -> list[str]:
    """The words to find, each in the spelling of the line; all of them must be in it."""
    return [fold(word) for word in text.split() if fold(word)]
