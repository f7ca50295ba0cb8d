"""档案封面: the cover of an enterprise's dossier, by the layout that paper archives use (GB/T 11822)."""

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

_TITLE, _NAME, _LONG_NAME, _TEXT = 30.0, 24.0, 18.0, 16.0
_NAME_WIDTH, _MOST_LINES = 140.0, 3
_LABEL_X, _LABEL_WIDTH, _LINE_END, _PITCH, _TURNED = 45.0, 46.0, 170.0, 14.0, 8.0
_LOWEST = 252.0
"""The last line of answers ends above the keeper's name, mm."""


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
    _centred(sheet, 62, cover.title, _TITLE)
    y = _name(sheet, cover.name)
    lines = [(name, _answer_lines(sheet, answer)) for name, answer in cover.answers]
    height = sum(_PITCH + (len(answer) - 1) * _TURNED for _, answer in lines)
    y = max(y, min(150.0, _LOWEST - height))
    closer = min((_LOWEST - y) / height, 1)
    for name, answer in lines:
        y = _line(sheet, name, answer, y + _PITCH * closer, _TURNED * closer)
    _centred(sheet, 268, cover.kept_by, _TEXT)
    return sheet.finish()


def _name(pen: Pen, name: str) -> float:
    """The enterprise's name, in as many lines as it takes; gives where it ends."""
    y = 92.0
    size = _NAME if pen.width(name, Role.TITLE, _NAME) < _MOST_LINES * _NAME_WIDTH else _LONG_NAME
    for line in wrapped(name, _NAME_WIDTH, lambda text: pen.width(text, Role.TITLE, size)):
        _centred(pen, y, line, size)
        y += size * POINT * 1.4
    return y


def _answer_lines(pen: Pen, answer: str) -> list[str]:
    room = _LINE_END - _LABEL_X - _LABEL_WIDTH - 6
    return wrapped(answer, room, lambda text: pen.width(text, Role.FANGSONG, _TEXT))


def _line(pen: Pen, name: str, answer: Sequence[str], y: float, turned: float) -> float:
    """A label spread over its width, and its answer on rules; gives where the last one lies."""
    characters = len(name)
    plain = pen.width(name, Role.HEI, _TEXT)
    space = (_LABEL_WIDTH - plain) / max(characters - 1, 1)
    pen.text(_LABEL_X, y, name, Role.HEI, _TEXT, space=max(space, 0))
    begin = _LABEL_X + _LABEL_WIDTH + 3
    for number, line in enumerate(answer):
        y += turned if number else 0
        pen.text(begin + 3, y, line, Role.FANGSONG, _TEXT)
        pen.line(begin, y + 2, _LINE_END, y + 2)
    return y


def _centred(pen: Pen, y: float, text: str, size: float) -> None:
    pen.text(A4_WIDTH / 2 - pen.width(text, Role.TITLE, size) / 2, y, text, Role.TITLE, size)
