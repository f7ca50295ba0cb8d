"""What follows the body (7.3.4 to 7.3.6): 附件说明、署名、成文日期、附注, as strips of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jizhou_desktop.documents.official.signature import signature_strip
from jizhou_desktop.documents.official.strips import (
    INDENT,
    Item,
    Strip,
    blank_strip,
    kept_with_what_follows,
    text_strip,
)
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.setter import Setter
from jizhou_desktop.domain.document import OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import CELL, LEFT

_WITH_SIGNATURE = 2
"""The rows of text that a signature has with it at least."""
_SHORT_NOTE = 8
"""附件说明 of so many rows stays with the signature as a whole."""
_NAME_AT = LEFT + 5 * CELL
"""附件： takes three cells after the two left free."""


def with_ending(body: Sequence[Item], document: OfficialDocument, setter: Setter) -> list[Item]:
    """The body's items and the ending's, bound so that the signature has text of the body with it."""
    after: list[Item] = list(annex_note(document, setter))
    signature = signature_strip(document, setter)
    items = list(body)
    if signature:
        short = len(after) <= _SHORT_NOTE
        items = kept_with_what_follows(items, _WITH_SIGNATURE) if short else items
        after = kept_with_what_follows(after, len(after) if short else _WITH_SIGNATURE)
        after.append(_kept(signature) if document.note else signature)
    if document.note:
        after += [text_strip(row) for row in setter.paragraph(_note(document), first=INDENT)]
    return [*items, *after]


def _kept(strip: Strip) -> Strip:
    """The strip bound to what follows it, its closer form too."""
    closer = strip.closer and replace(strip.closer, keeps=True)
    return replace(strip, keeps=True, closer=closer)


def annex_note(document: OfficialDocument, setter: Setter) -> Iterator[Strip]:
    """附件：, one blank row under the body; numbers under each other, turned rows under the name (7.3.4)."""
    names = [annex.title.replace("\n", "") for annex in document.annexes]
    if names:
        yield blank_strip()
    for number, name in enumerate(names, start=1):
        # 1.2020年 would be read as one figure
        mark = f"{number}.{' ' if name[:1].isdigit() else ''}" if len(names) > 1 else ""
        yield from _entry(("附件：" if number == 1 else "") + mark, mark, name, setter)


def _entry(lead: str, mark: str, name: str, setter: Setter) -> Iterator[Strip]:
    """The rows of one annex, which stay together. What leads it stands at its place however its row is opened."""
    name_x = _NAME_AT + setter.width(mark)
    lead_x = name_x - setter.width(lead)
    first, *others = setter.paragraph([(Role.FANGSONG, name)], first=name_x, left=name_x)

    def draw(pen: Pen, top: float, _pitch: float) -> None:
        setter.put(lead, lead_x, top)
        first.draw(pen, top)

    yield Strip(draw, keeps=bool(others))
    for place, row in enumerate(others, start=1):
        yield text_strip(row, keeps=place < len(others))


def _note(document: OfficialDocument) -> list[tuple[Role, str]]:
    return [(Role.FANGSONG, f"（{document.note.strip('（）')}）")]
