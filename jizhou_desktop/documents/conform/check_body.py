"""正文（7.3.3）：字体字号、段落、层次、标点。"""

import re
from collections.abc import Iterator

from jizhou_desktop.documents.conform.check_head import role_found
from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.finding import Finding, absent, said, size
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import CELL, LEFT, NEAR, SAME_SIZE, SIZE_3
from jizhou_desktop.domain.face import Role

_LEVELS = (
    (re.compile(r"^[一二三四五六七八九十]+、"), "一级标题（一、）字体", Role.HEI),
    (re.compile(r"^（[一二三四五六七八九十]+）"), "二级标题（（一））字体", Role.KAI),
    (re.compile(r"^\d+[.．]"), "三级标题（1.）字体", Role.FANGSONG),
    (re.compile(r"^（\d+）"), "四级标题（（1））字体", Role.FANGSONG),
)
_NOT_FIRST = "，。、；：？！）》〉”’〕】］｝…—·％"
_NOT_LAST = "（《〈“‘〔【［｛"


def check_body(elements: Elements) -> Iterator[Finding]:
    """P-04 and B-03."""
    if not elements.body:
        yield absent("B-03", "正文")
        return
    on_first = any(line.page == 1 for line in elements.body)
    yield said("B-03", "首页显示正文", "显示", "显示" if on_first else "未显示", on_first)
    yield from _type(elements)
    yield from _indents(elements)
    yield from _levels(elements)
    yield from _punctuation(elements)
    yield from _no_empty_page(elements)


def _type(elements: Elements) -> Iterator[Finding]:
    wrong = next((line for line in elements.body if abs(line.size - SIZE_3) > SAME_SIZE), elements.body[0])
    yield size("P-04", "正文字号", SIZE_3, wrong.size, page=wrong.page)
    plain = [line for line in elements.body if not _level(line)]
    if plain:
        # A heading's turned line is in its heading's face: what most of the text is set in decides.
        glyphs = tuple(glyph for line in plain for glyph in line.glyphs)
        yield role_found("P-04", "正文字体", Role.FANGSONG, Line(0, glyphs))
    coloured = next((glyph for line in elements.body for glyph in line.glyphs if max(glyph.colour) > 40), None)
    yield said("P-04", "正文颜色", "黑色", f"“{coloured.text}”不是黑色" if coloured else "黑色", coloured is None)


def _indents(elements: Elements) -> Iterator[Finding]:
    """Each line stands flush left or two characters in."""
    wrong = [line for line in elements.body if abs(line.left - LEFT) > NEAR and abs(line.left - LEFT - 2 * CELL) > NEAR]
    found = "符合" if not wrong else f"“{wrong[0].text[:8]}”左空 {(wrong[0].left - LEFT) / CELL:.1f} 字"
    page = wrong[0].page if wrong else 0
    yield said("B-03", "段首空二字，回行顶格", "空二字或顶格", found, not wrong, page=page)


def _level(line: Line) -> tuple[str, Role] | None:
    if abs(line.left - LEFT - 2 * CELL) > NEAR:
        return None
    return next(((text, role) for pattern, text, role in _LEVELS if pattern.match(line.text)), None)


def _levels(elements: Elements) -> Iterator[Finding]:
    for line in elements.body:
        level = _level(line)
        if level:
            text, role = level
            # Figures may be set in another face; the first Chinese characters of the heading tell.
            chinese = tuple(glyph for glyph in line.glyphs if "\u4e00" <= glyph.text <= "\u9fff")[:4]
            yield role_found("B-03", f"{text}：{line.text[:10]}", role, Line(line.page, chinese or line.glyphs[:1]))


def _punctuation(elements: Elements) -> Iterator[Finding]:
    lines = [line for line in elements.plain_lines if abs(line.size - SIZE_3) < 0.5 and not line.red]
    first = next((line for line in lines if line.text[0] in _NOT_FIRST), None)
    found = f"“{first.text[:6]}”" if first else "没有"
    yield said("B-03", "行首不出现不当标点", "没有", found, first is None, page=first.page if first else 0)
    last = next((line for line in lines if line.text[-1] in _NOT_LAST), None)
    found = f"“{last.text[-6:]}”" if last else "没有"
    yield said("B-03", "行尾不出现前引号、前括号", "没有", found, last is None, page=last.page if last else 0)


def _says_something(elements: Elements, number: int) -> bool:
    """Whether text of the body, or a table that goes on, stands on a page."""
    page = next(page for page in elements.pages if page.number == number)
    return any(line.page == number for line in elements.body) or any(page.in_table(line) for line in page.lines)


def _no_empty_page(elements: Elements) -> Iterator[Finding]:
    line = next((line for line in elements.plain_lines if "此页无正文" in line.text), None)
    page = line.page if line else 0
    yield said("B-05", "不使用“此页无正文”", "没有", "有" if line else "没有", line is None, page=page)
    if elements.date and not _says_something(elements, elements.date.page):
        text = "成文日期所在页有正文"
        yield said("B-05", text, "有", "没有", ok=False, page=elements.date.page)
