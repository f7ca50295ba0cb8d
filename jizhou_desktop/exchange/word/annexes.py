"""附件 in Word (7.3.7): on pages of their own before 版记; a wide table turns its page (A4 横排)."""

from jizhou_desktop.domain.document import Annex, OfficialDocument, Table
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import (
    LEFT,
    POINT,
    ROW,
    SIZE_2,
    TEXT_HEIGHT,
    TITLE_PITCH,
    TOP,
    baseline,
)
from jizhou_desktop.exchange.word.body import set_blocks, set_title
from jizhou_desktop.exchange.word.page import back_upright, turned
from jizhou_desktop.exchange.word.setter import CENTRE, Setter, Words
from jizhou_desktop.exchange.word.tables import set_table

_UNDER_TURNED_TITLE = 3.0


class Annexes:
    """Sets a document's annexes; `upright` says how the last page stands."""

    def __init__(self, setter: Setter) -> None:
        self._setter = setter
        self.upright = True

    def set(self, document: OfficialDocument) -> None:
        """Every annex, numbered where there are several."""
        for number, annex in enumerate(document.annexes, start=1):
            self._set_one(annex, f"附件{number}" if len(document.annexes) > 1 else "附件")

    def _set_one(self, annex: Annex, name: str) -> None:
        wide = [block for block in annex.blocks if isinstance(block, Table) and block.wide]
        if not annex.is_wide:
            self._set_upright(annex, name)
        for number, table in enumerate(wide):
            self._turn()
            over = self._set_turned_head(annex.title, name) if annex.is_wide and number == 0 else 0.0
            set_table(self._setter, table, TEXT_HEIGHT, over)

    def _set_upright(self, annex: Annex, name: str) -> None:
        """附件 and its number flush left in the first row, the title centred in the third."""
        begins_section = not self.upright
        if begins_section:
            back_upright(self._setter)
            self.upright = True
        self._setter.bottom = TOP
        row = self._setter.placed(TOP, [Words(name, Role.HEI)])
        row.paragraph_format.page_break_before = not begins_section
        self._setter.begin_at(set_title(self._setter, annex.title, _third_row(TOP)))
        set_blocks(self._setter, [block for block in annex.blocks if not (isinstance(block, Table) and block.wide)])

    def _set_turned_head(self, title: str, name: str) -> float:
        """The same on a turned page, whose text begins at what was 订口; gives the room between title and table."""
        self._setter.bottom = LEFT
        self._setter.placed(LEFT, [Words(name, Role.HEI)])
        words, lines = [Words(title, Role.TITLE, SIZE_2)], title.count("\n") + 1
        top = _third_row(LEFT)
        self._setter.placed(top, words, align=CENTRE, height=TITLE_PITCH / POINT, lines=lines)
        return top + lines * TITLE_PITCH + _UNDER_TURNED_TITLE - self._setter.bottom

    def _turn(self) -> None:
        turned(self._setter)
        self.upright = False


def _third_row(top: float) -> float:
    """Where a title's characters begin that stand on the baseline of the third row from `top` mm."""
    return baseline(top + 2 * ROW) - baseline(0, SIZE_2)
