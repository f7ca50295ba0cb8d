"""What stands above and under a form's grid: title, 表号, whose it is, notes, signatures, a QR code."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.pen import Pen
from jizhou_desktop.documents.typeset.line_breaking import wrapped
from jizhou_desktop.domain.face import Role

_TITLE_SIZE, _TITLE_PITCH = 18.0, 10.0
_SIZE, _PITCH = 10.5, 5.5
_NOTE_SIZE, _NOTE_PITCH = 9.0, 5.0
_SIGN_HEIGHT, _QR, _GAP = 9.0, 26.0, 6.0


@dataclass(frozen=True)
class Ends:
    """The words, as a form paper names them."""

    title: str
    left: str
    right: str
    notes: Sequence[str]
    signs: Sequence[str]
    corner: Sequence[str]
    qr: str


@dataclass(frozen=True)
class LaidEnds:
    """The words in lines between `begin` and `end` mm; `head` and `under` are the heights they take."""

    words: Ends
    begin: float
    end: float
    left: Sequence[str]
    notes: Sequence[str]
    corner_top: float
    head: float
    under: float


def laid_ends(pen: Pen, words: Ends, begin: float, end: float) -> LaidEnds:
    """Breaks what is too long into lines. 表号 stands beside the title where there is room for both."""
    width = end - begin
    beside = pen.width(words.right, Role.SONG, _SIZE) + _GAP if words.right else 0
    left = wrapped(words.left, width - beside, lambda text: pen.width(text, Role.SONG, _SIZE)) if words.left else []
    note_width = width - (_QR + _GAP if words.qr else 0)
    notes = [
        line
        for note in words.notes
        for line in wrapped(note, note_width, lambda text: pen.width(text, Role.SONG, _NOTE_SIZE))
    ]
    title = len(words.title.split("\n")) * _TITLE_PITCH
    lines = max(len(left), 1 if words.right else 0)
    corner_top = title - min(len(words.corner), 1) * _PITCH if _fits_beside(pen, words, width) else title
    head = max(title, corner_top + len(words.corner) * _PITCH) + (lines * _PITCH + 2.5 if lines else 4)
    under = max(len(notes) * _NOTE_PITCH + (2 if notes else 0) + (_SIGN_HEIGHT if words.signs else 0), _needed(words))
    return LaidEnds(words, begin, end, left, notes, corner_top, head, under)


def draw_head(pen: Pen, ends: LaidEnds, top: float) -> None:
    """Title, 表号 at the right, and the line above the grid."""
    words, y = ends.words, top
    for line in words.title.split("\n"):
        y += _TITLE_PITCH
        middle = (ends.begin + ends.end - pen.width(line, Role.TITLE, _TITLE_SIZE)) / 2
        pen.text(middle, y - 3, line, Role.TITLE, _TITLE_SIZE)
    x = ends.end - _corner_width(pen, words)
    for number, line in enumerate(words.corner, start=1):
        pen.text(x, top + ends.corner_top + number * _PITCH - 1, line, Role.SONG, _SIZE)
    last = top + ends.head - 2.5
    for number, line in enumerate(reversed(ends.left)):
        pen.text(ends.begin, last - number * _PITCH, line, Role.SONG, _SIZE)
    pen.text(ends.end - pen.width(words.right, Role.SONG, _SIZE), last, words.right, Role.SONG, _SIZE)


def draw_under(pen: Pen, ends: LaidEnds, y: float) -> None:
    """Notes, the words that ask for signatures, the QR code."""
    words = ends.words
    if words.qr:
        pen.qr(ends.end - _QR, y + 3, _QR, words.qr)
    for line in ends.notes:
        y += _NOTE_PITCH
        pen.text(ends.begin, y + 0.5, line, Role.SONG, _NOTE_SIZE)
    step = (ends.end - ends.begin) / max(len(words.signs), 1)
    for number, sign in enumerate(words.signs):
        pen.text(ends.begin + number * step, y + _SIGN_HEIGHT - 1.5, sign, Role.SONG, _SIZE)


def draw_foot(pen: Pen, words: str, middle: float, y: float) -> None:
    """第 x 页 共 y 页."""
    pen.text(middle - pen.width(words, Role.SONG, _NOTE_SIZE) / 2, y, words, Role.SONG, _NOTE_SIZE)


def _needed(words: Ends) -> float:
    return _QR + 4 if words.qr else 0


def _fits_beside(pen: Pen, words: Ends, width: float) -> bool:
    title = max(pen.width(line, Role.TITLE, _TITLE_SIZE) for line in words.title.split("\n"))
    return title / 2 + _GAP + _corner_width(pen, words) <= width / 2


def _corner_width(pen: Pen, words: Ends) -> float:
    return max((pen.width(line, Role.SONG, _SIZE) for line in words.corner), default=0.0)
