"""附件 (7.3.7): on pages of their own before the colophon; a wide table turns its page (T-01)."""

from jizhou_desktop.documents.official.body import draw_body
from jizhou_desktop.documents.official.flow import flow
from jizhou_desktop.documents.official.page_number import draw_page_number, draw_turned_page_number
from jizhou_desktop.documents.official.runs import body_rows
from jizhou_desktop.documents.official.tables import draw_piece, pieces_of
from jizhou_desktop.documents.official.title import draw_title
from jizhou_desktop.documents.sheet import A4_HEIGHT, A4_WIDTH, Sheet
from jizhou_desktop.documents.typeset.geometry import (
    BOTTOM,
    LEFT,
    RIGHT,
    ROW,
    SIZE_2,
    SIZE_3,
    TEXT_HEIGHT,
    TOP,
    baseline,
)
from jizhou_desktop.domain.document import Annex, OfficialDocument, Table
from jizhou_desktop.domain.face import Role

_TURNED_TOP, _TURNED_END = LEFT, RIGHT
"""A page drawn turned begins at what was the left margin (订口); its width is what was the height, mm."""
_TURNED_LEFT = A4_HEIGHT - BOTTOM


def draw_annexes(sheet: Sheet, document: OfficialDocument, end: float) -> float:
    """Draws every annex; gives where the last page's text ends, or `end` where there is none."""
    for number, annex in enumerate(document.annexes, start=1):
        name = f"附件{number}" if len(document.annexes) > 1 else "附件"
        end = _annex(sheet, annex, name)
    return end


def _annex(sheet: Sheet, annex: Annex, name: str) -> float:
    wide = [block for block in annex.blocks if isinstance(block, Table) and block.wide]
    if len(wide) == len(annex.blocks) and wide:
        for number, table in enumerate(wide):
            _wide_table(sheet, table, name if number == 0 else "", annex.title if number == 0 else "")
        return BOTTOM
    sheet.page()
    bottom = _annex_head(sheet, annex, name)
    pages = flow(body_rows(annex.blocks, sheet), sheet, bottom + ROW, 0.0)
    for number, page in enumerate(pages):
        if number:
            sheet.page()
        draw_body(sheet, page)
        draw_page_number(sheet, sheet.pages)
    for table in wide:
        _wide_table(sheet, table, "", "")
    return BOTTOM if wide else pages[-1].end


def _annex_head(sheet: Sheet, annex: Annex, name: str) -> float:
    """附件 and its number flush left in the first row, the title centred in the third."""
    sheet.text(LEFT, baseline(TOP), name, Role.HEI, SIZE_3)
    third = baseline(TOP + 2 * ROW) - (baseline(0, SIZE_2))
    return draw_title(sheet, annex.title, third)


def _wide_table(sheet: Sheet, table: Table, name: str, title: str) -> None:
    top = _TURNED_TOP + (2.2 * ROW if name else 0)
    for number, piece in enumerate(pieces_of(table, TEXT_HEIGHT, sheet, _TURNED_END - top, _TURNED_END - _TURNED_TOP)):
        sheet.page(A4_HEIGHT, A4_WIDTH)
        if number == 0 and name:
            sheet.text(_TURNED_LEFT, baseline(_TURNED_TOP), name, Role.HEI, SIZE_3)
            width = sheet.width(title, Role.TITLE, SIZE_2)
            middle = _TURNED_LEFT + TEXT_HEIGHT / 2
            sheet.text(middle - width / 2, baseline(_TURNED_TOP + ROW, SIZE_2), title, Role.TITLE, SIZE_2)
        draw_piece(sheet, piece, _TURNED_LEFT, top if number == 0 else _TURNED_TOP)
        draw_turned_page_number(sheet, sheet.pages)
