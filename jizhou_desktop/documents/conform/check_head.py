"""版头（7.2）：发文机关标志、发文字号、签发人、分隔线 of the general format."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jizhou_desktop.documents.conform.check_corner import check_corner
from jizhou_desktop.documents.conform.check_mark import check_mark
from jizhou_desktop.documents.conform.elements import NUMBER, Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, size, within
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import (
    EM_3,
    LEFT,
    MIDDLE,
    NEAR,
    RIGHT,
    ROW,
    SIZE_3,
    SLACK,
    TOP,
    WIDTH,
)
from jizhou_desktop.domain.face import Role

_NUMBER_FORM = re.compile(r"^[^〔〕\s]+〔[1-9]\d{3}〕[1-9]\d*号$")
_SIGNER = re.compile(r"^签发人[：:]?")
_UPWARD = ("请示", "报告")
_MOST_SIGNERS = 2


def check_head(elements: Elements) -> Iterator[Finding]:
    """H-01 to H-07 of the general format."""
    yield from check_corner(elements)
    yield from check_mark(elements, "H-04", TOP + 35, "上边缘至版心上边缘 35 mm")
    yield from _number(elements)
    yield from _signers(elements)
    yield from _red_line(elements)


def _number(elements: Elements) -> Iterator[Finding]:
    line = elements.number
    if line is None:
        yield absent("H-05", "发文字号")
        return
    number = next(run for run in line.runs if NUMBER.search(run.text))
    yield from check_number_form(number)
    signer = _signer(elements)
    if signer:
        yield length("H-05", "上行文发文字号居左空一字", LEFT + EM_3, number.left, near=NEAR)
    else:
        yield length("H-05", "发文字号居中", MIDDLE, number.middle, near=1.5)
    if elements.mark:
        gap = (signer or number).top - max(mark.bottom for mark in elements.mark)
        yield within("H-05", "发文机关标志下空二行", 2 * ROW - NEAR, 2 * ROW + SLACK + NEAR, gap)


def check_number_form(number: Line) -> Iterator[Finding]:
    """〔year〕 in these brackets, no 第, no leading zero, 3号仿宋."""
    ok = bool(_NUMBER_FORM.match(number.text))
    yield said("H-05", "发文字号写法", "机关代字〔年份〕序号号", number.text, ok)
    yield size("H-05", "发文字号字号", SIZE_3, number.size)
    yield role_found("H-05", "发文字号字体", Role.FANGSONG, number)


def _signer(elements: Elements) -> Line | None:
    return next((run for line in elements.head for run in line.runs if _SIGNER.match(run.text)), None)


def _signers(elements: Elements) -> Iterator[Finding]:
    label = _signer(elements)
    if label is None:
        if elements.title and elements.title[-1].text.endswith(_UPWARD):
            yield absent("H-06", "签发人（上行文）")
        return
    yield said("H-06", "签发人后标全角冒号", "签发人：", label.text[:4], label.text[:4] == "签发人：")
    yield role_found("H-06", "“签发人”字体", Role.FANGSONG, Line(label.page, label.glyphs[:3]))
    rows = list(_rows_of_names(elements, label))
    if not rows:
        yield absent("H-06", "签发人姓名")
        return
    names = tuple(glyph for row in rows for name in row for glyph in name.glyphs)
    yield role_found("H-06", "签发人姓名字体", Role.KAI, Line(label.page, names))
    right = max(glyph.right for glyph in names)
    yield length("H-06", "签发人居右空一字", RIGHT - EM_3, right, near=NEAR)
    most = max(map(len, rows))
    yield said("H-06", "签发人姓名每行不超过两个", "不超过 2 个", f"{most} 个", most <= _MOST_SIGNERS)
    yield from _aligned(rows)
    if elements.number:
        ok = abs(elements.number.y - rows[-1][0].y) < 1
        yield said("H-06", "发文字号与最后一个签发人姓名同行", "同行", "同行" if ok else "不同行", ok)


def _rows_of_names(elements: Elements, label: Line) -> Iterator[list[Line]]:
    """The names at the right of 签发人： and in the rows below it; a number may share the row of the last."""
    colon = label.glyphs[min(3, len(label.glyphs) - 1)]
    from_x = colon.right if colon.text in "：:" else label.glyphs[2].right
    for line in elements.head:
        if line.y < label.y - 1:
            continue
        glyphs = tuple(glyph for glyph in line.glyphs if glyph.x > from_x - EM_3 / 2)
        if glyphs:
            yield _names(Line(line.page, glyphs))


def _names(line: Line) -> list[Line]:
    """Names part where half a character is free; the two characters of a spread name belong together."""
    pieces = [[line.glyphs[0]]]
    for before, after in pairwise(line.glyphs):
        if after.x - before.right > EM_3 / 2:
            pieces.append([])
        pieces[-1].append(after)
    names: list[Line] = []
    lone = False
    for piece in pieces:
        if lone and len(piece) == 1:
            names[-1] = Line(line.page, (*names[-1].glyphs, *piece))
            lone = False
        else:
            names.append(Line(line.page, tuple(piece)))
            lone = len(piece) == 1
    return names


def _aligned(rows: list[list[Line]]) -> Iterator[Finding]:
    """Each row's first name stands under the first row's, its second under the second."""
    for row in rows[1:]:
        for above, name in zip(rows[0], row, strict=False):
            yield length("H-06", "签发人姓名上下对齐", above.left, name.left, near=NEAR)


def _red_line(elements: Elements) -> Iterator[Finding]:
    if not elements.red_rules:
        yield absent("H-07", "红色分隔线")
        return
    rule = elements.red_rules[0]
    yield length("H-07", "红色分隔线与版心等宽", WIDTH, rule.length, near=NEAR)
    yield length("H-07", "红色分隔线左端", LEFT, rule.x1, near=NEAR)
    if elements.number:
        yield length("H-07", "发文字号下 4 mm", 4, rule.y1 - elements.number.bottom, near=NEAR)
