"""版记（7.4）：分隔线、抄送机关、印发机关和印发日期。"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, absent, at_most, length, said, size, within
from jizhou_desktop.documents.conform.lines import Line, is_red
from jizhou_desktop.documents.conform.standard import BOTTOM, EM_4, LEFT, NEAR, RIGHT, SIZE_4, WIDTH
from jizhou_desktop.documents.page_rules import Rule
from jizhou_desktop.domain.document import Layout
from jizhou_desktop.domain.face import Role

_PRINTED = re.compile(r"^[1-9]\d{3}年[1-9]\d?月[1-9]\d?日印发$")
_THICK, _THIN = 0.35, 0.25
_LISTS = ("主送", "抄送", "抄报")
_LOWEST = 8.0
"""The most that stays free under a colophon without rules, mm: less than a row."""


def check_colophon(elements: Elements) -> Iterator[Finding]:
    """R-01 to R-03; a letter's colophon has neither rules nor printing office and date (10.1)."""
    if elements.layout is Layout.LETTER:
        yield from _letter(elements)
        return
    if not elements.colophon:
        yield absent("R-03", "印发机关和印发日期")
        return
    yield from _lines(elements)
    yield from _copies(elements)
    yield from _printed(elements)


def _letter(elements: Elements) -> Iterator[Finding]:
    printed = next((line.text for line in elements.colophon if line.text.endswith("印发")), "")
    yield said("R-03", "信函格式版记不加印发机关和印发日期", "没有", printed or "没有", not printed)
    rules = _rules(elements) if elements.colophon else []
    yield said("R-01", "信函格式版记不加分隔线", "0 条", f"{len(rules)} 条", not rules)
    if elements.colophon:
        foot = elements.colophon[-1].bottom
        yield within("L-01", "信函格式版记在版心最下方", BOTTOM - _LOWEST, BOTTOM + NEAR, foot)
    yield from _copies(elements)


def _rules(elements: Elements) -> list[Rule]:
    """The black rules around the colophon; a table that ends above it is not among them."""
    top = elements.colophon[0].top - 6
    level = elements.pages[-1].level_rules
    return [rule for rule in level if rule.y1 > top and rule.length > 60 and not is_red(rule.colour)]


def _lines(elements: Elements) -> Iterator[Finding]:
    rules, page = _rules(elements), elements.pages[-1].number
    if len(rules) < 2:
        yield absent("R-01", "版记分隔线")
        return
    for rule in rules:
        yield length("R-01", "版记分隔线与版心等宽", WIDTH, rule.length, near=NEAR, page=page)
        yield length("R-01", "版记分隔线左端", LEFT, rule.x1, near=NEAR, page=page)
    for name, rule in (("首条", rules[0]), ("末条", rules[-1])):
        yield length("R-01", f"版记{name}分隔线粗", _THICK, rule.width, near=0.04, page=page)
    for rule in rules[1:-1]:
        yield length("R-01", "版记中间分隔线粗", _THIN, rule.width, near=0.04, page=page)
    yield length("R-01", "末条分隔线与版心下边缘重合", BOTTOM, rules[-1].y1, near=NEAR, page=page)
    listed = any(line.text.startswith(_LISTS) for line in elements.colophon)
    parts = int(listed) + int(any(line.text.endswith("印发") for line in elements.colophon))
    ok = len(rules) == parts + 1
    yield said("R-01", "版记要素之间加分隔线", f"{parts + 1} 条", f"{len(rules)} 条", ok, page=page)


def _copies(elements: Elements) -> Iterator[Finding]:
    """主送 moved here and 抄送, each with its turned lines."""
    lines = [line for line in elements.colophon if not line.text.endswith("印发")]
    starts = [place for place, line in enumerate(lines) if line.text.startswith(_LISTS)]
    for begin, end in pairwise([*starts, len(lines)]):
        yield from _names(lines[begin].text[:2], lines[begin:end])


def _names(word: str, lines: list[Line]) -> Iterator[Finding]:
    start = lines[0]
    yield size("R-02", f"{word}机关字号", SIZE_4, start.size)
    yield role_found("R-02", f"{word}机关字体", Role.FANGSONG, start)
    yield said("R-02", f"“{word}”后标全角冒号", "：", start.text[2:3], start.text[2:3] == "：")
    yield length("R-02", f"{word}机关左空一字", LEFT + EM_4, start.left, near=NEAR)
    yield at_most("R-02", f"{word}机关右空一字", RIGHT - EM_4 + NEAR, max(line.right for line in lines))
    name = start.glyphs[min(3, len(start.glyphs) - 1)].x
    for line in lines[1:]:
        yield length("R-02", f"{word}机关回行与首字对齐", name, line.left, near=NEAR)
    last = lines[-1].text[-1]
    yield said("R-02", f"{word}机关末尾标句号", "。", last, last == "。")


def _printed(elements: Elements) -> Iterator[Finding]:
    line = next((line for line in elements.colophon if line.text.endswith("印发")), None)
    if line is None:
        yield absent("R-03", "印发机关和印发日期")
        return
    yield size("R-03", "印发机关和印发日期字号", SIZE_4, line.size)
    yield role_found("R-03", "印发机关字体", Role.FANGSONG, line)
    date = line.runs[-1]
    yield said("R-03", "印发日期写法", "如 2020年7月21日印发", date.text, bool(_PRINTED.match(date.text)))
    yield length("R-03", "印发机关左空一字", LEFT + EM_4, line.left, near=NEAR)
    yield length("R-03", "印发日期右空一字", RIGHT - EM_4, date.right, near=NEAR)
