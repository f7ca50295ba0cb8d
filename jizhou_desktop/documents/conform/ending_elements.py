"""Tells apart what follows the body: 附件说明, 署名 or the signer's stamp, 成文日期, 附注."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.documents.conform.standard import CELL, LEFT, ROW

_FIGURE = "[0-9０-９〇○零一二三四五六七八九十]"
DATE = re.compile(f"^{_FIGURE}{{4}}年{_FIGURE}{{1,3}}月{_FIGURE}{{1,3}}日$")
_POST = re.compile(r"(长|主任|书记|主席|经理)$")
ATTENDANCE = re.compile(r"^(出席|请假|列席)")
_NOTE_BEGINS = re.compile(r"^附件[:：]")
_APART = LEFT + 2.6 * CELL
"""No line of the body begins so far from the left edge."""
_NEXT_STAMP, _NEXT_ROW = 5.6 * ROW, 1.6 * ROW


@dataclass(frozen=True)
class Ending:
    """The lines from the body to the end; what is not on the paper is empty or None."""

    body: tuple[Line, ...]
    annex_note: tuple[Line, ...] = ()
    signed: tuple[Line, ...] = ()
    signer: Line | None = None
    date: Line | None = None
    note: tuple[Line, ...] = ()


def split_ending(lines: Sequence[Line], *, signer_alone: bool) -> Ending:
    """`signer_alone`: as in orders, what stands above the date is a signer's stamp (7.3.5.3), no office's name."""
    dates = [place for place, line in enumerate(lines) if DATE.match(line.text) and line.left > _APART]
    if not dates:
        start, end = _annex_note(lines)
        return Ending((*lines[:start], *lines[end:]), tuple(lines[start:end]))
    date = lines[dates[-1]]
    above, after = lines[: dates[-1]], tuple(lines[dates[-1] + 1 :])
    start, end = _annex_note(above)
    signed = _signed(above[end:] if end > start else above, date)
    body = [line for line in above[: len(above) - len(signed)] if line not in above[start:end]]
    signer = signed[0] if len(signed) == 1 and _is_signer(signed[0], date, sure=signer_alone) else None
    return Ending(
        tuple(body), tuple(above[start:end]), () if signer else signed, signer, date, _note(after)
    )  # fmt: skip


def _annex_note(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the last 附件： begins and, entry under entry without a blank line, ends."""
    starts = [place for place, line in enumerate(lines) if _NOTE_BEGINS.match(line.text)]
    if not starts:
        return len(lines), len(lines)
    end = starts[-1] + 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return starts[-1], end


def _goes_on(above: Line, line: Line) -> bool:
    near = line.page != above.page or line.y - above.y < _NEXT_ROW
    return near and line.left < LEFT + 8 * CELL and not ATTENDANCE.match(line.text)


def _signed(above: Sequence[Line], date: Line) -> tuple[Line, ...]:
    """The lines above the date that begin far from the left edge; rows of offices stand their stamps apart."""
    signed: list[Line] = []
    below = date
    for line in reversed(above):
        near = line.page == below.page and below.y - line.y < _NEXT_STAMP
        # several offices stand side by side, and may begin further left than one would
        apart = line.left >= _APART or len(line.runs) > 1
        if not near or not apart or line.text[-1] in "。；：，":
            break
        signed.insert(0, line)
        below = line
    return tuple(signed)


def _is_signer(line: Line, date: Line, *, sure: bool) -> bool:
    """A post with a name at its right, further above the date than an office's name would be."""
    return sure or (bool(_POST.search(line.runs[0].text)) and len(line.runs) <= 2 and date.y - line.y > _NEXT_ROW)


def _note(after: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(takewhile(lambda line: not line.text.startswith("附件"), after))
