"""Tables in Word: title, unit and head are repeated on each page, rows never part."""

import re
from collections.abc import Sequence
from math import ceil

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Row

from jizhou_desktop.domain.column_widths import column_widths
from jizhou_desktop.domain.document import Table
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import POINT, ROW
from jizhou_desktop.exchange.word.setter import (
    BOTH,
    CENTRE,
    OVER_ROW,
    TO_LEFT,
    TO_RIGHT,
    Setter,
    Words,
    em_width,
    keep_with_next,
)
from jizhou_desktop.exchange.word.table_shape import (
    draw_rules,
    fix_columns,
    only_paragraph,
    pad,
    row_height,
    together,
    unruled,
)

_SIZE, _SMALL = 12.0, 10.5
_PITCH, _PADDING = 17.4, 1.6
"""A cell's row, pt; its padding, mm."""
_OUTER, _INNER = 8, 4
"""Eighths of a pt: 0.35 and 0.2 mm."""
_RULE = _INNER / 8 * POINT
"""Word adds a rule to the height of each row, mm."""
_CAPTION, _CAPTION_ROW, _NOTE, _GAP = 9.0, 7.5, 6.5, 2.2
"""The heights of caption and note, and what stays free above and at least below, mm."""
_LEAST_ROWS = 2
"""Rows under the head that stand on its page, and rows that what follows must have with it."""
_FIGURE = re.compile(r"\d[\d.,]*%?")
_ALIGNS = {"l": TO_LEFT, "c": CENTRE, "r": TO_RIGHT}


def set_table(setter: Setter, table: Table, width: float, over: float = _GAP + OVER_ROW) -> None:
    """A table `width` mm wide at 小四, `over` mm below what precedes; then blank room to the next row of the page."""
    if over:
        keep_with_next(setter.row(height=over / POINT))
    captioned = bool(table.title or table.unit)
    texts = [table.head, *table.rows]
    made = setter.document.add_table(len(texts) + captioned, len(table.head))
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    widths = _widths(table, width)
    draw_rules(made, top=_OUTER, left=_OUTER, bottom=_OUTER, right=_OUTER, insideH=_INNER, insideV=_INNER)
    pad(made, _PADDING, _PADDING - _RULE / 2)
    fix_columns(made, widths)
    rows = list(made.rows)
    if captioned:
        _caption(setter, rows.pop(0), table, width)
    for number, (row, cells) in enumerate(zip(rows, texts, strict=True)):
        _set_row(setter, row, cells, table, number)
    _below(setter, table, _height(table, widths))


def _widths(table: Table, width: float) -> list[float]:
    shares = table.widths or (1.0,) * len(table.head)
    return column_widths(shares, width, [_longest_figure(table, column) for column in range(len(shares))])


def _longest_figure(table: Table, column: int) -> float:
    figures = [figure for row in table.rows for figure in _FIGURE.findall(row[column])]
    return max((em_width(figure) * _SIZE * POINT + 2 * _PADDING + _RULE for figure in figures), default=0.0)


def _set_row(setter: Setter, row: _Row, texts: Sequence[str], table: Table, number: int) -> None:
    """The head's row, of `number` 0, or one below it."""
    is_head = number == 0
    together(row, head=is_head)
    for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        words = Words(text, Role.HEI if is_head else Role.FANGSONG, _SIZE)
        align = CENTRE if is_head else _align(table, column)
        paragraph = setter.row([words], align=align, height=_PITCH, into=cell.paragraphs[0])
        if number < _LEAST_ROWS:
            keep_with_next(paragraph)


def _align(table: Table, column: int) -> WD_ALIGN_PARAGRAPH:
    said = table.aligns[column] if column < len(table.aligns) else "l"
    return _ALIGNS.get(said, BOTH)


def _caption(setter: Setter, row: _Row, table: Table, width: float) -> None:
    """Title in the middle and unit at the right, in a row without rules that belongs to the head."""
    together(row, head=True)
    row_height(row, _CAPTION / POINT)
    cell = only_paragraph(row.cells[0].merge(row.cells[-1]))
    unruled(cell, below=_OUTER)
    title = Words(f"\t{table.title}", Role.HEI, _SIZE)
    said = setter.row([title], height=_CAPTION_ROW / POINT, align=TO_LEFT, into=cell.paragraphs[0])
    stops = said.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(width / 2), WD_TAB_ALIGNMENT.CENTER)
    if table.unit:
        stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
        setter.add(said, Words(f"\t单位：{table.unit}", Role.SONG, _SMALL))
    keep_with_next(said)


def _height(table: Table, widths: Sequence[float]) -> float:
    """What the table takes on a page that holds it, with its caption and note, mm."""
    caption = _CAPTION if table.title or table.unit else 0.0
    rows = sum(_row_height(row, widths) for row in (table.head, *table.rows))
    return caption + rows + (_NOTE if table.note else 0.0)


def _row_height(cells: Sequence[str], widths: Sequence[float]) -> float:
    ems = [(width - 2 * _PADDING) / (_SIZE * POINT) for width in widths]
    lines = max(ceil(em_width(text) / em) for text, em in zip(cells, ems, strict=True))
    return max(lines, 1) * _PITCH * POINT + 2 * _PADDING


def _below(setter: Setter, table: Table, height: float) -> None:
    """The note, and blank room up to the next row of the page: Word wants a paragraph between two tables anyhow."""
    if table.note:
        setter.row([Words(f"注：{table.note}", Role.SONG, _SMALL)], height=_NOTE / POINT)
    free = ceil((height + 2 * _GAP) / ROW) * ROW - height - _GAP - OVER_ROW
    setter.row(height=max(free / POINT, 1.0))


def keep_end_with_next(table: WordTable) -> None:
    """What follows a table, as a signature, has its last rows with it on the page."""
    for row in table.rows[-_LEAST_ROWS:]:
        for cell in row.cells:
            keep_with_next(cell.paragraphs[0])
