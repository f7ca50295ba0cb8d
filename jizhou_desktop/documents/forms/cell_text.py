"""The text of a cell: its lines, those of a name made even, and tick boxes among its characters."""

import re
from collections.abc import Callable

from jizhou_desktop.documents.pen import POINTS, Pen
from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.domain.face import Role

EMPTY, TICKED = "☐", "☑"
_BOXES = re.compile(f"[{EMPTY}{TICKED}]")
_BEFORE_BOX = re.compile(f"　(?=[{EMPTY}{TICKED}])")
_BEFORE_UNIT = re.compile("(?<=.)(?=（[^（）]*）$)|(?<=：)")
_BEFORE_BRACKET = re.compile("(?<=.)(?=（)")
_AS_WIDE = str.maketrans({EMPTY: "口", TICKED: "口"})
_BOX_SIZE, _BOX_TOP, _BOX_IN = 0.8, 0.76, 0.04
"""Side of a tick box, its top over the baseline and its distance from the left, as shares of the type size."""

Measure = Callable[[str], float]


def lines_of(text: str, room: float, measure: Measure, *, even: bool) -> list[str]:
    """The lines of a text at `room` mm; with `even` a broken name has lines of like length, its unit on its own."""

    def width(part: str) -> float:
        return measure(part.translate(_AS_WIDE))

    if "\n" not in text and width(text) <= room:
        return [text.rstrip()]
    if _BOXES.search(text):
        return _choices(text, room, width)
    lines = wrapped(text, room, width)
    return lines if not even or len(lines) < 2 or "\n" in text else _evened(text, lines, room, width)


def _evened(text: str, lines: list[str], room: float, measure: Measure) -> list[str]:
    """As many lines, parted before a bracket or after a colon, else of like length."""
    for good in (_BEFORE_UNIT, _BEFORE_BRACKET):
        parted = good.sub("\n", text, count=1)
        if parted != text and len(again := wrapped(parted, room, measure)) == len(lines):
            return again
    narrow = measure(text) / len(lines)
    while narrow < room:
        again = wrapped(text, narrow, measure)
        if len(again) == len(lines):
            return again
        narrow += room / 20
    return lines


def _choices(text: str, room: float, measure: Measure) -> list[str]:
    """A tick box stays with its word, and a word is broken only where it is wider than the cell."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for choice in _BEFORE_BOX.split(paragraph):
            if line and measure(f"{line}　{choice}") > room:
                lines.append(line)
                line = ""
            line = f"{line}　{choice}" if line else choice
        lines += wrapped(line, room, measure)
    return lines


def width_of(pen: Pen, text: str, role: Role, size: float) -> float:
    """The width in mm of a line with its tick boxes."""
    return pen.width(text.translate(_AS_WIDE), role, size)


def draw(pen: Pen, x: float, baseline: float, text: str, *, role: Role, size: float) -> None:
    """Sets a line and draws its tick boxes."""
    if EMPTY not in text and TICKED not in text:
        pen.text(x, baseline, text, role, size)
        return
    em, begin = size / POINTS, 0
    for box in _BOXES.finditer(text):
        x += pen.text(x, baseline, text[begin : box.start()], role, size)
        pen.tick(x + _BOX_IN * em, baseline - _BOX_TOP * em, _BOX_SIZE * em, box[0] == TICKED)
        x, begin = x + em, box.end()
    pen.text(x, baseline, text[begin:], role, size)
