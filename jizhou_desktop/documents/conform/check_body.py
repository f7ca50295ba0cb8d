"""正文（7.3.3）：字体字号、段落、层次、标点。"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jizhou_desktop.documents.conform.check_paper import text_in_3
from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, size
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import (
    CELL,
    LEFT,
    NEAR,
    NOT_FIRST,
    NOT_LAST,
    RIGHT,
    ROW,
    SAME_SIZE,
    SIZE_3,
)
from jizhou_desktop.documents.page_content import Glyph
from jizhou_desktop.domain.face import Role

_LEVELS = (
    (re.compile(r"^[一二三四五六七八九十]+、"), "一级标题（一、）字体", Role.HEI),
    (re.compile(r"^（[一二三四五六七八九十]+）"), "二级标题（（一））字体", Role.KAI),
    (re.compile(r"^\d+[.．](?!\d)"), "三级标题（1.）字体", Role.FANGSONG),
    (re.compile(r"^（\d+）"), "四级标题（（1））字体", Role.FANGSONG),
)
_WRONG_NUMBER = re.compile(
    r"^(\([一二三四五六七八九十\d]+\)|（[一二三四五六七八九十\d]+）[、.．]|\d+、|[一二三四五六七八九十]+[.．])"
)
_ROW_NEAR = 0.35  # mm, as for the rows of a page
_SHORT = 4 * CELL
"""A line that ends so much before the edge ends a paragraph."""


def check_body(elements: Elements) -> Iterator[Finding]:
    """P-04 and B-03."""
    if not elements.body:
        yield absent("B-03", "正文")
        return
    first = elements.pages[0]
    on_first = any(line.page == 1 for line in elements.body) or any(map(first.in_table, first.lines))
    yield said("B-03", "首页显示正文", "显示", "显示" if on_first else "未显示", on_first)
    yield from _begins(elements)
    yield from _type(elements)
    yield from _indents(elements)
    yield from _levels(elements)
    yield from _punctuation(elements)
    yield from _no_empty_page(elements)


def _begins(elements: Elements) -> Iterator[Finding]:
    first = elements.body[0]
    if elements.addressee:
        above = elements.addressee[-1]
        if not elements.is_table_between(above, first):
            yield length("B-03", "正文在主送机关下一行", ROW, first.y - above.y, near=_ROW_NEAR)


def _type(elements: Elements) -> Iterator[Finding]:
    wrong = next((line for line in elements.body if abs(line.size - SIZE_3) > SAME_SIZE), elements.body[0])
    yield size("P-04", "正文字号", SIZE_3, wrong.size, page=wrong.page)
    plain = list(_plain(text_in_3(elements)))
    if plain:
        wrong = next((line for line in plain if line.role is not Role.FANGSONG), plain[0])
        yield role_found("P-04", "正文字体", Role.FANGSONG, wrong)
    coloured = next((glyph for line in elements.body for glyph in line.glyphs if max(glyph.colour) > 40), None)
    yield said("P-04", "正文颜色", "黑色", f"“{coloured.text}”不是黑色" if coloured else "黑色", coloured is None)


def _plain(lines: list[Line]) -> Iterator[Line]:
    """The Chinese characters of lines that are no heading, nor a heading's turned lines in its face."""
    heading: Role | None = None
    for line in lines:
        level = _level(line)
        chinese = Line(line.page, _chinese(line))
        if level:
            heading = level[1]
        elif chinese.glyphs and heading is not None and heading is chinese.role and _flush(line):
            continue
        elif chinese.glyphs:
            heading = None
            yield chinese


def _chinese(line: Line) -> tuple[Glyph, ...]:
    """The common characters: figures may be set in another face, and rare ones come from the face that has them."""
    return tuple(glyph for glyph in line.glyphs if "\u4e00" <= glyph.text <= "\u9fff" and _is_common(glyph.text))


