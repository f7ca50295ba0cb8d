"""Writing an official document for Word."""

import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from docx import Document

from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.domain.standard_page import ROWS_OVER_TITLE, below
from jizhou_desktop.exchange.same_file import write_undated
from jizhou_desktop.exchange.word.annexes import Annexes
from jizhou_desktop.exchange.word.body import addressees_have_room, set_addressees, set_blocks, set_title
from jizhou_desktop.exchange.word.colophon import Colophon
from jizhou_desktop.exchange.word.ending import set_ending
from jizhou_desktop.exchange.word.face_names import OFFICE_FACES, tell_stand_ins
from jizhou_desktop.exchange.word.head import set_head
from jizhou_desktop.exchange.word.letter import set_letter_head
from jizhou_desktop.exchange.word.minutes import set_minutes_head
from jizhou_desktop.exchange.word.order import set_order_head
from jizhou_desktop.exchange.word.page import back_upright, default_text, lay_out
from jizhou_desktop.exchange.word.page_number import number_pages
from jizhou_desktop.exchange.word.setter import Setter, writable
from jizhou_desktop.files.whole import whole_file

_HEADS = {Layout.DOCUMENT: set_head, Layout.LETTER: set_letter_head, Layout.MINUTES: set_minutes_head}

_LONGEST_PROPERTY = 255
"""Characters, as Word has it."""


def write_word(
    document: OfficialDocument, out: Path, *, created: datetime, faces: Mapping[Role, str] = OFFICE_FACES
) -> None:
    """Writes the document as docx, on the grid of GB/T 9704-2012 (22 rows of 28 characters), in the named faces.

    Where the title's lines break is said by line breaks in it. The same document and `created` give the same bytes.
    Raises UserError where the file cannot be written.
    """
    word = Document()
    default_text(word, faces[Role.FANGSONG])
    tell_stand_ins(word, faces)
    setter = Setter(word, faces)
    lay_out(document, setter)
    _set(setter, document)
    properties = word.core_properties
    properties.title = writable(document.title.replace("\n", ""))[:_LONGEST_PROPERTY]
    properties.author = writable("、".join(document.offices))[:_LONGEST_PROPERTY]
    properties.created = properties.modified = created.replace(tzinfo=None, microsecond=0)
    properties.comments, properties.last_modified_by = "", ""
    made = io.BytesIO()
    word.save(made)
    with whole_file(out) as part:
        write_undated(made, part)


def _set(setter: Setter, document: OfficialDocument) -> None:
    main_to = _set_first_page(setter, document)
    set_blocks(setter, document.blocks)
    set_ending(setter, document)
    annexes = Annexes(setter)
    annexes.set(document)
    colophon = Colophon(document, main_to)
    if not annexes.upright and not colophon.is_empty:
        back_upright(setter, numbered=False)
    colophon.set(setter)


def _set_first_page(setter: Setter, document: OfficialDocument) -> str:
    """Down to where the body begins; gives the addressees for whom the page had no room."""
    if document.layout is Layout.ORDER:
        top, main_to = set_order_head(setter, document), ""
        setter.begin_at(top)
    else:
        end = _HEADS[document.layout](setter, document)
        top = set_title(setter, document.title, below(end, ROWS_OVER_TITLE))
        setter.begin_at(top)
        main_to = _set_addressees(setter, document.addressees, top)
    number_pages(setter, setter.document.sections[0])
    return main_to


def _set_addressees(setter: Setter, addressees: str, top: float) -> str:
    if not addressees_have_room(addressees, top):
        return addressees
    if addressees:
        set_addressees(setter, addressees)
    return ""
