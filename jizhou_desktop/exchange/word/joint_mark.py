"""发文机关标志 of several offices in Word (7.2.4): one a line, the host first, 文件 to the right of all."""

from collections.abc import Sequence

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.table import Table

from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.joint_mark import NAMES_WIDTH, PITCH, WORD, WORD_WIDTH, size_of_names
from jizhou_desktop.domain.standard_page import POINT, TEXT_WIDTH
from jizhou_desktop.exchange.word.setter import (
    INK_FALL,
    INK_RISE,
    SPREAD,
    TO_RIGHT,
    Setter,
    Words,
    baseline_at,
    em_width,
)
from jizhou_desktop.exchange.word.table_shape import fix_columns, only_paragraph, pad, row_height

_HAIR = 0.6


def set_joint_mark(setter: Setter, offices: Sequence[str], top: float) -> float:
    """A table without rules, its ink from `top` mm down: names spread to one width. Gives its lower edge."""
    room = (NAMES_WIDTH - _HAIR) / POINT
    size = int(size_of_names(room, max(map(em_width, offices))) * 2) / 2
    pitch = size * PITCH
    begin = top + INK_RISE * size * POINT - baseline_at(pitch)
    setter.row(height=max((begin - setter.bottom) / POINT, 1.0))
    table = setter.document.add_table(len(offices), 2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    pad(table, 0.0, 0.0)
    fix_columns(table, [NAMES_WIDTH, TEXT_WIDTH - NAMES_WIDTH])
    for row, office in zip(table.rows, offices, strict=True):
        row_height(row, pitch)
        narrowed = min(100, int(room / (em_width(office) * size) * 100))
        words = Words(office, Role.TITLE, size, red=True, width=narrowed)
        setter.row([words], align=SPREAD, height=pitch, into=row.cells[0].paragraphs[0])
    _set_word(setter, table, WORD_WIDTH)
    setter.bottom = begin + len(offices) * pitch * POINT
    return top + ((INK_RISE + INK_FALL) * size + (len(offices) - 1) * pitch) * POINT


def _set_word(setter: Setter, table: Table, width: float) -> None:
    """文件 `width` mm wide at the right of all names, in their middle."""
    cell = only_paragraph(table.cell(0, 1).merge(table.cell(len(table.rows) - 1, 1)))
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    size = int(width / POINT / len(WORD) * 2) / 2
    words = Words(WORD, Role.TITLE, size, red=True)
    setter.row([words], align=TO_RIGHT, height=size * PITCH, into=cell.paragraphs[0])
