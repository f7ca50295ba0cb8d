"""附件说明、附注、附件（7.3.4、7.3.6、7.3.7）。"""

import re
from collections.abc import Iterator

from jizhou_desktop.documents.conform.elements import ANNEX, Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import Finding, absent, length, said, size
from jizhou_desktop.documents.conform.lines import Line, Page
from jizhou_desktop.documents.conform.standard import BOTTOM, CELL, EM_3, HEIGHT, LEFT, MIDDLE, NEAR, ROW, SIZE_3, TOP
from jizhou_desktop.domain.face import Role

_ENTRY = re.compile(r"^(附件[:：])?(\d+[.．])?")
_RISE = 0.86  # of an em
_TURNED_LEFT = 297 - BOTTOM
"""Where the text of a page begins that is wider than high: the foot's margin is then at its left."""


def check_ending(elements: Elements) -> Iterator[Finding]:
    """B-04, B-09 and B-10."""
    yield from _annex_note(elements)
    yield from _note(elements)
    yield from _annexes(elements)


def _annex_note(elements: Elements) -> Iterator[Finding]:
    lines = elements.annex_note
    if not lines:
        if elements.annexes:
            yield absent("B-04", "附件说明")
        return
    gap = elements.gap_above(lines[0])
    if gap is not None:
        yield length("B-04", "正文下空一行", 2 * ROW, gap, near=2 * NEAR, page=lines[0].page)
    yield length("B-04", "附件说明左空二字", LEFT + 2 * CELL, lines[0].left, near=NEAR)
    wrong = next((line for line in lines if abs(line.size - SIZE_3) > 0.15), lines[0])
    yield size("B-04", "附件说明字号", SIZE_3, wrong.size, page=wrong.page)
    yield role_found("B-04", "附件说明字体", Role.FANGSONG, lines[0])
    yield said("B-04", "“附件”后标全角冒号", "：", lines[0].text[2], lines[0].text[2] == "：")
    last = [line.text[-1] for line in lines if line.text[-1] in "。；，、"]
    yield said("B-04", "附件名称后不加标点", "没有", "".join(last) or "没有", not last)
    yield from _turned(lines)
    yield from _told_and_there(elements)


def _turned(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """Numbers stand under the first number, turned lines under the first character of their own entry's name."""
    if len(lines) < 2:
        return
    number, name = _places(lines[0])
    wrong: Line | None = None
    for line in lines[1:]:
        if re.match(r"^\d+[.．]", line.text):
            ok = number is not None and abs(line.left - number) <= NEAR
            name = _places(line)[1]
        else:
            ok = name is not None and abs(line.left - name) <= NEAR
        wrong = wrong or (None if ok else line)
    found = f"“{wrong.text[:8]}”未对齐" if wrong else "对齐"
    yield said("B-04", "附件顺序号对齐，回行与名称首字对齐", "对齐", found, wrong is None)


def _places(line: Line) -> tuple[float | None, float | None]:
    """Where an entry's number (or name, where it has none) and its name begin."""
    match = _ENTRY.match(line.text)
    lead, whole = (len(match[1] or ""), len(match[0])) if match else (0, 0)
    glyphs = line.glyphs
    return (glyphs[lead].x if lead < len(glyphs) else None), (glyphs[whole].x if whole < len(glyphs) else None)


def _told_and_there(elements: Elements) -> Iterator[Finding]:
    """Every annex that is told is there, under the title that it is told by (7.3.7)."""
    names: list[str] = []
    for line in elements.annex_note:
        lead = _ENTRY.match(line.text)
        if names and not (lead and lead[0]):
            names[-1] += line.text
        else:
            names.append(line.text[len(lead[0]) :] if lead else line.text)
    starts = [page for page in elements.annexes if page.lines and ANNEX.match(page.lines[0].text)]
    ok = len(names) == len(starts)
    yield said("B-10", "附件说明与所附附件数", f"{len(names)} 个", f"{len(starts)} 个", ok)
    for name, page in zip(names, starts, strict=False):
        title = "".join(line.text for line in _title(page))
        yield said("B-10", "附件标题与附件说明一致", name, title or "未找到", title == name, page=page.number)


def _note(elements: Elements) -> Iterator[Finding]:
    note, date = elements.note, elements.date
    if not note or date is None:
        return
    yield length("B-09", "附注居左空二字", LEFT + 2 * CELL, note[0].left, near=NEAR)
    yield size("B-09", "附注字号", SIZE_3, note[0].size)
    yield role_found("B-09", "附注字体", Role.FANGSONG, note[0])
    text = "".join(line.text for line in note)
    yield said("B-09", "附注加圆括号", "（……）", text, text.startswith("（") and text.endswith("）"))
    if note[0].page == date.page:
        yield length("B-09", "附注在成文日期下一行", ROW, note[0].y - date.y, near=0.2 * ROW)


def _annexes(elements: Elements) -> Iterator[Finding]:
    colophon = set(map(id, elements.colophon))
    inside = [line for page in elements.pages for line in page.lines[1:] if ANNEX.match(line.text)]
    within_page = next((line for line in inside if line.left < LEFT + CELL and id(line) not in colophon), None)
    if elements.annexes or within_page:
        ok, at = within_page is None, within_page.page if within_page else 0
        yield said("B-10", "附件另面编排", "另面", "另面" if ok else "接在正文后", ok, page=at)
    for page in elements.annexes:
        if page.lines and ANNEX.match(page.lines[0].text):
            yield from _annex(page)


def _annex(page: Page) -> Iterator[Finding]:
    first, number = page.lines[0], page.number
    ok = bool(re.fullmatch(r"附件[1-9]?\d*", first.text))
    yield said("B-10", "“附件”及顺序号写法", "附件 或 附件1", first.text, ok, page=number)
    yield role_found("B-10", "“附件”字体", Role.HEI, Line(number, first.glyphs[:2]))
    yield size("B-10", "“附件”字号", SIZE_3, first.size, page=number)
    left, middle = (_TURNED_LEFT, _TURNED_LEFT + HEIGHT / 2) if page.wide else (LEFT, MIDDLE)
    top = (LEFT if page.wide else TOP) + _RISE * EM_3
    yield length("B-10", "“附件”顶格", left, first.left, near=NEAR, page=number)
    yield length("B-10", "“附件”在第一行", top, first.y, near=ROW / 2, page=number)
    title = _title(page)
    if not title:
        yield absent("B-10", f"第 {number} 页附件标题")
        return
    yield length("B-10", "附件标题在第三行", 2 * ROW, title[0].y - first.y, near=2 * NEAR, page=number)
    for line in title:
        yield length("B-10", "附件标题居中", middle, line.middle, near=1.5, page=number)
    for line in title:
        yield role_found("B-10", "附件标题字体", Role.TITLE, line)


def _title(page: Page) -> list[Line]:
    """The lines under 附件 in the type of the first of them."""
    lines = [line for line in page.lines[1:] if not page.in_table(line)]
    if not lines:
        return []
    first = lines[0]
    title = []
    for line in lines:
        if abs(line.size - first.size) > 0.2 or line.role is not first.role or line.left < first.left - 60:
            break
        title.append(line)
    return title
