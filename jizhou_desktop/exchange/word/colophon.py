"""版记 in Word (7.4): a table that floats to the foot of the last page, rules 0.35 and 0.25 mm."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.exchange.word.setter import BOTH, CELL, LEFT, MM, RIGHT, SIZE_4, Setter, Words, line_of

_WIDTH = 156 * MM
_THICK, _THIN = 8, 6
"""Eighths of a pt: 0.35 and 0.25 mm."""
_PITCH = 7.6 * MM
_FREE = SIZE_4 / CELL
_COPIES = "抄送："


def set_colophon(setter: Setter, document: OfficialDocument) -> None:
    """抄送机关, 印发机关 and 印发日期. A letter has no rules and no 抄送 (10.1)."""
    if not document.printed_by:
        return
    letter = document.layout is Layout.LETTER
    copies = "" if letter else document.copies_to
    table = setter.document.add_table(2 if copies else 1, 2)
    table.autofit = False
    if copies:
        _copies(setter, table, f"{_COPIES}{copies.removeprefix(_COPIES).rstrip('。')}。")
    _printed(setter, table, document)
    _float(table)
    if not letter:
        _rule(table)
    setter.row(height=1)


def _copies(setter: Setter, table: Table, text: str) -> None:
    """One 字 free on both sides, turned rows under the first name."""
    row = table.rows[0].cells[0].merge(table.rows[0].cells[1]).paragraphs[0]
    hang = len(_COPIES) * _FREE
    words = [Words(text, size=SIZE_4)]
    setter.row(words, align=BOTH, left=_FREE + hang, first=-hang, right=_FREE, height=_PITCH, into=row)


def _printed(setter: Setter, table: Table, document: OfficialDocument) -> None:
    """The office left, the date right, each with one 字 free."""
    office, date = table.rows[-1].cells
    office.width, date.width = Pt(_WIDTH * 0.6), Pt(_WIDTH * 0.4)
    printed_on = f"{chinese_date(document.printed_on)}印发" if document.printed_on else ""
    by, on = Words(document.printed_by, size=SIZE_4), Words(printed_on, size=SIZE_4)
    setter.row([by], align=LEFT, left=_FREE, height=_PITCH, into=office.paragraphs[0])
    setter.row([on], align=RIGHT, right=_FREE, height=_PITCH, into=date.paragraphs[0])


def _float(table: Table) -> None:
    """At the lower edge of the text area, whatever stands above; cells as wide as the text."""
    place = OxmlElement("w:tblpPr")
    for key, value in (("vertAnchor", "margin"), ("horzAnchor", "margin"), ("tblpX", "0"), ("tblpYSpec", "bottom")):
        place.set(qn(f"w:{key}"), value)
    properties = table._tbl.tblPr  # noqa: SLF001  — python-docx knows no floating tables
    properties.find(qn("w:tblW")).addprevious(place)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.find(qn("w:tblLayout")).addnext(margins)


def _rule(table: Table) -> None:
    """Thick above and below, thin between."""
    borders = OxmlElement("w:tblBorders")
    for side, eighths in (("top", _THICK), ("bottom", _THICK), ("insideH", _THIN)):
        borders.append(line_of(side, eighths))
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)  # noqa: SLF001
