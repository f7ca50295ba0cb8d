"""What python-docx leaves out of tables: widths that hold, rows of a fixed height, cells without padding or rules."""

from collections.abc import Sequence

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row

from jizhou_desktop.domain.standard_page import POINT
from jizhou_desktop.exchange.word.schema_order import element, put

TWIPS = 20 / POINT
"""Twentieths of a pt, in which Word counts, in a millimetre."""


def fix_columns(table: Table, widths: Sequence[float]) -> None:
    """Columns of `widths` mm, said for table, columns and cells: programs differ in what they heed."""
    put(table._tbl.tblPr, "tblW", type="dxa", w=round(sum(widths) * TWIPS))  # noqa: SLF001
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def pad(table: Table, sides: float, above: float) -> None:
    """The cells' padding at the sides and above and below, mm."""
    margins = put(table._tbl.tblPr, "tblCellMar")  # noqa: SLF001
    for side, padding in (("top", above), ("left", sides), ("bottom", above), ("right", sides)):
        margins.append(element(side, w=round(padding * TWIPS), type="dxa"))


def draw_rules(table: Table, **eighths: int) -> None:
    """Black rules at top, left, bottom, right, insideH and insideV, in this order; widths in eighths of a pt."""
    borders = put(table._tbl.tblPr, "tblBorders")  # noqa: SLF001
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if eighths.get(side):
            borders.append(element(side, val="single", sz=eighths[side], space=0, color="000000"))


def unruled(cell: _Cell, *, below: int) -> None:
    """A cell without padding at its sides and with no rule but one below it, `below` eighths of a pt."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    borders = put(properties, "tcBorders")
    for side in ("top", "left"):
        borders.append(element(side, val="nil"))
    borders.append(element("bottom", val="single", sz=below, space=0, color="000000"))
    borders.append(element("right", val="nil"))
    margins = put(properties, "tcMar")
    for side in ("left", "right"):
        margins.append(element(side, w=0, type="dxa"))


def only_paragraph(cell: _Cell) -> _Cell:
    """A merged cell with one paragraph: merging leaves it one of each cell."""
    for blank in cell.paragraphs[1:]:
        blank._p.getparent().remove(blank._p)  # noqa: SLF001
    return cell


def row_height(row: _Row, points: float) -> None:
    """Exactly so high, whatever stands in it."""
    row.height, row.height_rule = Pt(points), WD_ROW_HEIGHT_RULE.EXACTLY


def together(row: _Row, *, head: bool = False) -> None:
    """A row never parts over a page; a head comes again on the next."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  — python-docx knows neither
    put(properties, "cantSplit")
    if head:
        put(properties, "tblHeader")


def float_at(table: Table, **place: str | int) -> None:
    """Takes a table out of the flow; `place` are the attributes of its position (17.4.57)."""
    put(table._tbl.tblPr, "tblpPr", **place)  # noqa: SLF001  — python-docx knows no floating tables
