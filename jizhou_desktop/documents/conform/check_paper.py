"""纸张、版心和行列（5.1—5.2）：the paper, its margins, the grid of 22 × 28, and what is embedded in the file."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.finding import Finding, absent, at_most, length, said, within
from jizhou_desktop.documents.conform.lines import Line, Page
from jizhou_desktop.documents.conform.standard import (
    BOTTOM,
    CELL,
    EM_3,
    LEFT,
    NEAR,
    POINT,
    RIGHT,
    ROW,
    SIZE_3,
    SLACK,
    TOP,
)
from jizhou_desktop.documents.raster import FontUsed

_ROW_NEAR = 0.35  # mm; 7.3.5 lets the line pitch give way where the signature would stand alone
_CELL_NEAR = 0.05
_ENOUGH_LINES = 4
_HALF_BLANK = "，。、；：）》〉」』】〕”’"
_RISE = 0.86  # of an em; a Chinese character's box reaches this far above the baseline


def check_paper(elements: Elements, fonts: list[FontUsed]) -> Iterator[Finding]:
    """P-01 to P-03, and that the file carries its faces."""
    yield from _sizes(elements)
    yield from _margins(elements)
    yield from _grid(elements)
    missing = [font.name for font in fonts if not font.embedded]
    found = f"未嵌入：{'、'.join(missing)}" if missing else "全部嵌入"
    yield said("P-04", "字体嵌入文件", "全部嵌入", found, not missing)


def _sizes(elements: Elements) -> Iterator[Finding]:
    for page in elements.pages:
        width, height = sorted((page.content.width, page.content.height))
        ok = abs(width - 210) <= 1 and abs(height - 297) <= 1
        found = f"{page.content.width:.0f}×{page.content.height:.0f} mm"
        yield said("P-01", "用纸幅面", "A4（210×297 mm）", found, ok, page=page.number)


def _set_in_3(elements: Elements) -> list[Line]:
    return [line for line in (*elements.addressee, *elements.body) if abs(line.size - SIZE_3) < 0.5]


def _margins(elements: Elements) -> Iterator[Finding]:
    lines = _set_in_3(elements)
    if not lines:
        yield absent("P-02", "正文")
        return
    yield length("P-02", "订口（左白边）", LEFT, min(line.left for line in lines), near=NEAR)
    yield at_most("P-02", "正文右边缘不出版心", RIGHT + NEAR, max(map(_right, lines)))
    for page in elements.pages:
        on_page = [line for line in lines if line.page == page.number]
        if not on_page:
            continue
        # a page may begin with a table that goes on
        if page.number > 1 and abs(page.lines[0].y - on_page[0].y) < 1:
            yield _top(page, on_page[0].y - _RISE * EM_3)
        last = on_page[-1].y + (1 - _RISE) * EM_3
        yield at_most("P-02", "末行下边缘不出版心", BOTTOM + NEAR, last, page=page.number)


def _right(line: Line) -> float:
    """Where a line's ink may reach: the right half of a mark that ends it is blank."""
    last = line.glyphs[-1]
    return last.x + EM_3 / 2 if last.text in _HALF_BLANK else last.right


def _top(page: Page, first: float) -> Finding:
    most = TOP + SLACK / 2 + NEAR
    return within("P-02", "天头（首行字上边缘）", TOP - NEAR, most, first, page=page.number)


def _grid(elements: Elements) -> Iterator[Finding]:
    lines = _set_in_3(elements)
    rows = [
        below.y - above.y
        for above, below in pairwise(lines)
        if above.page == below.page and 0.7 * ROW < below.y - above.y < 1.4 * ROW
    ]
    if rows:
        yield length("P-03", "每面 22 行（行距）", ROW, median(rows), near=_ROW_NEAR)
    cells = [
        after.x - before.x
        for line in lines
        for before, after in pairwise(line.glyphs)
        if _whole_cell(before.text) and _whole_cell(after.text)
    ]
    if cells:
        # rows that a mark or a figure kept short may be opened; the others show the grid
        yield length("P-03", "每行 28 字（字距）", CELL, sorted(cells)[len(cells) // 4], near=_CELL_NEAR)
    yield from _full_lines(lines)
    for page in elements.pages:
        yield from _lines_on(page, lines)


def _full_lines(lines: list[Line]) -> Iterator[Finding]:
    """Where a paragraph turns, the line was full: the fullest of several must hold the 28 characters of the grid."""
    turned = [
        line
        for line, after in pairwise(lines)
        if after.page == line.page and abs(after.left - LEFT) < NEAR and line.text[-1] not in "。：；"
    ]
    if len(turned) >= _ENOUGH_LINES:
        most = max((line.left - LEFT) / CELL + _cells_in(line) for line in turned)
        yield said("P-03", "每行 28 字（满行字数）", "28 字", f"{most:.3g} 字", most > 27.5)


def _whole_cell(text: str) -> bool:
    return "\u4e00" <= text <= "\u9fff"


def _lines_on(page: Page, lines: list[Line]) -> Iterator[Finding]:
    count = sum(1 for line in lines if line.page == page.number)
    if count:
        yield said("P-03", "每面行数", "不超过 22 行", f"{count} 行", count <= 22, page=page.number)
    fullest = max((_cells_in(line) for line in lines if line.page == page.number), default=0)
    if fullest:
        # 28 characters and one hanging mark is what a line may hold where a mark may not begin the next.
        yield said("P-03", "每行字数", "不超过 28 字", f"{fullest:.3g} 字", fullest <= 29.01, page=page.number)


def _cells_in(line: Line) -> float:
    """How many whole characters a line holds; a Latin letter or digit counts by its width."""
    em = line.size * POINT
    return sum(1 if glyph.right - glyph.x > 0.8 * em else (glyph.right - glyph.x) / em for glyph in line.glyphs)
