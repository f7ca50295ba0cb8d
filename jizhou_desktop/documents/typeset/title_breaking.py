"""Breaking a title (标题, 7.3.1) into centred lines: at sense, no word split, growing, shrinking or a diamond."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from jizhou_desktop.documents.typeset.words import VOCABULARY, words_of

_CLOSES, _OPENS = frozenset("》）”’〕、，。：；的 　"), frozenset("《（“‘〔")
_AFTER = {
    "关于": 1.0, "印发": 0.0, "转发": 0.0, "批转": 0.0, "的": 1.5, "和": 6.0, "与": 6.0, "及": 6.0, "》": 1.0,
    " ": 0.0, "　": 0.0,
}  # fmt: skip
"""What a break after a word costs; less is better."""
_BEFORE = {"关于": 3.0, "和": 3.0, "与": 3.0, "及": 3.0, "《": 2.0, **dict.fromkeys(("印发", "转发", "批转"), 9.0)}
_BETWEEN_WORDS, _BETWEEN_UNKNOWN = 4.0, 30.0
"""Two lone characters in a row are most likely one name that the vocabulary lacks."""
_EVENNESS = 6.0
_IN_PHRASE, _IN_WORD, _FORBIDDEN = 12.0, 60.0, 500.0
_LONE_END, _SHORT_END, _WAIST, _BLOCK = 200.0, 25.0, 50.0, 2.0
_ONE_MORE_LINE = 30.0
"""A line more costs less than a split word and more than an uneven shape."""
_LEAST = 2
"""Characters in a line."""


def title_lines(title: str, most: int, phrases: Sequence[str] = ()) -> list[str]:
    """The title in lines of at most `most` characters, two digits counting as one; its own line breaks are kept.

    `phrases` are kept whole where they can be: the office's name, a plan's.
    """
    if "\n" in title:
        return title.split("\n")
    # a blank between offices is not set where it ends a line, since the line is centred
    return [line.strip() for line in _lines(title, most, tuple(phrases))]


@lru_cache(maxsize=256)
def _lines(title: str, most: int, phrases: tuple[str, ...]) -> tuple[str, ...]:
    fewest = max(1, -(-int(_width(title) * 2) // (2 * most)))
    costs = _break_costs(title, phrases)
    for limit in (_IN_WORD, _FORBIDDEN, float("inf")):
        places = [place for place in range(_LEAST, len(title) - _LEAST + 1) if costs[place] < limit]
        found = [
            (_cost(title, cuts, costs) + _ONE_MORE_LINE * count, cuts)
            for count in range(fewest, fewest + 3)
            for cuts in _cuts(title, places, count - 1, most)
        ]
        if found:
            cuts = min(found)[1]
            return tuple(title[start:end] for start, end in pairwise((0, *cuts, len(title))))
    return (title,)


def _cuts(title: str, places: Sequence[int], count: int, most: int, start: int = 0) -> Iterator[tuple[int, ...]]:
    """Every way to cut at `count` of the places so that no line is too long."""
    rest = _width(title[start:])
    if rest > most * (count + 1):
        return
    if not count:
        yield ()
        return
    for number, place in enumerate(places):
        if _width(title[start:place]) > most:
            return
        for others in _cuts(title, places[number + 1 :], count - 1, most, place):
            yield (place, *others)


def _cost(title: str, cuts: tuple[int, ...], costs: Sequence[float]) -> float:
    ends = (0, *cuts, len(title))
    widths = [_width(title[start:end]) for start, end in pairwise(ends)]
    mean = sum(widths) / len(widths)
    cost = sum(costs[place] for place in cuts) + sum((width - mean) ** 2 for width in widths) / _EVENNESS
    if len(widths) == 1:
        return cost
    cost += _BLOCK if max(widths) - min(widths) < 1 else 0.0  # a block is neither trapezium nor diamond
    cost += _LONE_END if widths[-1] < _LEAST else _SHORT_END if widths[-1] < 2 * _LEAST else 0.0
    return cost + (_WAIST if _has_waist(widths) else 0.0)


def _has_waist(widths: Sequence[float]) -> bool:
    """Whether a line is narrower than one above and one below it (沙漏形)."""
    return any(
        width < max(widths[:place]) and width < max(widths[place + 1 :])
        for place, width in enumerate(widths[1:-1], start=1)
    )


def _break_costs(title: str, phrases: tuple[str, ...]) -> list[float]:
    """What a break before each character costs."""
    costs = [_IN_WORD] * (len(title) + 1)
    place, last = 0, ""
    for word in words_of(title):
        costs[place] = _between(last, word)
        place, last = place + len(word), word
    for phrase in phrases:
        start = title.find(phrase)
        while phrase and start >= 0:
            for inner in range(start + 1, start + len(phrase)):
                costs[inner] = max(costs[inner], _IN_PHRASE)
            start = title.find(phrase, start + 1)
    for place in range(1, len(title)):
        if title[place] in _CLOSES or title[place - 1] in _OPENS:
            costs[place] = _FORBIDDEN
    return costs


def _between(word: str, following: str) -> float:
    """What a break between two words costs."""
    if len(word) == len(following) == 1 and not {word, following} & (VOCABULARY | _CLOSES | _OPENS):
        return _BETWEEN_UNKNOWN
    before = _BEFORE.get(following, _BETWEEN_WORDS)
    return before if before > _BETWEEN_WORDS else min(_AFTER.get(word, _BETWEEN_WORDS), before)


def _width(text: str) -> float:
    """The width in characters; digits and Latin letters take half of one, a blank at an end none."""
    return sum(0.5 if mark.isascii() else 1.0 for mark in text.strip())
