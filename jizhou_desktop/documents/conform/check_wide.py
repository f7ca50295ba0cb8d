"""A4 纸横排的表格（9）：turned pages, their head toward the binding or the cut, their number where it always is."""

import re
from collections.abc import Iterator

from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, size
from jizhou_desktop.documents.conform.lines import Line, Page
from jizhou_desktop.documents.conform.standard import BOTTOM, EM_4, LEFT, NEAR, POINT, RIGHT, SIZE_4
from jizhou_desktop.documents.page_content import Glyph
from jizhou_desktop.domain.face import Role

_DOWNWARD = 270
_DASH = 0.38
"""How far a dash stands above the baseline, in em: the ink of turned text is not told by its height."""


def check_wide(elements: Elements) -> Iterator[Finding]:
    """T-01 for each page that is wider than high."""
    for page in elements.pages:
        if page.wide:
            yield from _number(page)


def _number(page: Page) -> Iterator[Finding]:
    """The number stands where it stands on upright pages, hence turned and at the side of the wide page.

    Head toward the binding on odd pages and toward the cut on even ones is the same for the reader: both lie at the
    left of the upright page, so that the number runs down the wide page as one looks at it.
    """
    turned = [glyph for glyph in page.content.glyphs if glyph.angle in (90, 270) and not glyph.text.isspace()]
    text = "".join(glyph.text for glyph in turned)
    if not re.fullmatch(r"—\d+—", text):
        yield absent("T-01", f"第 {page.number} 页页码（横排页）")
        return
    yield said("T-01", "横排页页码写法", f"—{page.number}—", text, text == f"—{page.number}—", page=page.number)
    yield size("T-01", "横排页页码字号", SIZE_4, turned[0].size, page=page.number)
    digits = Line(page.number, tuple(glyph for glyph in turned if glyph.text.isdigit()))
    yield role_found("T-01", "横排页页码字体", Role.SONG, digits)
    ok = turned[0].angle == _DOWNWARD
    expected = "表头向订口" if page.number % 2 else "表头向切口"
    yield said("T-01", "横排表格方向", expected, expected if ok else "方向相反", ok, page=page.number)
    if ok:
        yield from _place(page, turned)


def _place(page: Page, turned: list[Glyph]) -> Iterator[Finding]:
    """On the page held upright, x counts from what is the wide page's upper edge, y from its right edge."""
    first, last = turned[0].y, turned[-1].y + turned[-1].size * POINT
    line = page.content.width - turned[0].x - _DASH * EM_4
    yield length("T-01", "横排页页码一字线距版心 7 mm", 7, line - BOTTOM, near=1.5 * NEAR, page=page.number)
    if page.number % 2:
        yield length("T-01", "单页码居右空一字", RIGHT - EM_4, last, near=1.5 * NEAR, page=page.number)
    else:
        yield length("T-01", "双页码居左空一字", LEFT + EM_4, first, near=1.5 * NEAR, page=page.number)
