"""标题 and 主送机关 (7.3.1, 7.3.2)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.grid_row import GridRow
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.documents.typeset.title_breaking import title_lines
from jizhou_desktop.domain.document import Annex, OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import (
    MIDDLE,
    MOST_IN_TITLE,
    MOST_IN_TURNED_TITLE,
    SIZE_2,
    TITLE_PITCH,
    baseline,
    title_place,
)

_TAIL = re.compile(r"(?<=[市区县])(?=([^市区县].*))")


def draw_title(pen: Pen, title: str, top: float, offices: Sequence[str] = ()) -> float:
    """Draws a title's lines centred near `top` mm; gives where the row below its blank one begins.

    The offices' names are kept whole where they can be.
    """
    lines = title_lines(title, MOST_IN_TITLE, known_names(offices))
    y, row = title_place(top, len(lines))
    for line in lines:
        width = pen.width(line, Role.TITLE, SIZE_2)
        pen.text(MIDDLE - width / 2, baseline(y, SIZE_2), line, Role.TITLE, SIZE_2)
        y += TITLE_PITCH
    return row


def known_names(offices: Sequence[str]) -> tuple[str, ...]:
    """How offices are named in titles: in full, without the city, without city and district."""
    names = [name for office in offices for name in (office, *_TAIL.findall(office))]
    return tuple(dict.fromkeys(name for name in names if name))


def addressee_rows(addressees: str, setter: Setter) -> Sequence[GridRow]:
    """主送机关 flush left, turned rows too, ended by a colon."""
    return setter.paragraph([(Role.FANGSONG, f"{addressees.rstrip('：:')}：")]) if addressees else []


def with_broken_titles(document: OfficialDocument) -> OfficialDocument:
    """The document with its titles in the lines that they are set in, told by line breaks: for Word."""
    title = "\n".join(title_lines(document.title, MOST_IN_TITLE, known_names(document.offices)))
    return replace(document, title=title, annexes=[_broken(annex) for annex in document.annexes])


def _broken(annex: Annex) -> Annex:
    most = MOST_IN_TURNED_TITLE if annex.is_wide else MOST_IN_TITLE
    return replace(annex, title="\n".join(title_lines(annex.title, most)))
