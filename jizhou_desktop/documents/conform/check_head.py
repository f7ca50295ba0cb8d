"""版头（7.2）：份号、密级、紧急程度、发文机关标志、发文字号、签发人、分隔线。"""

import re
from collections.abc import Iterator

from jizhou_desktop.documents.conform.elements import NUMBER, Elements
from jizhou_desktop.documents.conform.finding import Finding, absent, at_most, length, said, size, within
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


def check_head(elements: Elements) -> Iterator[Finding]:
    """H-01 to H-07 of the general format."""
    yield from check_corner(elements)
    yield from _mark(elements)
    yield from _number(elements)
    yield from _signers(elements)
    yield from _red_line(elements)


def check_corner(elements: Elements) -> Iterator[Finding]:
    """份号、密级和保密期限、紧急程度 (7.2.1—7.2.3), which every format may bear at the upper left."""
    places: list[float] = []
    for line in elements.head:
        if re.fullmatch(r"\d{6}", line.text):
            yield length("H-01", "份号顶格", LEFT, line.left, near=NEAR)
            yield size("H-01", "份号字号", SIZE_3, line.size)
            places.append(line.y)
        elif re.match(r"^(绝密|机密|秘密)", line.text):
            yield from _black_flush("H-02", "密级和保密期限", line)
            places.append(line.y)
        elif re.match(r"^(特急|加急|特提|平急)$", line.text):
            yield from _black_flush("H-03", "紧急程度", line)
            places.append(line.y)
    if len(places) > 1:
        order = [_rank(line) for line in elements.head if _rank(line)]
        ok = order == sorted(order)
        yield said("H-03", "份号、密级、紧急程度的次序", "自上而下", "自上而下" if ok else "次序不符", ok)


def _rank(line: Line) -> int:
    patterns = (r"\d{6}$", r"(绝密|机密|秘密)", r"(特急|加急|特提|平急)$")
    return next((place for place, pattern in enumerate(patterns, 1) if re.match(pattern, line.text)), 0)


def _black_flush(clause: str, name: str, line: Line) -> Iterator[Finding]:
    yield length(clause, f"{name}顶格", LEFT, line.left, near=NEAR)
    yield size(clause, f"{name}字号", SIZE_3, line.size)
    first = line.runs[0].glyphs[0]
    yield role_found(clause, f"{name}字体", Role.HEI, Line(line.page, (first,)))


def role_found(clause: str, text: str, wanted: Role, line: Line) -> Finding:
    """The face of a line against the role it must play."""
    found = line.role.label if line.role else line.glyphs[0].font
    return said(clause, text, wanted.label, found, line.role is wanted, page=line.page)


def _mark(elements: Elements) -> Iterator[Finding]:
    if not elements.mark:
        yield absent("H-04", "发文机关标志（红色）")
        return
    yield from check_mark(elements, "H-04", TOP + 35, "上边缘至版心上边缘 35 mm")


def check_mark(elements: Elements, clause: str, upper_edge: float, text: str) -> Iterator[Finding]:
    """发文机关标志: red, centred, its upper edge `upper_edge` mm from the paper's."""
    top = min(line.top for line in elements.mark)
    yield length(clause, f"发文机关标志{text}", upper_edge, top, near=1.5)
    left, right = min(line.left for line in elements.mark), max(line.right for line in elements.mark)
    yield length(clause, "发文机关标志居中", MIDDLE, (left + right) / 2, near=1.5)
    yield at_most(clause, "发文机关标志不宽于版心", WIDTH + NEAR / 2, right - left)
    yield role_found(clause, "发文机关标志字体", Role.TITLE, max(elements.mark, key=lambda line: line.size))


def _number(elements: Elements) -> Iterator[Finding]:
    line = elements.number
    if line is None:
        yield absent("H-05", "发文字号")
        return
    number = next(run for run in line.runs if NUMBER.search(run.text))
    yield from check_number_form(number)
    if any("签发人" in run.text for run in elements.head):
        yield length("H-05", "上行文发文字号居左空一字", LEFT + EM_3, number.left, near=NEAR)
    else:
        yield length("H-05", "发文字号居中", MIDDLE, number.middle, near=1.5)
    first = next((run for run in elements.head if "签发人" in run.text), number)
    if elements.mark:
        gap = first.top - max(mark.bottom for mark in elements.mark)
        yield within("H-05", "发文机关标志下空二行", 2 * ROW - NEAR, 2 * ROW + SLACK + NEAR, gap)


def check_number_form(number: Line) -> Iterator[Finding]:
    """〔year〕 in these brackets, no 第, no leading zero, 3号仿宋."""
    ok = bool(_NUMBER_FORM.match(number.text))
    yield said("H-05", "发文字号写法", "机关代字〔年份〕序号号", number.text, ok)
    yield size("H-05", "发文字号字号", SIZE_3, number.size)
    yield role_found("H-05", "发文字号字体", Role.FANGSONG, number)


def _signers(elements: Elements) -> Iterator[Finding]:
    run = next((run for line in elements.head for run in line.runs if run.text.startswith("签发人")), None)
    if run is None:
        return
    yield said("H-06", "签发人后标全角冒号", "签发人：", run.text[:4], run.text[:4] == "签发人：")
    yield role_found("H-06", "“签发人”字体", Role.FANGSONG, Line(run.page, run.glyphs[:3]))
    line = next(line for line in elements.head if run.text in line.text)
    names = [glyph for glyph in line.glyphs if glyph.x > run.glyphs[min(3, len(run.glyphs) - 1)].x]
    if names:
        yield role_found("H-06", "签发人姓名字体", Role.KAI, Line(run.page, tuple(names)))
        yield length("H-06", "签发人居右空一字", RIGHT - EM_3, names[-1].right, near=NEAR)
    # the last name may share its row with the number, whose face is another
    last = [line for line in elements.head if any(run.role is Role.KAI for run in line.runs) or "签发人" in line.text][
        -1
    ]
    if elements.number:
        ok = abs(elements.number.y - last.y) < 1
        yield said("H-06", "发文字号与最后一个签发人姓名同行", "同行", "同行" if ok else "不同行", ok)


def _red_line(elements: Elements) -> Iterator[Finding]:
    if not elements.red_rules:
        yield absent("H-07", "红色分隔线")
        return
    rule = elements.red_rules[0]
    yield length("H-07", "红色分隔线与版心等宽", WIDTH, rule.length, near=NEAR)
    yield length("H-07", "红色分隔线左端", LEFT, rule.x1, near=NEAR)
    if elements.number:
        yield length("H-07", "发文字号下 4 mm", 4, rule.y1 - elements.number.bottom, near=NEAR)
