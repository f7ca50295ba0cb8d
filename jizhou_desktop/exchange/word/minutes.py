"""纪要格式 in Word (10.3): mark, number, issuing office and date over the red line; 出席、请假、列席 after the body."""

from collections.abc import Sequence

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.names import BLANK, in_columns
from jizhou_desktop.domain.standard_page import CELLS, MARK_BELOW_TOP, ROW, ROWS_UNDER_MARK, TOP
from jizhou_desktop.exchange.word.head import put_at_both_ends, set_corner, set_mark, set_number, set_red_line
from jizhou_desktop.exchange.word.setter import TO_LEFT, Setter, Words, em_width

_HANG = 5
"""Two 字 free and a word of two with its colon."""


def set_minutes_head(setter: Setter, document: OfficialDocument) -> float:
    """Sets everything above the title; gives where the red line is, mm."""
    set_corner(setter, document)
    end = set_mark(setter, document.mark or f"{document.offices[0]}会议纪要", TOP + MARK_BELOW_TOP)
    if document.number:
        end = set_number(setter, document, end + ROWS_UNDER_MARK * ROW)
    if document.dated:
        office = document.printed_by or document.offices[0]
        end = put_at_both_ends(setter, end + ROW, office, chinese_date(document.dated))
    return set_red_line(setter, end)


def set_attendance(setter: Setter, document: OfficialDocument) -> None:
    """出席、请假、列席 in 黑体, the names in 仿宋, turned rows under the first name; one blank row above the first."""
    said = [("出席", document.attended), ("请假", document.excused), ("列席", document.observers)]
    lists = [(word, names) for word, names in said if names]
    if lists:
        setter.row()
    for word, names in lists:
        words = [Words(f"{word}：", Role.HEI), Words("\n".join(_lines(names)))]
        setter.row(words, align=TO_LEFT, left=_HANG, first=2 - _HANG)


def _lines(names: Sequence[str]) -> list[str]:
    """A name is not parted: what does not fit goes to the next row, persons' names in columns."""
    lines = [""]
    for name in in_columns(names):
        joint = f"{lines[-1]}{BLANK}{name}" if lines[-1] else name
        if em_width(joint) > CELLS - _HANG:
            lines.append(name)
        else:
            lines[-1] = joint
    return [line.rstrip() for line in lines]
