"""Laying a body on pages: 22 rows a page, no heading last on one, no signature alone on one (7.3.5.5)."""

from collections.abc import Iterable, Sequence

from jizhou_desktop.documents.official.flow_page import FlowPage
from jizhou_desktop.documents.official.strips import Item, Strip
from jizhou_desktop.documents.official.tables import least_height, pieces_of
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.domain.document import Table
from jizhou_desktop.domain.standard_page import EM_3, ROW, TEXT_WIDTH, TOP

_MOST_OF_PAGE = 0.75
"""What a signature may take of a page and still have rows of a table with it; several offices' stamps take much."""


def flow(items: Iterable[Item], pen: Pen, first_top: float) -> list[FlowPage]:
    """The pages, of which the first begins at `first_top` mm.

    Rows that keep together go to the next page together, and the page that they left is opened up. At the end of the
    document the page's rows are first drawn together, where that spares the signature a page.
    """
    pages = [FlowPage(first_top)]
    waiting = list(items)
    place = 0
    while place < len(waiting):
        item = waiting[place]
        if isinstance(item, Table):
            _put_table(pages, item, pen, _must_follow(waiting[place + 1 :]))
            place += 1
            continue
        chain = _chain(waiting, place)
        after = waiting[place + len(chain) : place + len(chain) + 1]
        place += _put_chain(pages, chain, pen, after)
    return pages


def _chain(items: Sequence[Item], start: int) -> list[Strip]:
    """The strips from `start` that must stand on one page."""
    chain: list[Strip] = []
    for item in items[start:]:
        if isinstance(item, Table):
            break
        chain.append(item)
        if not item.keeps:
            break
    return chain


def _put_chain(pages: list[FlowPage], chain: Sequence[Strip], pen: Pen, after: Sequence[Item]) -> int:
    """Puts a chain on the last page or a new one; gives how many of its strips were put."""
    page = pages[-1]
    if _holds(page, chain, pen, after) or (page.items and not after and (chain := _squeezed(page, chain))):
        for strip in chain:
            page.put(strip)
        return len(chain)
    if not page.items:
        # longer than a page: what must be parted is parted as late as can be
        page.put(chain[0])
        return 1
    page.open_up()
    pages.append(FlowPage(TOP))
    return 0


def _squeezed(page: FlowPage, chain: Sequence[Strip]) -> Sequence[Strip]:
    """The document's last strips as they go on the page drawn together; empty where they do not."""
    closer = [strip.closer or strip for strip in chain]
    for wanted in (chain, closer):
        if page.draw_together(_rows(wanted)):
            return wanted
    return []


def _rows(chain: Sequence[Strip]) -> int:
    return sum(strip.rows for strip in chain)


def _holds(page: FlowPage, chain: Sequence[Strip], pen: Pen, after: Sequence[Item]) -> bool:
    """Whether the page holds the chain, and under a heading the beginning of its table."""
    if chain[-1].keeps and after and isinstance(after[0], Table):
        return page.room - _rows(chain) * ROW >= least_height(after[0], TEXT_WIDTH, pen)
    return page.holds(_rows(chain))


def _must_follow(items: Sequence[Item]) -> float:
    """The height of what may not stand on a page without the table's last rows: the signature."""
    chain = _chain(items, 0)
    is_end = len(chain) == len(items) and any(strip.rows > 1 for strip in chain)
    # a table takes whole rows of the grid, up to one more than its height; a signature that can stand closer makes up
    rows = _rows(chain) - 1 + (not any(strip.closer for strip in chain))
    return rows * ROW + EM_3 if is_end else 0.0


def _put_table(pages: list[FlowPage], table: Table, pen: Pen, after: float) -> None:
    """Puts a table, of which rows stand on the page of what must follow it; a short one goes there whole."""
    first_room, room = pages[-1].room, FlowPage(TOP).room
    after = min(after, _MOST_OF_PAGE * room)
    for number, piece in enumerate(pieces_of(table, TEXT_WIDTH, pen, first_room, room, after=after)):
        needed = piece.height + (after if piece.last else 0.0)
        if number or (needed > first_room and pages[-1].items):
            pages[-1].open_up()
            pages.append(FlowPage(TOP))
        pages[-1].put_table(piece)
