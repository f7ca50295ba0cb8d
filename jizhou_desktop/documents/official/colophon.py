"""版记 (7.4) at the foot of the last page: rules, 主送 and 抄送机关, 印发机关 and 印发日期."""

from collections.abc import Iterator

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import (
    BOTTOM,
    COLOPHON_ROW,
    COLOPHON_THICK,
    COLOPHON_THIN,
    EM_4,
    LEFT,
    POINT,
    RIGHT,
    RISE,
    SIZE_4,
)

_FREE_ABOVE = 4.0
"""What stays free above it on a page with text, mm."""


class Colophon:
    """The colophon of a document. `main_to` are addressees for whom the first page had no room (7.3.2)."""

    def __init__(self, document: OfficialDocument, pen: Pen, main_to: str = "") -> None:
        self._document = document
        self._pen = pen
        self._lists = [
            lines
            for word, names in (("主送：", main_to), ("抄送：", document.copies_to))
            if (lines := list(_list(pen, word, names)))
        ]
        # 10.1: a letter has neither rules nor printing office nor date
        self._is_letter = document.layout is Layout.LETTER
        self._printed = not self._is_letter and bool(document.printed_by)

    @property
    def height(self) -> float:
        """The room it takes above the text area's lower edge, mm; nothing where there is none."""
        rows = sum(map(len, self._lists)) + (1 if self._printed else 0)
        return rows * COLOPHON_ROW

    @property
    def needed(self) -> float:
        """The room under a page's text that it takes, with what stays free above it."""
        return self.height + _FREE_ABOVE if self.height else 0.0

    def draw(self) -> None:
        """Draws it so that its last rule lies on the text area's lower edge."""
        if not self.height:
            return
        top = y = BOTTOM - self.height
        for lines in self._lists:
            for number, (word, line) in enumerate(lines):
                self._pen.text(LEFT + EM_4, _baseline(y), word if number == 0 else "", Role.FANGSONG, SIZE_4)
                self._pen.text(LEFT + EM_4 + len(word) * EM_4, _baseline(y), line, Role.FANGSONG, SIZE_4)
                y += COLOPHON_ROW
        if self._printed:
            self._draw_printed(y)
        if not self._is_letter:
            self._draw_rules(top, y)

    def _draw_rules(self, top: float, over_printed: float) -> None:
        if self._lists and self._printed:
            self._pen.line(LEFT, over_printed, RIGHT, over_printed, width=COLOPHON_THIN)
        for y in (top, BOTTOM):
            self._pen.line(LEFT, y, RIGHT, y, width=COLOPHON_THICK)

    def _draw_printed(self, top: float) -> None:
        self._pen.text(LEFT + EM_4, _baseline(top), self._document.printed_by, Role.FANGSONG, SIZE_4)
        if self._document.printed_on:
            date = f"{chinese_date(self._document.printed_on)}印发"
            width = self._pen.width(date, Role.FANGSONG, SIZE_4)
            self._pen.text(RIGHT - EM_4 - width, _baseline(top), date, Role.FANGSONG, SIZE_4)


def _list(pen: Pen, word: str, names: str) -> Iterator[tuple[str, str]]:
    """The lines of 抄送, one 字 free on both sides, turned ones under the first name, ended by a full stop."""
    if names:
        width = RIGHT - LEFT - (2 + len(word)) * EM_4
        text = f"{names.removeprefix(word).rstrip('。')}。"
        for line in wrapped(text, width, lambda line: pen.width(line, Role.FANGSONG, SIZE_4)):
            yield word, line


def _baseline(top: float) -> float:
    return top + (COLOPHON_ROW - SIZE_4 * POINT) / 2 + RISE * SIZE_4 * POINT
