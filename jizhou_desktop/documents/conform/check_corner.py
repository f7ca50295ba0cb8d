"""版心左上角（7.2.1—7.2.3）：份号、密级和保密期限、紧急程度, which every format may bear."""

import re
from collections.abc import Iterator

from jizhou_desktop.documents.conform.elements import NUMBER, Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, length, said, size, within
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import CELL, EM_3, LEFT, NEAR, ROW, SIZE_3, SLACK, TOP
from jizhou_desktop.domain.document import Layout
from jizhou_desktop.domain.face import Role

_COPY, _SECRECY, _URGENCY = r"\d+$", r"(绝密|机密|秘密)", r"(特急|加急|特提|平急)$"
_SECRECY_FORM = r"(绝密|机密|秘密)(★(\d+(年|个月|月|天|日)|长期))?"
_RISE = 0.86


def check_corner(elements: Elements) -> Iterator[Finding]:
    """H-01 to H-03; what stands there and is none of the three is told."""
    lines = _corner(elements)
    for place, line in enumerate(lines):
        if re.match(_COPY, line.text):
            yield from _copy_number(line)
        elif re.match(_SECRECY, line.text):
            yield from _secrecy(line)
        elif re.match(_URGENCY, line.text):
            yield from _black_flush("H-03", "紧急程度", line)
        else:
            yield said("H-03", "版心左上角的要素", "份号、密级或紧急程度", line.text, ok=False)
        if elements.layout is not Layout.LETTER:
            yield from _row(line, lines[:place])
    order = [_rank(line) for line in lines]
    if len(order) > 1:
        ok = order == sorted(order)
        yield said("H-03", "份号、密级、紧急程度的次序", "自上而下", "自上而下" if ok else "次序不符", ok)


def _corner(elements: Elements) -> list[Line]:
    """The pieces at the left above the mark; in a letter, whose mark stands above them, in all of the head."""
    lower = max((line.bottom for line in elements.mark), default=TOP + 3 * ROW)
    letter = elements.layout is Layout.LETTER
    first = [line.runs[0] for line in elements.head if letter or line.y < lower]
    return [run for run in first if run.left < LEFT + 4 * CELL and not NUMBER.search(run.text)]


def _rank(line: Line) -> int:
    patterns = (_COPY, _SECRECY, _URGENCY)
    return next((place for place, pattern in enumerate(patterns, 1) if re.match(pattern, line.text)), 0)


def _copy_number(line: Line) -> Iterator[Finding]:
    yield said("H-01", "份号位数", "6 位", f"{len(line.text)} 位", len(line.text) == 6)
    yield length("H-01", "份号顶格", LEFT, line.left, near=NEAR)
    yield size("H-01", "份号字号", SIZE_3, line.size)


def _secrecy(line: Line) -> Iterator[Finding]:
    yield from _black_flush("H-02", "密级和保密期限", line)
    ok = bool(re.fullmatch(_SECRECY_FORM, line.text))
    yield said("H-02", "密级和保密期限写法", "如 机密★1年", line.text, ok)


def _black_flush(clause: str, name: str, line: Line) -> Iterator[Finding]:
    yield length(clause, f"{name}顶格", LEFT, line.left, near=NEAR)
    yield size(clause, f"{name}字号", SIZE_3, line.size)
    yield role_found(clause, f"{name}字体", Role.HEI, Line(line.page, line.glyphs[:2]))


def _row(line: Line, above: list[Line]) -> Iterator[Finding]:
    """份号 in the first row, 密级 in the second, 紧急程度 under what stands above it."""
    rank = _rank(line)
    names = {1: ("H-01", "份号在第一行", 1), 2: ("H-02", "密级和保密期限在第二行", 2)}
    clause, text, row = names.get(rank, ("H-03", "紧急程度在其上要素的下一行", 1))
    top = TOP + (row - 1) * ROW
    if rank == 3 and above:
        top = above[-1].y - _RISE * EM_3 + ROW
        yield within(clause, text, top - NEAR, top + NEAR, line.y - _RISE * EM_3)
        return
    yield within(clause, text, top - NEAR, top + SLACK + NEAR, line.y - _RISE * EM_3)
