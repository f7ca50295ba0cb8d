"""The body as rows: each line of text with its face and indent, each table, ready to be laid on pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import CELL, LEFT, RIGHT, SIZE_3, SPACE, TEXT_WIDTH
from jizhou_desktop.documents.typeset.line_breaking import CLOSES, OPENS, wrapped
from jizhou_desktop.domain.document import Block, Heading, Paragraph, Table
from jizhou_desktop.domain.face import Role

LEVELS = {1: Role.HEI, 2: Role.KAI, 3: Role.FANGSONG, 4: Role.FANGSONG}
"""7.3.3: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋."""
INDENT = 2 * CELL
HAIR = 0.1
"""mm by which rounding may pass the edge: a full row is 28 cells to the hair."""
_GIVE_AT_MOST = 0.5 * CELL
"""mm that may open at one joint so that a line which a mark kept short still ends flush."""

Width = Callable[[str, Role], float]


@dataclass(frozen=True)
class TextRow:
    """One row of text: runs of a face and a text from `x` mm on the grid.

    `give` mm open at each joint (after a mark, beside Latin letters and figures): characters keep their cells.
    `keeps` says that the next row must stand on the same page (a heading's).
    """

    runs: Sequence[tuple[Role, str]]
    x: float = LEFT
    give: float = 0.0
    keeps: bool = False

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.runs)


BodyRow = TextRow | Table


def set_width(pen: Pen, role: Role, text: str) -> float:
    """The width of 3号 text on the grid, in mm: 28 characters take the text area's 156."""
    return pen.width(text, role, SIZE_3, space=SPACE)


def body_rows(blocks: Sequence[Block], pen: Pen) -> Iterator[BodyRow]:
    """The rows of a body, in order; a wide table is left to pages of its own."""
    for block in blocks:
        if isinstance(block, Heading):
            yield from _set(pen, [(LEVELS[block.level], block.text)], keeps=True)
        elif isinstance(block, Paragraph):
            yield from _paragraph(pen, block)
        elif not block.wide:
            yield block


def _paragraph(pen: Pen, paragraph: Paragraph) -> Iterator[TextRow]:
    lead = [(LEVELS[paragraph.lead_level], paragraph.lead)] if paragraph.lead else []
    yield from _set(pen, [*lead, (Role.FANGSONG, paragraph.text)])


def _set(pen: Pen, runs: list[tuple[Role, str]], *, keeps: bool = False) -> Iterator[TextRow]:
    """A paragraph indented two characters, its turned lines flush left."""
    text = "".join(part for _, part in runs)
    lines = wrapped(
        text, TEXT_WIDTH, lambda line: set_width(pen, Role.FANGSONG, line), first_width=TEXT_WIDTH - INDENT + HAIR
    )
    place = 0
    for number, line in enumerate(lines):
        x = LEFT + INDENT if number == 0 else LEFT
        place = text.index(line, place) if line else place
        last = number == len(lines) - 1
        cut = _cut(runs, place, place + len(line))
        yield TextRow(cut, x, 0.0 if last else _give(pen, cut, RIGHT - x), keeps)
        place += len(line)


def _cut(runs: list[tuple[Role, str]], start: int, end: int) -> list[tuple[Role, str]]:
    """The parts of the runs between two places of their joint text."""
    parts: list[tuple[Role, str]] = []
    place = 0
    for role, text in runs:
        part = text[max(start - place, 0) : max(end - place, 0)]
        if part:
            parts.append((role, part))
        place += len(text)
    return parts


def joined(text: str) -> list[str]:
    """The text parted at its joints: after a mark, and where Chinese meets Latin letters or figures."""
    parts = [""]
    for mark in text:
        if parts[-1] and _is_joint(parts[-1][-1], mark):
            parts.append("")
        parts[-1] += mark
    return parts


def _is_joint(before: str, after: str) -> bool:
    if after in CLOSES or before in OPENS:
        return False
    return before in CLOSES or before.isascii() != after.isascii()


def _give(pen: Pen, runs: Sequence[tuple[Role, str]], width: float) -> float:
    """What opens at each joint so that a full line ends at the right edge; nothing where there is no joint."""
    natural = sum(pen.width(text, role, SIZE_3, space=SPACE) for role, text in runs)
    joints = len(joined("".join(text for _, text in runs))) - 1
    return min(max(width - natural, 0.0) / joints, _GIVE_AT_MOST) if joints else 0.0
