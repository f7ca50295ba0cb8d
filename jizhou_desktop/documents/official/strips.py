"""What the flow lays on pages: strips of whole rows that draw themselves, and tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.grid_row import GridRow, Runs
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.domain.document import Block, Heading, Paragraph, Table
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import CELL, LEFT, LEVELS

INDENT = LEFT + 2 * CELL

Draw = Callable[[Pen, float, float], None]


@dataclass(frozen=True)
class Strip:
    """So many whole rows. `draw` is given the pen, the upper edge and the pitch of the rows, both in mm.

    `keeps` says that what follows must stand on the same page (a heading's text, the signature). A `blank` strip is
    left out at the top of a page. `closer` is the strip with fewer blank rows, where a page has no more room.
    """

    draw: Draw
    rows: int = 1
    keeps: bool = False
    blank: bool = False
    closer: "Strip | None" = None


Item = Strip | Table


def text_strip(row: GridRow, *, keeps: bool = False) -> Strip:
    """A row of text."""
    return Strip(lambda pen, top, _pitch: row.draw(pen, top), keeps=keeps)


def blank_strip(*, keeps: bool = True) -> Strip:
    """A blank row (空一行)."""
    return Strip(lambda _pen, _top, _pitch: None, keeps=keeps, blank=True)


def body_items(blocks: Iterable[Block], setter: Setter) -> Iterator[Item]:
    """The rows and tables of a body, in order; a wide table is left to pages of its own."""
    for block in blocks:
        if isinstance(block, Heading):
            yield from _set(setter, [(LEVELS[block.level], block.text)], keeps=True)
        elif isinstance(block, Paragraph):
            yield from _paragraph(setter, block)
        elif not block.wide:
            yield block


def _paragraph(setter: Setter, paragraph: Paragraph) -> Iterator[Strip]:
    first, *others = paragraph.text.split("\n")
    lead = [(LEVELS.get(paragraph.lead_level, Role.FANGSONG), paragraph.lead)] if paragraph.lead else []
    yield from _set(setter, [*lead, (Role.FANGSONG, first)])
    for text in others:
        yield from _set(setter, [(Role.FANGSONG, text)])


def _set(setter: Setter, runs: Runs, *, keeps: bool = False) -> Iterator[Strip]:
    """A paragraph indented two characters, its turned rows flush left."""
    for row in setter.paragraph(runs, first=INDENT):
        yield text_strip(row, keeps=keeps)


def kept_with_what_follows(items: Sequence[Item], count: int) -> list[Item]:
    """The items, of which the last `count` rows stay on the page of what follows them."""
    kept = list(items)
    for place in range(len(kept) - 1, -1, -1):
        item = kept[place]
        if not count or isinstance(item, Table):
            break
        kept[place] = replace(item, keeps=True)
        count -= item.rows
    return kept
