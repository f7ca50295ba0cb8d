"""Breaking the text of a form's cell into lines: no mark that closes begins one, none that opens ends one."""

from collections.abc import Callable, Iterator

CLOSES = frozenset("，。、；：？！）》〉」』】〕”’…—,.;:?!)]}%％℃°")
OPENS = frozenset("（《〈「『【〔“‘([{")

Measure = Callable[[str], float]


def wrapped(text: str, width: float, measure: Measure) -> list[str]:
    """The lines that `text` takes at `width` mm; `measure` gives a text's width in mm. At least one line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _lines(paragraph, width, measure) or [""]
    return lines


def _lines(paragraph: str, width: float, measure: Measure) -> list[str]:
    if measure(paragraph) <= width:
        return [paragraph]
    lines: list[str] = []
    line = ""
    for word in _words(paragraph):
        if line and measure(line + word) > width:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
        while measure(line) > width and len(line) > 1:
            cut = _fitting(line, width, measure)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line else lines


def _words(text: str) -> Iterator[str]:
    """Pieces between which a line may end: single characters, Latin words and figures whole, marks with their word."""
    word = ""
    for mark in text:
        if word and _may_part(word[-1], mark):
            yield word
            word = ""
        word += mark
    if word:
        yield word


def _may_part(before: str, after: str) -> bool:
    if after in CLOSES or before in OPENS:
        return False
    return not (_is_latin(before) and _is_latin(after))


def _is_latin(mark: str) -> bool:
    return mark.isascii() and not mark.isspace()


def _fitting(line: str, width: float, measure: Measure) -> int:
    """How many characters of one overlong word fit; at least one."""
    cut = 1
    while cut < len(line) and measure(line[: cut + 1]) <= width:
        cut += 1
    return cut
