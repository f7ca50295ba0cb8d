"""发文机关标志（7.2.4）of every format: red, centred, where it stands, and how several offices share it."""

from collections.abc import Iterator

from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, absent, at_most, length, said
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import MIDDLE, NEAR, WIDTH
from jizhou_desktop.domain.face import Role

_WORD = "文件"


def check_mark(elements: Elements, clause: str, upper_edge: float, text: str) -> Iterator[Finding]:
    """The mark with its upper edge `upper_edge` mm from the paper's."""
    mark = elements.mark
    if not mark:
        yield absent(clause, "发文机关标志（红色）")
        return
    top = min(line.top for line in mark)
    yield length(clause, f"发文机关标志{text}", upper_edge, top, near=1.5)
    left, right = min(line.left for line in mark), max(line.right for line in mark)
    yield length(clause, "发文机关标志居中", MIDDLE, (left + right) / 2, near=1.5)
    yield at_most(clause, "发文机关标志不宽于版心", WIDTH + NEAR / 2, right - left)
    yield role_found(clause, "发文机关标志字体", Role.TITLE, Line(1, tuple(g for line in mark for g in line.glyphs)))
    if len(mark) > 1:
        yield from _joint(elements, clause)


def _joint(elements: Elements, clause: str) -> Iterator[Finding]:
    """The names one under the other between the same edges, the host's first; 文件 at their right, in their middle."""
    words = [run for line in elements.mark for run in _parts(line) if run.text == _WORD]
    names = [run for line in elements.mark for run in _parts(line) if run.text != _WORD]
    if not names:
        return
    for name in names[1:]:
        yield length(clause, "联署机关名称左端对齐", names[0].left, name.left, near=1.5)
        yield length(clause, "联署机关名称右端对齐", names[0].right, name.right, near=2.5)
    if words:
        middle = (min(name.top for name in names) + max(name.bottom for name in names)) / 2
        yield length(clause, "“文件”上下居中", middle, (words[0].top + words[0].bottom) / 2, near=1.5)
        ok = words[0].left > max(name.left for name in names) + WIDTH / 3
        yield said(clause, "“文件”在联署机关名称右侧", "右侧", "右侧" if ok else "不在右侧", ok)
    if elements.signed:
        host = elements.signed[0].runs[0].text
        ok = _abbreviates(host, names[0].text)
        yield said(clause, "主办机关排列在前（与首个署名一致）", host, names[0].text, ok)


def _parts(line: Line) -> list[Line]:
    """A line of the mark in its names and 文件, which is set in another size or at their right."""
    at = line.text.find(_WORD)
    if at < 0:
        return [line]
    word = Line(line.page, line.glyphs[at : at + len(_WORD)])
    rest = line.glyphs[:at] + line.glyphs[at + len(_WORD) :]
    return [Line(line.page, rest), word] if rest else [word]


def _abbreviates(short: str, full: str) -> bool:
    """Whether a name's characters follow each other in a longer name (区发展改革委 and 区发展和改革委员会)."""
    if len(short) > len(full):
        short, full = full, short
    rest = iter(full)
    return all(character in rest for character in short)
