"""档案封面: the cover of an enterprise's dossier, by the layout that paper archives use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.sheet import A4_WIDTH, Sheet
from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.domain.face import Printed, Role
from jizhou_desktop.domain.standard_page import POINT

_TITLE, _NAME, _TEXT = 30.0, 24.0, 16.0
_LABEL_X, _LINE_END, _PITCH = 45.0, 170.0, 15.0


@dataclass(frozen=True)
class DossierCover:
    """What the cover says: the archive's title, the enterprise's name, and pairs of label and answer."""

    title: str
    name: str
    answers: Sequence[tuple[str, str]]
    kept_by: str


def write_dossier_cover(cover: DossierCover, path: Path, faces: Faces, *, created: datetime) -> Printed:
    """Writes the cover. Raises UserError where the file cannot be written."""
    sheet = Sheet(path, faces, title=f"{cover.name}{cover.title}", author=cover.kept_by, created=created)
    sheet.page()
    sheet.rect(20, 20, 170, 257, line=0.7)
    sheet.rect(21.5, 21.5, 167, 254, line=0.25)
    _centred(sheet, 70, cover.title, _TITLE)
    y = _name(sheet, cover.name)
    y = max(y + 25, 160)
    for name, answer in cover.answers:
        _line(sheet, name, answer, y)
        y += _PITCH
    _centred(sheet, 262, cover.kept_by, _TEXT)
    return sheet.finish()


def _name(pen: Pen, name: str) -> float:
    """The enterprise's name, in as many lines as it takes; gives where it ends."""
    y = 100.0
    for line in wrapped(name, 140, lambda text: pen.width(text, Role.TITLE, _NAME)):
        _centred(pen, y, line, _NAME)
        y += _NAME * POINT * 1.5
    return y


def _line(pen: Pen, name: str, answer: str, y: float) -> None:
    """A label, and its answer on a rule."""
    x = _LABEL_X + pen.text(_LABEL_X, y, f"{name}：", Role.HEI, _TEXT)
    pen.text(x + 3, y, answer, Role.FANGSONG, _TEXT)
    pen.line(x, y + 2, _LINE_END, y + 2)


def _centred(pen: Pen, y: float, text: str, size: float) -> None:
    pen.text(A4_WIDTH / 2 - pen.width(text, Role.TITLE, size) / 2, y, text, Role.TITLE, size)
