"""命令（令）格式 in Word (10.2): the mark 20 mm under the text area's upper edge, 令号 and the body, no red line."""

from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.standard_page import (
    EM_3,
    ORDER_MARK_BELOW_TOP,
    ROW,
    ROWS_UNDER_MARK,
    ROWS_UNDER_ORDER_NUMBER,
    TOP,
)
from jizhou_desktop.exchange.word.head import set_corner, set_mark, set_number
from jizhou_desktop.exchange.word.setter import Setter

_CORNER_ROWS = 1
"""As many as the mark leaves room for."""


def set_order_head(setter: Setter, document: OfficialDocument) -> float:
    """Sets mark and number; gives where the body begins, mm."""
    set_corner(setter, document, _CORNER_ROWS)
    bottom = set_mark(setter, document.mark_text, TOP + ORDER_MARK_BELOW_TOP)
    end = set_number(setter, document, bottom + ROWS_UNDER_MARK * ROW)
    return end - EM_3 + (1 + ROWS_UNDER_ORDER_NUMBER) * ROW
