"""纸张和版心（5.1—5.2.1）：the paper, its margins, and what is embedded in the file."""

from collections.abc import Iterator

from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.finding import Finding, absent, at_most, length, said, within
from jizhou_desktop.documents.conform.lines import Line, Page
from jizhou_desktop.documents.conform.standard import BOTTOM, CELL, EM_3, LEFT, NEAR, RIGHT, SIZE_3, SLACK, TOP
from jizhou_desktop.documents.raster import FontUsed

_HALF_BLANK = "，。、；：）》〉」』】〕”’"
_RISE = 0.86  # of an em; a Chinese character's box reaches this far above the baseline


def check_paper(elements: Elements, fonts: list[FontUsed]) -> Iterator[Finding]:
    """P-01, P-02, and that the file carries its faces."""
    yield from _sizes(elements)
    yield from _margins(elements)
    missing = [font.name for font in fonts if not font.embedded]
    found = f"未嵌入：{'、'.join(missing)}" if missing else "全部嵌入"
    yield said("P-04", "字体嵌入文件", "全部嵌入", found, not missing)


def text_in_3(elements: Elements) -> list[Line]:
    """The lines of addressees, body and upright annexes that are set in 3号."""
    lines = (*elements.addressee, *elements.body, *elements.annex_text)
    return [line for line in lines if abs(line.size - SIZE_3) < 0.5]


def _sizes(elements: Elements) -> Iterator[Finding]:
    for page in elements.pages:
        width, height = sorted((page.content.width, page.content.height))
        ok = abs(width - 210) <= 1 and abs(height - 297) <= 1
        found = f"{page.content.width:.0f}×{page.content.height:.0f} mm"
        yield said("P-01", "用纸幅面", "A4（210×297 mm）", found, ok, page=page.number)


def _margins(elements: Elements) -> Iterator[Finding]:
    lines = text_in_3(elements)
    if not lines:
        yield absent("P-02", "正文")
        return
    for page in elements.pages:
        on_page = [line for line in lines if line.page == page.number]
        if on_page:
            yield from _margins_of(page, on_page)


def _margins_of(page: Page, lines: list[Line]) -> Iterator[Finding]:
    number = page.number
    left = min(line.left for line in lines)
    # a page may hold first lines of paragraphs only
    if abs(left - LEFT - 2 * CELL) < NEAR:
        left -= 2 * CELL
    yield length("P-02", "订口（左白边）", LEFT, left, near=NEAR, page=number)
    yield at_most("P-02", "正文右边缘不出版心", RIGHT + NEAR, max(map(_right, lines)), page=number)
    # a page may begin with a table that goes on
    if number > 1 and abs(page.lines[0].y - lines[0].y) < 1:
        yield _top(page, lines[0].y - _RISE * EM_3)
    last = max(line.y for line in lines) + (1 - _RISE) * EM_3
    yield at_most("P-02", "末行下边缘不出版心", BOTTOM + NEAR, last, page=number)


def _right(line: Line) -> float:
    """Where a line's ink may reach: the right half of a mark that ends it is blank."""
    last = line.glyphs[-1]
    return last.x + EM_3 / 2 if last.text in _HALF_BLANK else last.right


def _top(page: Page, first: float) -> Finding:
    most = TOP + SLACK / 2 + NEAR
    return within("P-02", "天头（首行字上边缘）", TOP - NEAR, most, first, page=page.number)
