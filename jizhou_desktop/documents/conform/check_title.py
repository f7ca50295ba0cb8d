"""标题和主送机关（7.3.1—7.3.2）。"""

import re
from collections.abc import Iterator
from itertools import accumulate

from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, size, within
from jizhou_desktop.documents.conform.standard import (
    LEFT,
    MIDDLE,
    NEAR,
    NOT_FIRST,
    NOT_LAST,
    ROW,
    SIZE_2,
    SIZE_3,
    SLACK,
    WIDTH,
)
from jizhou_desktop.domain.document import Layout
from jizhou_desktop.domain.face import Role

_WORDS = re.compile(
    r"\d+(年度|年|月|日|号)?|人民政府|委员会|办事处|办公室|中小企业|小微企业|企业|创新|转型|升级|行动|计划|任务|"
    r"专项|资金|补贴|奖励|考核|结果|方案|办法|细则|意见|通知|通报|通告|公告|请示|报告|批复|纪要|会议|情况|工作|"
    r"印发|转发|拨付|申报|推荐|关于"
)
"""What no title parts, whoever set it: figures with their unit, and words that every office writes."""


def check_title(elements: Elements) -> Iterator[Finding]:
    """B-01 and B-02; an order (10.2) has neither title nor addressees."""
    if elements.layout is Layout.ORDER:
        return
    if not elements.title:
        yield absent("B-01", "标题")
        return
    for line in elements.title:
        yield size("B-01", "标题字号", SIZE_2, line.size)
        yield role_found("B-01", "标题字体", Role.TITLE, line)
        yield length("B-01", "标题居中", MIDDLE, line.middle, near=1.5)
    yield from _place(elements)
    yield from _shape(elements)
    yield from _words(elements)
    yield from _addressee(elements)


def _place(elements: Elements) -> Iterator[Finding]:
    if elements.layout is not Layout.LETTER and elements.red_rules:
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


def _words(elements: Elements) -> Iterator[Finding]:
    """No word and no name of the issuing offices is parted, no mark stands where none may."""
    text = "".join(line.text for line in elements.title)
    cuts = list(accumulate(len(line.text) for line in elements.title))[:-1]
    kept = [(match.start(), match[0]) for match in _WORDS.finditer(text)]
    kept += [(match.start(), name) for name in _names(elements) for match in re.finditer(re.escape(name), text)]
    parted = [word for start, word in kept for cut in cuts if start < cut < start + len(word)]
    parted += [text[cut - 1 : cut + 1] for cut in cuts if text[cut] in NOT_FIRST or text[cut - 1] in NOT_LAST]
    found = f"“{parted[0]}”断开" if parted else "没有"
    yield said("B-01", "标题回行不断开词语", "没有", found, not parted)


def _names(elements: Elements) -> list[str]:
    """The offices of the signature, where a line of the title could hold them."""
    names = [run.text for line in elements.signed for run in line.runs]
    return [name for name in names if len(name) * SIZE_2 * 25.4 / 72 < WIDTH]


def _addressee(elements: Elements) -> Iterator[Finding]:
    if not elements.addressee:
        return
    gap = elements.addressee[0].top - elements.title[-1].bottom
    yield within("B-02", "标题下空一行", ROW - NEAR, ROW + SLACK + 2 * NEAR, gap)
    for line in elements.addressee:
        yield length("B-02", "主送机关顶格，回行仍顶格", LEFT, line.left, near=NEAR)
        yield size("B-02", "主送机关字号", SIZE_3, line.size)
        yield role_found("B-02", "主送机关字体", Role.FANGSONG, line)
    last = elements.addressee[-1].text[-1]
    yield said("B-02", "主送机关末尾标全角冒号", "：", last, last == "：")
