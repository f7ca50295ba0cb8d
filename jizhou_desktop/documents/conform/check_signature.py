"""署名和成文日期（7.3.5）：with the offices' stamps, without them, and with the signer's own."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jizhou_desktop.documents.conform.elements import Elements
from jizhou_desktop.documents.conform.faces import role_found
from jizhou_desktop.documents.conform.finding import (
    Finding,
    absent,
    at_least,
    at_most,
    cells,
    length,
    said,
    size,
    within,
)
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import CELL, LEFT, NEAR, RIGHT, ROW, SIZE_3
from jizhou_desktop.domain.document import Layout
from jizhou_desktop.domain.face import Role

_DATE_FORM = re.compile(r"^[1-9]\d{3}年[1-9]\d?月[1-9]\d?日$")
_STAMP = 42.0
"""The diameter of a round office stamp, mm."""
_NOT_SIGNED = (Layout.MINUTES,)


def check_signature(elements: Elements) -> Iterator[Finding]:
    """B-05 to B-08; minutes bear neither signature nor date at their end (10.3)."""
    date = elements.date
    if date is None:
        if elements.layout not in _NOT_SIGNED:
            yield absent("B-08", "成文日期（右侧、署名之下）")
        return
    yield said("B-08", "成文日期写法", "如 2020年7月21日", date.text, bool(_DATE_FORM.match(date.text)))
    yield size("B-08", "成文日期字号", SIZE_3, date.size)
    yield role_found("B-08", "成文日期字体", Role.FANGSONG, date)
    free = (RIGHT - date.right) / CELL
    if elements.signer:
        yield from _own_stamp(elements, elements.signer, date, free)
    elif elements.layout is Layout.ORDER:
        yield absent("B-07", "签发人职务和签名章")
    elif not elements.signed:
        yield absent("B-05", "发文机关署名")
    else:
        name = elements.signed[0]
        yield size("B-05", "署名字号", SIZE_3, name.size)
        yield role_found("B-05", "署名字体", Role.FANGSONG, name)
        # The stamp itself is not on the paper yet: the ending is read in the way that it comes nearer to.
        ways = list(_stamped(elements, date, free)), list(_unstamped(elements, date, free))
        yield from min(ways, key=lambda findings: sum(not finding.ok for finding in findings))


def _stamped(elements: Elements, date: Line, free: float) -> Iterator[Finding]:
    yield cells("B-05", "成文日期右空四字", 4, free)
    names = elements.signed
    yield length("B-05", "署名在成文日期之上", ROW, date.y - names[-1].y, near=0.2 * ROW)
    last = names[-1].runs[-1]
    # a long name is moved to the left, so as to stay in the text area
    middle = min(date.middle, RIGHT - (last.right - last.left) / 2)
    yield length("B-05", "署名以成文日期为准居中", middle, last.middle, near=1.5)
    yield at_most("B-05", "署名不出版心", RIGHT + NEAR, max(line.right for line in names))
    gap = elements.gap_above(names[0])
    if gap is not None:
        # a stamp set on name and date reaches up to within one row of the text
        yield within("B-05", "印章顶端距正文一行之内（署名距正文）", 2 * ROW - 2, 4 * ROW + 2, gap, page=names[0].page)
    yield from _apart(names)


def _apart(names: tuple[Line, ...]) -> Iterator[Finding]:
    """Stamps of several offices do not touch, and stand in the text area."""
    sides = [after.middle - before.middle for line in names for before, after in pairwise(line.runs)]
    rows = [below.y - above.y for above, below in pairwise(names)]
    if sides or rows:
        least = min([*sides, *rows])
        yield at_least("B-05", "联合行文印章互不相交（署名间距）", _STAMP, least)
        first = min(run.middle for line in names for run in line.runs) - _STAMP / 2
        yield at_least("B-05", "每排印章不出版心（左端）", LEFT - NEAR, first)
        most = max(len(line.runs) for line in names)
        yield said("B-05", "每排印章不超过三个", "不超过 3 个", f"{most} 个", most <= 3)


def _unstamped(elements: Elements, date: Line, free: float) -> Iterator[Finding]:
    names = elements.signed
    gap = elements.gap_above(names[0])
    if gap is not None:
        yield length("B-06", "正文下空一行署名", 2 * ROW, gap, near=2 * NEAR, page=names[0].page)
    for above, line in pairwise(names):
        yield length("B-06", "署名依次向下编排", ROW, line.y - above.y, near=0.2 * ROW)
    yield length("B-06", "署名下一行为成文日期", ROW, date.y - names[-1].y, near=0.2 * ROW)
    left, right = min(line.left for line in names), max(line.right for line in names)
    if date.right - date.left > right - left:
        yield cells("B-06", "成文日期长于署名，右空二字", 2, free)
    else:
        yield length("B-06", "署名右空二字", RIGHT - 2 * CELL, right, near=2 * NEAR)
    yield length("B-06", "成文日期首字比署名首字右移二字", left + 2 * CELL, date.left, near=NEAR)


def _own_stamp(elements: Elements, signer: Line, date: Line, free: float) -> Iterator[Finding]:
    """The post, two characters further the signer's stamp (here his name), and the date below a blank line."""
    if len(signer.runs) < 2:
        yield absent("B-07", "签名章（签发人姓名）")
    else:
        post, name = signer.runs[0], signer.runs[-1]
        yield length("B-07", "签名章左空二字标注职务", 2 * CELL, name.left - post.right, near=NEAR)
        yield length("B-07", "签名章右空四字", RIGHT - 4 * CELL, name.right, near=NEAR)
        yield role_found("B-07", "签发人职务字体", Role.FANGSONG, post)
    gap = elements.gap_above(signer)
    if gap is not None:
        yield length("B-07", "正文下空二行加盖签名章", 3 * ROW, gap, near=2 * NEAR, page=signer.page)
    yield length("B-07", "签名章下空一行编排成文日期", 2 * ROW, date.y - signer.y, near=2 * NEAR)
    yield cells("B-07", "成文日期右空四字", 4, free)
