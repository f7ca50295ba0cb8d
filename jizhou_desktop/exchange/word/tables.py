"""Tables in Word: title, unit, a head that is repeated on each page, rows that never part."""

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from jizhou_desktop.domain.document import Table
from jizhou_desktop.domain.face import Role
from jizhou_desktop.exchange.word.setter import BOTH, CENTRE, LEFT, RIGHT, Setter, Words

_SIZE, _SMALL = 12.0, 10.5
_PITCH = 17.4
_ALIGNS = {"l": LEFT, "c": CENTRE, "r": RIGHT}


def set_table(setter: Setter, table: Table, width: float) -> None:
    """A table as wide as the text, `width` pt, at 小四."""
    _caption(setter, table)
    made = setter.document.add_table(1 + len(table.rows), len(table.head))
    made.style = "Table Grid"
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    shares = table.widths or (1.0,) * len(table.head)
    widths = [width * share / sum(shares) for share in shares]
    for number, (row, cells) in enumerate(zip(made.rows, [table.head, *table.rows], strict=True)):
        _together(row, head=number == 0)
        for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = Pt(widths[column])
            _fill(setter, cell, text, table, column, head=number == 0)
    _fix(made, widths)


def _caption(setter: Setter, table: Table) -> None:
    if table.title:
        setter.row([Words(table.title, Role.HEI, _SIZE)], align=CENTRE).paragraph_format.keep_with_next = True
    if table.unit:
        unit = Words(f"单位：{table.unit}", Role.SONG, _SMALL)
        setter.row([unit], align=RIGHT, height=_PITCH).paragraph_format.keep_with_next = True


def _fill(setter: Setter, cell: _Cell, text: str, table: Table, column: int, *, head: bool) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    said = table.aligns[column] if column < len(table.aligns) else "l"
    words = Words(text, Role.HEI if head else Role.FANGSONG, _SIZE)
    paragraph = setter.row([words], align=CENTRE if head else _ALIGNS.get(said, BOTH), into=cell.paragraphs[0])
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    paragraph.paragraph_format.line_spacing = Pt(_PITCH)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)


def _together(row: _Row, *, head: bool) -> None:
    """A row never parts over a page; the head comes again on the next."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  — python-docx knows neither
    for name in ("w:cantSplit", *(("w:tblHeader",) if head else ())):
        properties.append(OxmlElement(name))


def _fix(table: WordTable, widths: list[float]) -> None:
    """Widths hold in the grid as well, or other programs spread the columns evenly."""
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):  # noqa: SLF001
        column.set(qn("w:w"), str(round(width * 20)))
