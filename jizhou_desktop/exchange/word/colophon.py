"""版记 in Word (7.4): a table that floats to the foot of the last page, rules 0.35 and 0.25 mm."""

from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.standard_page import CELL, COLOPHON_ROW, EM_4, LEFT, POINT, SIZE_4, TEXT_WIDTH
from jizhou_desktop.exchange.word.setter import BOTH, TO_LEFT, TO_RIGHT, Setter, Words
from jizhou_desktop.exchange.word.table_shape import (
    TWIPS,
    draw_rules,
    fix_columns,
    float_at,
    only_paragraph,
    pad,
    together,
)

_THICK, _THIN = 8, 6
"""Eighths of a pt: 0.35 and 0.25 mm."""
_FREE = EM_4 / CELL
_PITCH = COLOPHON_ROW / POINT


class Colophon:
    """The colophon of a document. `main_to` are addressees for whom the first page had no room (7.3.2)."""

    def __init__(self, document: OfficialDocument, main_to: str = "") -> None:
        self._document = document
        self._lists = [
            (word, f"{word}{names.removeprefix(word).rstrip('。')}。")
            for word, names in (("主送：", main_to), ("抄送：", document.copies_to))
            if names
        ]
        # 10.1: a letter has neither rules nor printing office nor date
        self._is_letter = document.layout is Layout.LETTER
        self._printed = not self._is_letter and bool(document.printed_by)
        self.is_empty = not self._lists and not self._printed

    def set(self, setter: Setter) -> None:
        """At the lower edge of the text area of the page where the text ends, whatever is edited above."""
        if self.is_empty:
            return
        table = setter.document.add_table(bool(self._lists) + self._printed, 2)
        table.autofit = False
        pad(table, 0.0, 0.0)
        fix_columns(table, [TEXT_WIDTH * 0.6, TEXT_WIDTH * 0.4])
        if self._lists:
            self._set_lists(setter, only_paragraph(table.cell(0, 0).merge(table.cell(0, 1))))
        if self._printed:
            self._set_printed(setter, table)
        for row in table.rows:
            together(row)
        float_at(table, vertAnchor="margin", horzAnchor="page", tblpX=round(LEFT * TWIPS), tblpYSpec="bottom")
        if not self._is_letter:
            draw_rules(table, top=_THICK, bottom=_THICK, insideH=_THIN)
        setter.row(height=1)

    def _set_lists(self, setter: Setter, cell: _Cell) -> None:
        """In one cell, since no rule stands between 主送 and 抄送 (7.4.2)."""
        for number, (word, text) in enumerate(self._lists):
            _set_list(setter, cell.add_paragraph() if number else cell.paragraphs[0], word, text)

    def _set_printed(self, setter: Setter, table: Table) -> None:
        """The office left, the date right, each with one 字 free."""
        office, date = table.rows[-1].cells
        printed_on = self._document.printed_on
        by = Words(self._document.printed_by, size=SIZE_4)
        on = Words(f"{chinese_date(printed_on)}印发" if printed_on else "", size=SIZE_4)
        setter.row([by], align=TO_LEFT, left=_FREE, height=_PITCH, into=office.paragraphs[0])
        setter.row([on], align=TO_RIGHT, right=_FREE, height=_PITCH, into=date.paragraphs[0])


def _set_list(setter: Setter, paragraph: Paragraph, word: str, text: str) -> None:
    """One 字 free on both sides, turned rows under the first name."""
    hang = len(word) * _FREE
    words = [Words(text, size=SIZE_4)]
    setter.row(words, align=BOTH, left=_FREE + hang, first=-hang, right=_FREE, height=_PITCH, into=paragraph)
