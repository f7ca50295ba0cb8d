"""附件说明、署名、成文日期、附注、附件（7.3.4—7.3.7）。"""

import re
from collections.abc import Iterator

from jizhou_desktop.documents.conform.check_head import role_found
from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.finding import Finding, at_most, cells, length, said, size
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import CELL, EM_3, LEFT, MIDDLE, NEAR, RIGHT, ROW, SIZE_3
from jizhou_desktop.domain.face import Role

_DATE_FORM = re.compile(r"^[1-9]\d{3}年[1-9]\d?月[1-9]\d?日$")


def check_ending(elements: Elements) -> Iterator[Finding]:
    """B-04 to B-10."""
    yield from _annex_note(elements)
    yield from _date(elements)
    yield from _note(elements)
    yield from _annexes(elements)


def _annex_note(elements: Elements) -> Iterator[Finding]:
    lines = elements.annex_note
    if not lines:
        return
    if elements.body and elements.body[-1].page == lines[0].page:
        gap = lines[0].y - elements.body[-1].y
        yield length("B-04", "正文下空一行", 2 * ROW, gap, near=2 * NEAR, page=lines[0].page)
    yield length("B-04", "附件说明左空二字", LEFT + 2 * CELL, lines[0].left, near=NEAR)
    last = [line.text[-1] for line in lines if line.text[-1] in "。；，、"]
    yield said("B-04", "附件名称后不加标点", "没有", "".join(last) or "没有", not last)
    if len(lines) > 1:
        yield from _turned(lines)


def _turned(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """Numbers stand under the first number, turned lines under the first character of the name."""
    numbered = re.match(r"^附件[:：]\d+[.．]", lines[0].text)
    after_colon = lines[0].glyphs[3].x
    name = lines[0].glyphs[len(numbered[0])].x if numbered else after_colon
    wrong = [
        line
        for line in lines[1:]
        if abs(line.left - (after_colon if re.match(r"^\d+[.．]", line.text) else name)) > NEAR
    ]
    found = "对齐" if not wrong else f"“{wrong[0].text[:8]}”未对齐"
    yield said("B-04", "附件顺序号对齐，回行与名称首字对齐", "对齐", found, not wrong)


def _date(elements: Elements) -> Iterator[Finding]:
    date = elements.date
    if date is None:
        return
    yield said("B-08", "成文日期写法", "如 2020年7月21日", date.text, bool(_DATE_FORM.match(date.text)))
    yield size("B-08", "成文日期字号", SIZE_3, date.size)
    free = (RIGHT - date.right) / CELL
    if not elements.signed:
        ok = min(abs(free - 4), abs(free - 2)) < 0.35
        yield said("B-05", "成文日期右空字数", "四字或二字", f"{free:.1f} 字", ok)
        return
    # The stamp itself is not on the paper yet: the ending is read in the way that it comes nearer to.
    ways = list(_stamped(elements, date, free)), list(_unstamped(elements, date, free))
    yield from min(ways, key=lambda findings: sum(not finding.ok for finding in findings))


def _stamped(elements: Elements, date: Line, free: float) -> Iterator[Finding]:
    yield cells("B-05", "成文日期右空四字", 4, free)
    names = elements.signed
    yield length("B-05", "署名在成文日期之上", ROW, date.y - names[-1].y, near=0.2 * ROW)
    if len(names) == 1 and len(names[0].runs) == 1 and names[0].right - names[0].left < 12 * EM_3:
        yield length("B-05", "署名以成文日期为准居中", date.middle, names[0].middle, near=1.5)
    yield at_most("B-05", "署名不出版心", RIGHT + NEAR, max(line.right for line in names))


def _unstamped(elements: Elements, date: Line, free: float) -> Iterator[Finding]:
    name = elements.signed[-1]
    if elements.body and elements.body[-1].page == name.page and not elements.annex_note:
        first = elements.signed[0]
        yield length("B-06", "正文下空一行署名", 2 * ROW, first.y - elements.body[-1].y, near=2 * NEAR)
    yield length("B-06", "署名下一行为成文日期", ROW, date.y - name.y, near=0.2 * ROW)
    if date.right - date.left > name.right - name.left:
        yield cells("B-06", "成文日期长于署名，右空二字", 2, free)
        return
    yield length("B-06", "署名右空二字", RIGHT - 2 * CELL, name.right, near=2 * NEAR)
    yield length("B-06", "成文日期首字比署名首字右移二字", name.left + 2 * CELL, date.left, near=NEAR)


def _note(elements: Elements) -> Iterator[Finding]:
    note, date = elements.note, elements.date
    if note is None or date is None:
        return
    yield length("B-09", "附注居左空二字", LEFT + 2 * CELL, note.left, near=NEAR)
    ok = note.text.endswith("）")
    yield said("B-09", "附注加圆括号", "（……）", note.text, ok)
    if note.page == date.page:
        yield length("B-09", "附注在成文日期下一行", ROW, note.y - date.y, near=0.2 * ROW)


def _annexes(elements: Elements) -> Iterator[Finding]:
    for page in elements.annexes:
        first = page.lines[0] if page.lines else None
        if first is None or not re.match(r"^附件\d*$", first.text):
            continue
        yield role_found("B-10", "“附件”字体", Role.HEI, first)
        yield size("B-10", "“附件”字号", SIZE_3, first.size, page=page.number)
        if page.wide:
            continue
        yield length("B-10", "“附件”顶格", LEFT, first.left, near=NEAR, page=page.number)
        if len(page.lines) > 1:
            title = page.lines[1]
            yield length("B-10", "附件标题在第三行", 2 * ROW, title.y - first.y, near=2 * NEAR, page=page.number)
            yield length("B-10", "附件标题居中", MIDDLE, title.middle, near=1.5, page=page.number)
