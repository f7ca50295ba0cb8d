"""页码（7.5）and turned pages (T-01)."""

import re
from collections.abc import Iterator

from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, size
from jizhou_desktop.documents.conform.lines import Line, Page
from jizhou_desktop.documents.conform.standard import BOTTOM, EM_4, LEFT, NEAR, POINT, RIGHT, SIZE_4
from jizhou_desktop.domain.document import Layout
from jizhou_desktop.domain.face import Role

_FORM = re.compile(r"^—(\d+)—$")


def check_page_numbers(elements: Elements) -> Iterator[Finding]:
    """N-01 on every page that bears a number."""
    for page in elements.pages:
        if page.wide or (elements.layout is Layout.LETTER and page.number == 1):
            continue
        line = elements.page_numbers.get(page.number)
        if line is None:
            yield from _none(elements, page)
            continue
        if page.number > 1:
            yield from _needed(elements, page, line)
        yield from _form(line, page)
        yield from _place(line, page)


def _none(elements: Elements, page: Page) -> Iterator[Finding]:
    """A page with nothing but the colophon, and a blank one before it, bear none."""
    texts = [line for line in page.lines if line not in elements.colophon]
    if texts:
        yield absent("N-01", f"第 {page.number} 页页码")


def _needed(elements: Elements, page: Page, number: Line) -> Iterator[Finding]:
    ok = any(line is not number and line not in elements.colophon for line in page.lines)
    yield said("N-01", "空白页和版记页不编排页码", "不编排", "不编排" if ok else "编排", ok, page=page.number)


def _form(line: Line, page: Page) -> Iterator[Finding]:
    match = _FORM.match(line.text)
    ok = bool(match) and int(match[1]) == page.number if match else False
    yield said("N-01", "页码写法", f"— {page.number} —", line.text, ok, page=page.number)
    yield size("N-01", "页码字号", SIZE_4, line.size, page=page.number)
    digits = [glyph for glyph in line.glyphs if glyph.text.isdigit()]
    half = all(glyph.right - glyph.x < 0.7 * glyph.size * POINT for glyph in digits)
    face = Line(line.page, tuple(digits))
    found = f"{'半角' if half else '全角'}{face.role.label if face.role else face.glyphs[0].font}"
    yield said("N-01", "页码字体", "半角宋体", found, half and face.role is Role.SONG, page=page.number)


def _place(line: Line, page: Page) -> Iterator[Finding]:
    dash = line.glyphs[0]
    yield length("N-01", "一字线距版心下边缘 7 mm", 7, dash.top - BOTTOM, near=NEAR, page=page.number)
    if page.number % 2:
        yield length("N-01", "单页码居右空一字", RIGHT - EM_4, line.right, near=1.5 * NEAR, page=page.number)
    else:
        yield length("N-01", "双页码居左空一字", LEFT + EM_4, line.left, near=1.5 * NEAR, page=page.number)
