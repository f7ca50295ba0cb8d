"""标题和主送机关（7.3.1—7.3.2）。"""

from collections.abc import Iterator

from jizhou_desktop.documents.conform.check_head import role_found
from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, size, within
from jizhou_desktop.documents.conform.standard import LEFT, MIDDLE, NEAR, ROW, SIZE_2, SIZE_3, SLACK
from jizhou_desktop.domain.document import Layout
from jizhou_desktop.domain.face import Role


def check_title(elements: Elements) -> Iterator[Finding]:
    """B-01 and B-02."""
    if not elements.title:
        yield absent("B-01", "标题")
        return
    yield size("B-01", "标题字号", SIZE_2, elements.title[0].size)
    yield role_found("B-01", "标题字体", Role.TITLE, elements.title[0])
    for line in elements.title:
        yield length("B-01", "标题居中", MIDDLE, line.middle, near=1.5)
    yield from _place(elements)
    yield from _shape(elements)
    yield from _addressee(elements)


def _place(elements: Elements) -> Iterator[Finding]:
    if elements.layout is Layout.DOCUMENT and elements.red_rules:
        gap = elements.title[0].top - elements.red_rules[0].y1
        yield within("B-01", "红色分隔线下空二行", 2 * ROW - NEAR, 2 * ROW + SLACK + NEAR, gap)


def _shape(elements: Elements) -> Iterator[Finding]:
    """Trapezium or diamond: the lines grow, shrink, or grow and then shrink; no hourglass, no lone character."""
    lines = elements.title
    lone = len(lines) > 1 and len(lines[-1].text) == 1
    yield said("B-01", "标题末行不止一字", "不少于 2 字", f"{len(lines[-1].text)} 字", not lone)
    if len(lines) > 2:
        widths = [line.right - line.left for line in lines]
        waist = any(
            widths[place] + 1 < max(widths[:place]) and widths[place] + 1 < max(widths[place + 1 :])
            for place in range(1, len(widths) - 1)
        )
        yield said("B-01", "标题排列", "梯形或菱形", "沙漏形" if waist else "梯形或菱形", not waist)


def _addressee(elements: Elements) -> Iterator[Finding]:
    if not elements.addressee:
        return
    gap = elements.addressee[0].top - elements.title[-1].bottom
    yield within("B-02", "标题下空一行", ROW - NEAR, ROW + SLACK + 2 * NEAR, gap)
    for line in elements.addressee:
        yield length("B-02", "主送机关顶格，回行仍顶格", LEFT, line.left, near=NEAR)
    yield size("B-02", "主送机关字号", SIZE_3, elements.addressee[0].size)
    last = elements.addressee[-1].text[-1]
    yield said("B-02", "主送机关末尾标全角冒号", "：", last, last == "：")
