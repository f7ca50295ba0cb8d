"""Drawing what the flow has placed on a page."""

from jizhou_desktop.documents.official.flow import FlowPage
from jizhou_desktop.documents.official.runs import TextRow, joined
from jizhou_desktop.documents.official.tables import draw_piece
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.geometry import LEFT, SIZE_3, SPACE, baseline


def draw_body(pen: Pen, page: FlowPage) -> None:
    """Draws the rows and tables of one page."""
    for placed in page.placed:
        if isinstance(placed.what, TextRow):
            _draw_row(pen, placed.what, placed.y)
        else:
            draw_piece(pen, placed.what, LEFT, placed.y + 1.0)


def _draw_row(pen: Pen, row: TextRow, top: float) -> None:
    x, last = row.x, ""
    for role, text in row.runs:
        for number, part in enumerate(joined(text)):
            opens = number or (last and len(joined(last + part)) > len(joined(part)))
            x += row.give if opens else 0.0
            x += pen.text(x, baseline(top), part, role, SIZE_3, space=SPACE)
        last = text[-1]
