"""信函格式（10.1）。"""

from collections.abc import Iterator

from jizhou_desktop.documents.conform.check_corner import check_corner
from jizhou_desktop.documents.conform.check_head import check_number_form
from jizhou_desktop.documents.conform.check_mark import check_mark
from jizhou_desktop.documents.conform.elements import NUMBER, Elements
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, within
from jizhou_desktop.documents.conform.standard import EM_3, NEAR, RIGHT, ROW, SLACK
from jizhou_desktop.documents.page_rules import Rule

_RULE, _PAPER_WIDTH, _PAPER_HEIGHT = 170.0, 210.0, 297.0
_APART = 4.0  # mm; the two lines of a double one lie closer


def check_letter(elements: Elements) -> Iterator[Finding]:
    """L-01, but for the colophon."""
    yield from check_mark(elements, "L-01", 30, "上边缘至上页边 30 mm")
    upper = [rule for rule in elements.red_rules if rule.y1 < _PAPER_HEIGHT / 2]
    lower = [rule for rule in elements.red_rules if rule.y1 >= _PAPER_HEIGHT / 2]
    yield from _double(upper, "发文机关标志下红色双线", thick_first=True)
    yield from _double(lower, "下页边红色双线", thick_first=False)
    if upper and elements.mark:
        gap = upper[0].y1 - max(line.bottom for line in elements.mark)
        yield length("L-01", "红色双线在发文机关标志下 4 mm", 4, gap, near=NEAR)
    if lower:
        yield length("L-01", "红色双线距下页边 20 mm", 20, _PAPER_HEIGHT - lower[-1].y1, near=NEAR)
    yield from _number(elements)
    yield from _under_line(elements, upper)
    yield from _title(elements)
    ok = 1 not in elements.page_numbers
    yield said("L-01", "首页不显示页码", "不显示", "不显示" if ok else "显示", ok, page=1)
    yield from check_corner(elements)


def _double(rules: list[Rule], name: str, *, thick_first: bool) -> Iterator[Finding]:
    if len(rules) < 2 or rules[1].y1 - rules[0].y1 > _APART:
        yield absent("L-01", name)
        return
    above, below = rules[:2]
    for rule in (above, below):
        yield length("L-01", f"{name}长", _RULE, rule.length, near=NEAR)
        yield length("L-01", f"{name}居中", _PAPER_WIDTH / 2, (rule.x1 + rule.x2) / 2, near=NEAR)
    ok = above.width > below.width if thick_first else above.width < below.width
    expected = "上粗下细" if thick_first else "上细下粗"
    yield said("L-01", f"{name}粗细", expected, f"{above.width:.2f}、{below.width:.2f} mm", ok)


def _number(elements: Elements) -> Iterator[Finding]:
    if elements.number is None:
        yield absent("L-01", "发文字号")
        return
    number = next(run for run in elements.number.runs if NUMBER.search(run.text))
    yield from check_number_form(number)
    yield length("L-01", "发文字号居右顶格", RIGHT, number.right, near=NEAR)


def _under_line(elements: Elements, upper: list[Rule]) -> Iterator[Finding]:
    """发文字号, and what stands at the left, begin 7/8 of a 3号 character under the first double line."""
    below = [line for line in elements.head if upper and line.y > upper[-1].y1]
    if below:
        gap = min(line.top for line in below) - upper[-1].y1
        yield length("L-01", "第一个要素距第一条双线 7/8 字高", EM_3 * 7 / 8, gap, near=NEAR)
    if below and elements.number:
        ok = abs(elements.number.y - below[0].y) < 1
        yield said("L-01", "发文字号与第一个要素同行", "同行", "同行" if ok else "不同行", ok)


def _title(elements: Elements) -> Iterator[Finding]:
    """Two blank lines under the last element above it."""
    if elements.head and elements.title:
        gap = elements.title[0].top - max(line.bottom for line in elements.head)
        text = "标题与其上最后一个要素相距二行"
        yield within("L-01", text, 2 * ROW - NEAR, 2 * ROW + SLACK + NEAR, gap)
