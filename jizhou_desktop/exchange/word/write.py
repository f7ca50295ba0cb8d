"""Writing an official document for Word."""

import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from docx import Document

from jizhou_desktop.domain.document import Layout, OfficialDocument
from jizhou_desktop.domain.face import Role
from jizhou_desktop.exchange.same_file import write_undated
from jizhou_desktop.exchange.word.body import set_annexes, set_body, set_title
from jizhou_desktop.exchange.word.colophon import set_colophon
from jizhou_desktop.exchange.word.ending import set_ending
from jizhou_desktop.exchange.word.face_names import OFFICE_FACES, tell_stand_ins
from jizhou_desktop.exchange.word.head import set_head
from jizhou_desktop.exchange.word.page import default_text, lay_out
from jizhou_desktop.exchange.word.setter import Setter
from jizhou_desktop.files.whole import whole_file


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
    set_head(setter, document)
    for _ in range(1 if document.layout is Layout.LETTER else 2):
        setter.row()
    set_title(setter, document.title)
    set_body(setter, document)
    set_ending(setter, document)
    set_annexes(setter, document.annexes, more_follows=bool(document.printed_by))
    set_colophon(setter, document)
    properties = word.core_properties
    properties.title, properties.author = document.title.replace("\n", ""), "、".join(document.offices)
    properties.created = properties.modified = created.replace(tzinfo=None, microsecond=0)
    properties.comments, properties.last_modified_by = "", ""
    made = io.BytesIO()
    word.save(made)
    with whole_file(out) as part:
        write_undated(made, part)