def _is_common(character: str) -> bool:
    """Whether every Chinese face has it: the characters of GB 2312."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _indents(elements: Elements) -> Iterator[Finding]:
    """Each line stands flush left or two characters in; and two in where a paragraph begins."""
    wrong = [line for line in elements.body if not _flush(line) and not _indented(line)]
    found = "符合" if not wrong else f"“{wrong[0].text[:8]}”左空 {(wrong[0].left - LEFT) / CELL:.1f} 字"
    page = wrong[0].page if wrong else 0
    yield said("B-03", "段首空二字，回行顶格", "空二字或顶格", found, not wrong, page=page)
    begins = [elements.body[0], *(after for line, after in pairwise(elements.body) if _ends(line))]
    flush = next((line for line in begins if _flush(line)), None)
    found = f"“{flush.text[:8]}”顶格" if flush else "符合"
    yield said("B-03", "每个自然段左空二字", "左空二字", found, flush is None, page=flush.page if flush else 0)


def _ends(line: Line) -> bool:
    """Whether a line ends a paragraph: short, and with a full stop, or a heading."""
    heading = _level(line) is not None and not any(mark in line.text for mark in "，。；")
    return line.right < RIGHT - _SHORT and (line.text[-1] in "。：；！？" or heading)


def _flush(line: Line) -> bool:
    return abs(line.left - LEFT) <= NEAR


def _indented(line: Line) -> bool:
    return abs(line.left - LEFT - 2 * CELL) <= NEAR


def _level(line: Line) -> tuple[str, Role] | None:
    if not _indented(line):
        return None
    return next(((text, role) for pattern, text, role in _LEVELS if pattern.match(line.text)), None)


def _levels(elements: Elements) -> Iterator[Finding]:
    for line in elements.body:
        level = _level(line)
        if level:
            text, role = level
            # the first Chinese characters of the heading tell
            chinese = _chinese(line)[:4]
            yield role_found("B-03", f"{text}：{line.text[:10]}", role, Line(line.page, chinese or line.glyphs[:1]))
    wrong = next((line for line in elements.body if not _flush(line) and _WRONG_NUMBER.match(line.text)), None)
    found = f"“{wrong.text[:6]}”" if wrong else "符合"
    text = "结构层次序数写法"
    yield said("B-03", text, "一、（一）1.（1）", found, wrong is None, page=wrong.page if wrong else 0)


def _punctuation(elements: Elements) -> Iterator[Finding]:
    lines = [line for line in elements.plain_lines if abs(line.size - SIZE_3) < 0.5 and not line.red]
    first = next((line for line in lines if line.text[0] in NOT_FIRST), None)
    found = f"“{first.text[:6]}”" if first else "没有"
    yield said("B-03", "行首不出现不当标点", "没有", found, first is None, page=first.page if first else 0)
    last = next((line for line in lines if line.text[-1] in NOT_LAST), None)
    found = f"“{last.text[-6:]}”" if last else "没有"
    yield said("B-03", "行尾不出现前引号、前括号", "没有", found, last is None, page=last.page if last else 0)


def _says_something(elements: Elements, number: int) -> bool:
    """Whether text of the body, an entry of 附件说明, or a table that goes on, stands on a page."""
    page = next(page for page in elements.pages if page.number == number)
    texts = (*elements.body, *elements.annex_note)
    return any(line.page == number for line in texts) or any(page.in_table(line) for line in page.lines)


def _no_empty_page(elements: Elements) -> Iterator[Finding]:
    line = next((line for line in elements.plain_lines if "此页无正文" in line.text), None)
    page = line.page if line else 0
    yield said("B-05", "不使用“此页无正文”", "没有", "有" if line else "没有", line is None, page=page)
    if elements.date:
        ok = _says_something(elements, elements.date.page)
        yield said("B-05", "成文日期所在页有正文", "有", "有" if ok else "没有", ok, page=elements.date.page)
