"""Draws the rows of a grid on a page: texts, then rules, none through a merged cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms import cell_text
from jizhou_desktop.documents.forms.grid import (
    ABOVE,
    FOOT_IN,
    FOOT_LEADING,
    FOOT_UP,
    MM_PER_POINT,
    PADDING,
    LaidCell,
    LaidRow,
    pitch,
)
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.domain.face import Role

_OUTER, _INNER = 0.5, 0.25
_BASELINE = 0.36
"""From the middle of a line of text down to its baseline, as a share of its size."""


@dataclass
class _Box:
    """A cell as it stands on this page, over all its rows here."""

    laid: LaidCell
    top: float
    bottom: float


def draw_rows(pen: Pen, rows: Sequence[LaidRow], left: float, top: float, width: float) -> float:
    """Draws rows from `top` down; gives where they end."""
    boxes = list(_boxes(rows, top))
    for box in boxes:
        _text(pen, box, left)
    end = top + sum(row.height for row in rows)
    pen.lines(_rules(boxes, left, end), width=_INNER)
    pen.rect(left, top, width, end - top, line=_OUTER)
    return end


def _boxes(rows: Sequence[LaidRow], top: float) -> Iterator[_Box]:
    open_boxes: dict[float, _Box] = {}
    for row in rows:
        above, open_boxes = open_boxes, {}
        for cell in row.cells:
            box = above.get(cell.x)
            if box is None or not cell.continues or box.laid.cell is not cell.cell:
                box = _Box(cell, top, top)
                yield box
            box.bottom = top + row.height
            open_boxes[cell.x] = box
        top += row.height


def _rules(boxes: Sequence[_Box], left: float, end: float) -> list[tuple[float, float, float, float]]:
    """The rules between the boxes. Those that meet end to end on one line are one rule."""
    across: dict[float, list[tuple[float, float]]] = {}
    down: dict[float, list[tuple[float, float]]] = {}
    for box in boxes:
        if box.laid.x:
            down.setdefault(round(left + box.laid.x, 3), []).append((box.top, box.bottom))
        if box.bottom < end - 0.01:
            across.setdefault(round(box.bottom, 3), []).append((box.laid.x, box.laid.x + box.laid.width))
    rules = [(left + a, y, left + b, y) for y, parts in across.items() for a, b in _joined(parts)]
    return rules + [(x, a, x, b) for x, parts in down.items() for a, b in _joined(parts)]


def _joined(parts: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for begin, end in sorted(parts):
        if joined and begin - joined[-1][1] < 0.01:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((begin, end))
    return joined


def _text(pen: Pen, box: _Box, left: float) -> None:
    cell, step, height = box.laid.cell, pitch(box.laid.cell), box.bottom - box.top
    lines, x = box.laid.lines, left + box.laid.x
    if cell.stacked and len(cell.text) * step <= height - 2 * ABOVE:
        lines = list(cell.text)
    first = box.top + (PADDING if cell.foot else (height - len(lines) * step) / 2)
    drop = _BASELINE * cell.size * MM_PER_POINT
    for number, line in enumerate(lines):
        at = _start(pen, box.laid, line, x)
        cell_text.draw(pen, at, first + (number + 0.5) * step + drop, line, role=cell.role, size=cell.size)
    feet = cell.foot.split("\n") if cell.foot else []
    widest = max((pen.width(line, Role.FANGSONG, cell.size) for line in feet), default=0.0)
    for number, line in enumerate(reversed(feet)):
        at, up = x + box.laid.width - FOOT_IN - widest, FOOT_UP + number * FOOT_LEADING * step
        pen.text(at, box.bottom - up, line, Role.FANGSONG, cell.size)


def _start(pen: Pen, laid_cell: LaidCell, line: str, x: float) -> float:
    cell = laid_cell.cell
    if cell.align == "left":
        return x + PADDING
    free = laid_cell.width - cell_text.width_of(pen, line, cell.role, cell.size)
    return x + (free / 2 if cell.align == "center" else free - PADDING)
