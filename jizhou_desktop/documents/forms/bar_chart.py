"""统计图: a bar a line, done filled, under way hatched, the target a frame; it reads the same printed in black."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jizhou_desktop.documents.colours import BLACK, Colour
from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.forms.form_page import BOTTOM, LEFT, RIGHT, TOP
from jizhou_desktop.documents.forms.page_ends import draw_foot
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.sheet import A4_HEIGHT, A4_WIDTH, Sheet
from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.domain.assessment import Light
from jizhou_desktop.domain.face import Printed, Role

_GREY: Colour = (0.35, 0.35, 0.35)
_COLOURS: dict[Light, Colour] = {
    Light.REACHED: (0.0, 0.45, 0.2),
    Light.IN_REACH: (0.75, 0.5, 0.0),
    Light.SHORT: (0.75, 0.1, 0.1),
    Light.FREE: BLACK,
}
_FILLED = {Light.REACHED: 1.0, Light.IN_REACH: 0.5, Light.SHORT: 0.0}
"""How much of a light's square is filled: its shape, for printing in black."""

_MOST, _PITCH, _BAR = 30, 8.0, 4.2
"""Bars on a page; from one to the next, and the height of one, mm."""
_TITLE, _HEAD, _SIZE, _SMALL = 18.0, 12.0, 10.0, 9.0
_NAMES, _FIGURES = 52.0, 40.0
"""Room at the left for names, and at the right for figures and lights, mm."""
_HATCH = 1.1
_WIDTH = A4_WIDTH - LEFT - RIGHT


@dataclass(frozen=True)
class Bar:
    """One line: counts in 家 (or 个) and how the target stands."""

    name: str
    target: int
    done: int
    under_way: int
    light: Light


@dataclass(frozen=True)
class Chart:
    """A chart of one or more blocks, each a heading with its bars, each beginning a page."""

    title: str
    blocks: Sequence[tuple[str, Sequence[Bar]]]
    left: str
    right: str


def write_chart(chart: Chart, path: Path, faces: Faces, *, created: datetime, author: str = "") -> Printed:
    """Writes the chart as a PDF. Raises UserError where the file cannot be written."""
    sheet = Sheet(path, faces, title=chart.title, author=author, created=created)
    pages = [
        (head, bars[begin : begin + _MOST], bars) for head, bars in chart.blocks for begin in range(0, len(bars), _MOST)
    ]
    for number, (head, part, bars) in enumerate(pages, start=1):
        sheet.page()
        y = _head(sheet, chart, head)
        longest = max((max(bar.target, bar.done + bar.under_way) for bar in bars), default=0)
        for bar in part:
            _bar(sheet, bar, y, longest)
            y += _PITCH
        draw_foot(sheet, f"第 {number} 页　共 {len(pages)} 页", A4_WIDTH / 2, A4_HEIGHT - BOTTOM + 9)
    return sheet.finish()


def _head(pen: Pen, chart: Chart, head: str) -> float:
    """Title, whose it is, heading and key; gives where the first bar begins."""
    middle = (A4_WIDTH + LEFT - RIGHT) / 2
    pen.text(middle - pen.width(chart.title, Role.TITLE, _TITLE) / 2, TOP + 7, chart.title, Role.TITLE, _TITLE)
    pen.text(LEFT, TOP + 15, chart.left, Role.SONG, _SIZE)
    pen.text(A4_WIDTH - RIGHT - pen.width(chart.right, Role.SONG, _SIZE), TOP + 15, chart.right, Role.SONG, _SIZE)
    pen.line(LEFT, TOP + 18, A4_WIDTH - RIGHT, TOP + 18, width=0.5)
    pen.text(LEFT, TOP + 25, head, Role.HEI, _HEAD)
    _key(pen, TOP + 25)
    return TOP + 31


def _key(pen: Pen, y: float) -> None:
    x = A4_WIDTH - RIGHT - 116
    for name, counts in (("完成", (0, 6, 0)), ("推进中", (0, 0, 6)), ("任务", (6, 0, 0))):
        _parts(pen, x, y - 2.8, 3.2, counts, unit=1.0)
        x += 7.5 + pen.text(x + 7.5, y, name, Role.SONG, _SMALL) + 3
    for light in _FILLED:
        _light(pen, x, y, light)
        x += 4 + pen.text(x + 4, y, str(light), Role.SONG, _SMALL, color=_COLOURS[light]) + 3


def _bar(pen: Pen, bar: Bar, y: float, longest: int) -> None:
    base = y + _BAR - 0.8
    _name(pen, bar.name, base)
    room = _WIDTH - _NAMES - _FIGURES
    if longest:
        _parts(pen, LEFT + _NAMES, y, _BAR, (bar.target, bar.done, bar.under_way), unit=room / longest)
    pen.line(LEFT + _NAMES, y - 1, LEFT + _NAMES, y + _BAR + 1, width=0.35)
    x = A4_WIDTH - RIGHT - _FIGURES + 3
    pen.text(x, base, f"{bar.done}＋{bar.under_way}／{bar.target}", Role.FANGSONG, _SIZE)
    _light(pen, x + 22, base, bar.light)
    pen.text(x + 26, base, str(bar.light), Role.SONG, _SMALL, color=_COLOURS[bar.light])


def _name(pen: Pen, name: str, base: float) -> None:
    """The name on the bar's own line, a long one in small type on two."""
    if pen.width(name, Role.FANGSONG, _SIZE) <= _NAMES - 2:
        pen.text(LEFT, base, name, Role.FANGSONG, _SIZE)
        return
    lines = wrapped(name, _NAMES - 2, lambda text: pen.width(text, Role.FANGSONG, _SMALL))
    for number, line in enumerate(lines[:2]):
        pen.text(LEFT, base - 1.6 + number * 3.4, line, Role.FANGSONG, _SMALL)


def _parts(pen: Pen, x: float, y: float, height: float, counts: tuple[int, int, int], *, unit: float) -> None:
    """Done filled, under way hatched, the target a frame over both."""
    target, done, under_way = (count * unit for count in counts)
    if done:
        pen.rect(x, y, done, height, line=0, fill=_GREY)
    if under_way:
        pen.lines(_hatches(x + done, y, under_way, height), width=0.2, color=_GREY)
        pen.rect(x + done, y, under_way, height, line=0.15, color=_GREY)
    if target:
        pen.rect(x, y, target, height, line=0.4)


def _hatches(x: float, y: float, width: float, height: float) -> Iterator[tuple[float, float, float, float]]:
    """Lines that rise to the right, cut off at the box."""
    start = -height + _HATCH
    while start < width:
        begin, end = max(start, 0.0), min(start + height, width)
        yield x + begin, y + height - (begin - start), x + end, y + height - (end - start)
        start += _HATCH


def _light(pen: Pen, x: float, y: float, light: Light) -> None:
    """A square, filled by how the target stands; none where there is no target."""
    if light not in _FILLED:
        return
    color, side = _COLOURS[light], 2.8
    if _FILLED[light]:
        pen.rect(x, y - side, side * _FILLED[light], side, line=0, fill=color)
    pen.rect(x, y - side, side, side, line=0.3, color=color)
