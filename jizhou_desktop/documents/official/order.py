"""命令（令）格式 (10.2): the mark 20 mm under the text area's upper edge, 令号 and the body, two blank rows apart."""

from jizhou_desktop.documents.official.head import draw_corner, draw_mark_line, draw_number
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.standard_page import (
    EM_3,
    ORDER_MARK_BELOW_TOP,
    ROW,
    ROWS_UNDER_MARK,
    ROWS_UNDER_ORDER_NUMBER,
    TEXT_WIDTH,
    TOP,
)


def draw_order_head(setter: Setter, document: OfficialDocument) -> float:
    """Draws mark and number, without a red line; gives the upper edge of the body's first row, mm."""
    draw_corner(setter, document)
    bottom = draw_mark_line(setter.pen, document.mark_text, TOP + ORDER_MARK_BELOW_TOP, TEXT_WIDTH)
    end = draw_number(setter, document, bottom + ROWS_UNDER_MARK * ROW)
    return end - EM_3 + (1 + ROWS_UNDER_ORDER_NUMBER) * ROW
