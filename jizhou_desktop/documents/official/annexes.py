"""附件 (7.3.7): on pages of their own before the colophon; a wide table turns its page (T-01)."""

from jizhou_desktop.documents.official.flow import flow
from jizhou_desktop.documents.official.page_number import draw_page_number, draw_turned_page_number
from jizhou_desktop.documents.official.strips import body_items
from jizhou_desktop.documents.official.tables import draw_piece, pieces_of
from jizhou_desktop.documents.official.title import draw_title
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.documents.typeset.title_breaking import title_lines
from jizhou_desktop.domain.document import Annex, OfficialDocument, Table
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import (
    BOTTOM,
    LEFT,
    MOST_IN_TURNED_TITLE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    ROW,
    SIZE_2,
    TEXT_HEIGHT,
    TITLE_PITCH,
    TOP,
    baseline,
)

_TURNED_TOP, _TURNED_END, _TURNED_LEFT = LEFT, RIGHT, PAGE_HEIGHT - BOTTOM
"""A page drawn turned begins at what was the left margin (订口); its width is what was the height, mm."""
_UNDER_TURNED_TITLE = 3.0


class Annexes:
    """Draws a document's annexes on a sheet; `setter` sets on the same sheet."""

    def __init__(self, sheet: Sheet, setter: Setter) -> None:
        self._sheet = sheet
        self._setter = setter

    def draw(self, document: OfficialDocument, end: float) -> float:
        """Draws every annex; gives where the last page's text ends, mm, or `end` where there is none."""
        for number, annex in enumerate(document.annexes, start=1):
            end = self._draw_one(annex, f"附件{number}" if len(document.annexes) > 1 else "附件")
        return end

    def _draw_one(self, annex: Annex, name: str) -> float:
        wide = [block for block in annex.blocks if isinstance(block, Table) and block.wide]
        if annex.is_wide:
            self._draw_wide(wide[0], name, annex.title)
            wide, end = wide[1:], BOTTOM
        else:
            end = self._draw_upright(annex, name)
        for table in wide:
            self._draw_wide(table, "", "")
            end = BOTTOM
        return end

    def _draw_upright(self, annex: Annex, name: str) -> float:
        """附件 and its number flush left in the first row, the title centred in the third."""
        self._sheet.page()
        self._setter.put(name, LEFT, TOP, Role.HEI)
        top = draw_title(self._sheet, annex.title, _third_row(TOP))
        pages = flow(body_items(annex.blocks, self._setter), self._sheet, top)
        for number, page in enumerate(pages):
            if number:
                self._sheet.page()
            page.draw(self._sheet)
            draw_page_number(self._sheet, self._sheet.pages)
        return pages[-1].end

    def _draw_wide(self, table: Table, name: str, title: str) -> None:
        lines = title_lines(title, MOST_IN_TURNED_TITLE) if title else []
        top = _TURNED_TOP + (ROW if name else 0)
        if lines:
            top = _third_row(_TURNED_TOP) + len(lines) * TITLE_PITCH + _UNDER_TURNED_TITLE
        room = _TURNED_END - _TURNED_TOP
        for number, piece in enumerate(pieces_of(table, TEXT_HEIGHT, self._sheet, _TURNED_END - top, room)):
            self._sheet.page(PAGE_HEIGHT, PAGE_WIDTH)
            if number == 0:
                self._draw_turned_head(name, lines)
            draw_piece(self._sheet, piece, _TURNED_LEFT, top if number == 0 else _TURNED_TOP)
            draw_turned_page_number(self._sheet, self._sheet.pages)

    def _draw_turned_head(self, name: str, lines: list[str]) -> None:
        if name:
            self._setter.put(name, _TURNED_LEFT, _TURNED_TOP, Role.HEI)
        middle, y = _TURNED_LEFT + TEXT_HEIGHT / 2, _third_row(_TURNED_TOP)
        for line in lines:
            width = self._sheet.width(line, Role.TITLE, SIZE_2)
            self._sheet.text(middle - width / 2, baseline(y, SIZE_2), line, Role.TITLE, SIZE_2)
            y += TITLE_PITCH


def _third_row(top: float) -> float:
    """Where a title's characters begin that stand on the baseline of the third row from `top` mm."""
    return baseline(top + 2 * ROW) - baseline(0, SIZE_2)
