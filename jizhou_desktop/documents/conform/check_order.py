"""命令（令）格式（10.2）。"""

import re
from collections.abc import Iterator

from jizhou_desktop.documents.conform.check_corner import check_corner
from jizhou_desktop.documents.conform.check_mark import check_mark
from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, size, within
from jizhou_desktop.documents.conform.standard import MIDDLE, NEAR, ROW, SIZE_3, SLACK, TOP
from jizhou_desktop.domain.face import Role


def check_order(elements: Elements) -> Iterator[Finding]:
    """L-02: the mark, 令号 two blank lines under it, the body two blank lines further, and no red line."""
    yield from check_corner(elements)
    yield from check_mark(elements, "L-02", TOP + 20, "上边缘至版心上边缘 20 mm")
    ok = not elements.red_rules
    yield said("L-02", "命令（令）不设红色分隔线", "没有", "没有" if ok else f"{len(elements.red_rules)} 条", ok)
    number = elements.number
    if number is None:
        yield absent("L-02", "令号")
        return
    ok = bool(re.fullmatch(r"第[1-9]\d*号", number.text))
    yield said("L-02", "令号写法", "如 第1号", number.text, ok)
    yield size("L-02", "令号字号", SIZE_3, number.size)
    yield role_found("L-02", "令号字体", Role.FANGSONG, number)
    yield length("L-02", "令号居中", MIDDLE, number.middle, near=1.5)
    if elements.mark:
        gap = number.top - max(line.bottom for line in elements.mark)
        yield within("L-02", "标志下空二行编排令号", 2 * ROW - NEAR, 2 * ROW + SLACK + NEAR, gap)
    if elements.body and not elements.is_table_between(number, elements.body[0]):
        yield length("L-02", "令号下空二行编排正文", 3 * ROW, elements.body[0].y - number.y, near=2 * NEAR)
