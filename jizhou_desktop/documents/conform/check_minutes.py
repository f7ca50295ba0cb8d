"""纪要格式（10.3）。"""

from collections.abc import Iterator

from jizhou_desktop.documents.conform.check_corner import check_corner
from jizhou_desktop.documents.conform.check_mark import check_mark
from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, size
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import CELL, LEFT, NEAR, ROW, SIZE_3, TOP
from jizhou_desktop.domain.face import Role


def check_minutes(elements: Elements) -> Iterator[Finding]:
    """L-03: the mark, and who came, was excused and sat in."""
    yield from check_corner(elements)
    yield from check_mark(elements, "L-03", TOP + 35, "上边缘至版心上边缘 35 mm")
    if not elements.attendance:
        yield absent("L-03", "出席人员名单")
        return
    first = elements.attendance[0]
    gap = elements.gap_above(first)
    if gap is not None:
        yield length("L-03", "正文下空一行编排出席人员", 2 * ROW, gap, near=2 * NEAR, page=first.page)
    start: float | None = None
    for line in elements.attendance:
        if line.text[:2] in ("出席", "请假", "列席"):
            yield from _kind(line)
            start = line.glyphs[3].x if len(line.glyphs) > 3 else None
        elif start is not None:
            yield length("L-03", "人员名单回行与首字对齐", start, line.left, near=NEAR, page=line.page)


def _kind(line: Line) -> Iterator[Finding]:
    word = line.text[:2]
    yield length("L-03", f"“{word}”左空二字", LEFT + 2 * CELL, line.left, near=NEAR, page=line.page)
    yield role_found("L-03", f"“{word}”字体", Role.HEI, Line(line.page, line.glyphs[:2]))
    yield size("L-03", f"{word}人员字号", SIZE_3, line.size, page=line.page)
    yield said("L-03", f"“{word}”后标全角冒号", "：", line.text[2:3], line.text[2:3] == "：", page=line.page)
    if names := line.glyphs[3:]:
        yield role_found("L-03", f"{word}人员姓名字体", Role.FANGSONG, Line(line.page, names))
