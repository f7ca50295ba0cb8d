"""行列（5.2.3）：22 lines of 28 characters, measured line by line."""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from jizhou_desktop.documents.conform.check_paper import text_in_3
from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.finding import Finding, length, said
from jizhou_desktop.documents.conform.lines import Line, Page
from jizhou_desktop.documents.conform.standard import CELL, LEFT, NEAR, NOT_FIRST, NOT_LAST, POINT, RIGHT, ROW
from jizhou_desktop.documents.page_content import Glyph

_ROW_NEAR = 0.35  # mm; 7.3.5 lets the line pitch give way where the signature would stand alone
_CELL_NEAR = 0.05
_MOST_IN_LINE = 29.05  # 28 and one mark that may not begin the next line


def check_grid(elements: Elements) -> Iterator[Finding]:
    """P-03."""
    lines = text_in_3(elements)
    for page in elements.pages:
        on_page = [line for line in lines if line.page == page.number]
        if on_page:
            yield from _rows(page, on_page)
            yield from _counts(page, on_page)
    yield from _pitch(lines)
    yield from _filled(lines)


def _rows(page: Page, lines: list[Line]) -> Iterator[Finding]:
    """From each line of a page to the next; where a table or a blank line lies between, nothing is measured."""
    gaps = [gap for above, below in pairwise(lines) if 0.7 * ROW < (gap := below.y - above.y) < 1.4 * ROW]
    if gaps:
        worst = max(gaps, key=lambda gap: abs(gap - ROW))
        yield length("P-03", "每面 22 行（行距）", ROW, worst, near=_ROW_NEAR, page=page.number)


def _counts(page: Page, lines: list[Line]) -> Iterator[Finding]:
    count = len({round(line.y, 1) for line in lines})
    yield said("P-03", "每面行数", "不超过 22 行", f"{count} 行", count <= 22, page=page.number)
    fullest = max(map(_cells_in, lines))
    ok = fullest <= _MOST_IN_LINE
    yield said("P-03", "每行字数", "不超过 28 字", f"{fullest:.3g} 字", ok, page=page.number)


def _pitch(lines: list[Line]) -> Iterator[Finding]:
    """From character to character of every line. One that ends flush may be opened, none may be drawn together."""
    measured = [(line, pitch) for line in lines if (pitch := _pitch_of(line))]
    if measured:
        line, pitch = max(measured, key=lambda one: _strays(*one))
        near = _CELL_NEAR
        shown = pitch if _strays(line, pitch) else CELL
        yield length("P-03", "每行 28 字（字距）", CELL, shown, near=near, page=line.page)


def _strays(line: Line, pitch: float) -> float:
    """How far a line's pitch is from the grid's, mm; 0 where it stands on it or is opened to end flush."""
    off = abs(pitch - CELL)
    opened = pitch > CELL and line.right > RIGHT - 0.7 * CELL
    return 0.0 if off <= _CELL_NEAR or opened else off


def _pitch_of(line: Line) -> float:
    pairs = pairwise(line.glyphs)
    steps = [after.x - before.x for before, after in pairs if _whole(before.text) and _whole(after.text)]
    return median(steps) if steps else 0.0


def _filled(lines: list[Line]) -> Iterator[Finding]:
    """Where a paragraph turns, its line took all that it could: the next line's first character had no room."""
    turned = [(line, after) for line, after in pairwise(lines) if _turns(line, after)]
    if turned:
        short = next((line for line, after in turned if _had_room(line, after)), None)
        found = "排满" if short is None else f"“{short.text[:8]}”{_reach(short):.3g} 字"
        yield said("P-03", "每行 28 字（满行字数）", "28 字", found, short is None, page=short.page if short else 0)


def _turns(line: Line, after: Line) -> bool:
    """Whether a line goes on in the next, flush left, and is no paragraph's end."""
    return after.page - line.page in (0, 1) and abs(after.left - LEFT) < NEAR and line.text[-1] not in "。：；"


def _had_room(line: Line, after: Line) -> bool:
    first, second = after.text[0], after.text[1:2]
    movable = _whole(first) and not (second and second in NOT_FIRST) and line.text[-1] not in NOT_LAST
    # a figure and its unit stay together
    return movable and not line.text[-1].isascii() and 28 - _reach(line) >= 0.9


def _reach(line: Line) -> float:
    """How many cells of the grid a line would reach, had it not been opened to end flush."""
    opened = max(_pitch_of(line) - CELL, 0.0) * sum(_is_loose(*pair) for pair in pairwise(line.glyphs))
    return (line.right - LEFT - opened) / CELL


def _is_loose(before: Glyph, after: Glyph) -> bool:
    """Whether room may open between two characters: not inside a word or a figure."""
    return not (before.text.isascii() and after.text.isascii())


def _whole(text: str) -> bool:
    return "\u4e00" <= text <= "\u9fff"


def _cells_in(line: Line) -> float:
    """How many cells the characters of a line take: a digit half a cell, a Latin letter its own width."""
    em = line.size * POINT
    wide = [(glyph, glyph.right - glyph.x) for glyph in line.glyphs]
    return sum(w / em if glyph.text.isascii() and not glyph.text.isdigit() else _cells(w / em) for glyph, w in wide)


def _cells(ems: float) -> float:
    return 1.0 if ems > 0.8 else 0.5
