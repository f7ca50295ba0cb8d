"""信函格式（10.1）and 纪要格式 (10.3)."""

from collections.abc import Iterator

from jizhou_desktop.documents.conform.check_head import check_corner, check_mark, check_number_form, role_found
from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import EM_3, NEAR, RIGHT
from jizhou_desktop.documents.page_rules import Rule
from jizhou_desktop.domain.face import Role

_RULE, _PAPER_WIDTH, _PAPER_HEIGHT = 170.0, 210.0, 297.0


def check_letter(elements: Elements) -> Iterator[Finding]:
    """L-01."""
    if not elements.mark:
        yield absent("L-01", "发文机关标志（红色）")
        return
    yield from check_mark(elements, "L-01", 30, "上边缘至上页边 30 mm")
    upper = [rule for rule in elements.red_rules if rule.y1 < _PAPER_HEIGHT / 2]
    lower = [rule for rule in elements.red_rules if rule.y1 >= _PAPER_HEIGHT / 2]
    yield from _double(upper, "发文机关标志下红色双线", thick_first=True)
    yield from _double(lower, "下页边红色双线", thick_first=False)
    if upper:
        gap = upper[0].y1 - max(line.bottom for line in elements.mark)
        yield length("L-01", "红色双线在发文机关标志下 4 mm", 4, gap, near=1.5)
    if lower:
        yield length("L-01", "红色双线距下页边 20 mm", 20, _PAPER_HEIGHT - lower[-1].y1, near=1.5)
    yield from _number(elements, upper)
    ok = 1 not in elements.page_numbers
    yield said("L-01", "首页不显示页码", "不显示", "不显示" if ok else "显示", ok, page=1)
    yield from check_corner(elements)


def _double(rules: list[Rule], name: str, *, thick_first: bool) -> Iterator[Finding]:
    if len(rules) < 2:
        yield absent("L-01", name)
        return
    above, below = rules[:2]
    for rule in (above, below):
        yield length("L-01", f"{name}长", _RULE, rule.length, near=NEAR)
        yield length("L-01", f"{name}居中", _PAPER_WIDTH / 2, (rule.x1 + rule.x2) / 2, near=NEAR)
    ok = above.width > below.width if thick_first else above.width < below.width
    expected = "上粗下细" if thick_first else "上细下粗"
    yield said("L-01", f"{name}粗细", expected, f"{above.width:.2f}、{below.width:.2f} mm", ok)


def _number(elements: Elements, upper: list[Rule]) -> Iterator[Finding]:
    if elements.number is None:
        yield absent("L-01", "发文字号")
        return
    number = elements.number.runs[-1]
    yield from check_number_form(number)
    yield length("L-01", "发文字号居右顶格", RIGHT, number.right, near=NEAR)
    if upper:
        gap = number.top - upper[-1].y1
        yield length("L-01", "发文字号距第一条双线 7/8 字高", EM_3 * 7 / 8, gap, near=1.5)


def check_minutes(elements: Elements) -> Iterator[Finding]:
    """L-03."""
    if not elements.mark:
        yield absent("L-03", "纪要标志（红色）")
        return
    yield from check_mark(elements, "L-03", 37 + 35, "上边缘至版心上边缘 35 mm")
    start: float | None = None
    for line in elements.attendance:
        if line.text[:2] in ("出席", "请假", "列席"):
            colon = max(line.text.find("："), 1)
            yield role_found("L-03", f"“{line.text[:2]}”字体", Role.HEI, Line(line.page, line.glyphs[:2]))
            names = line.glyphs[colon + 1 :]
            if names:
                yield role_found("L-03", f"{line.text[:2]}人员姓名字体", Role.FANGSONG, Line(line.page, names))
                start = names[0].x
        elif start is not None:
            yield length("L-03", "人员名单回行与首字对齐", start, line.left, near=NEAR, page=line.page)
