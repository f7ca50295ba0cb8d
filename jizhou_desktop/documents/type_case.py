"""The types at hand while one paper is set: what draws each character, and what no face has."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jizhou_desktop.documents.fonts.embedded import EmbeddedFont
from jizhou_desktop.documents.fonts.faces import Face, Faces
from jizhou_desktop.documents.fonts.font_file import FontFile, Ink
from jizhou_desktop.documents.fonts.registered import glyph_of, opened
from jizhou_desktop.domain.face import Role

_PLACEHOLDER = "〓"
_SELECTORS = range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0)


class Type(NamedTuple):
    """How one character is set: the font's resource name, its code there in hex, its advance in ems."""

    font: str
    code: str
    advance: float


class TypeCase:
    """Finds the type for each character, role by role; what the role's face lacks comes from the next that has it.

    A character that no face has is drawn as 〓, the printers' sign for it, and noted in `missing`: it must be seen on
    the paper, not be left out.
    """

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self.missing: dict[str, None] = {}
        self.used: dict[Role, Face] = {}
        self.fonts: dict[str, EmbeddedFont] = {}
        self._names: dict[int, str] = {}
        self._types: dict[Role, dict[str, Type]] = {role: {} for role in Role}

    def types(self, text: str, role: Role) -> Iterator[Type]:
        """The types of a text, in order."""
        known = self._types[role]
        for character in text:
            found = known.get(character)
            if found is None:
                if is_selector(character):
                    continue
                found = known[character] = self._find(character, role)
            yield found

    def _find(self, character: str, role: Role) -> Type:
        self.used.setdefault(role, self.faces.by_role[role])
        font, glyph = _drawn_by(self.faces, role, character)
        if glyph_of(self.faces, role, character) is None:
            self.missing[character] = None
        name = self._name(font)
        code, advance = self.fonts[name].code(character, glyph)
        return Type(name, code, advance)

    def _name(self, font: FontFile) -> str:
        name = self._names.get(id(font))
        if name is None:
            name = self._names[id(font)] = f"F{len(self.fonts) + 1}"
            self.fonts[name] = EmbeddedFont(font)
        return name


def advance(faces: Faces, role: Role, text: str) -> float:
    """The length of a text in ems, without taking it into any paper."""
    known, length = _known_advances(faces, role), 0.0
    for character in text:
        ems = known.get(character)
        if ems is None:
            ems = known[character] = _advance(faces, role, character)
        length += ems
    return length


@lru_cache(maxsize=100)
def _known_advances(faces: Faces, role: Role) -> dict[str, float]:  # noqa: ARG001  — they are the key
    """Fills as lines are measured: breaking a text into lines measures each of its characters many times."""
    return {}


def _advance(faces: Faces, role: Role, character: str) -> float:
    if is_selector(character):
        return 0.0
    font, glyph = _drawn_by(faces, role, character)
    return font.advance(glyph) / font.units_per_em


def ink(faces: Faces, role: Role, text: str) -> Ink | None:
    """The box that a text blackens, in ems from its beginning on the baseline; None for a blank."""
    at, boxes = 0.0, list[Ink]()
    for character in text:
        font, glyph = _drawn_by(faces, role, character)
        box = font.ink(glyph)
        if box is not None:
            boxes.append(Ink(at + box.left, box.bottom, at + box.right, box.top))
        at += font.advance(glyph) / font.units_per_em
    if not boxes:
        return None
    left, bottom = min(box.left for box in boxes), min(box.bottom for box in boxes)
    return Ink(left, bottom, max(box.right for box in boxes), max(box.top for box in boxes))


def is_selector(character: str) -> bool:
    """Whether the character only chooses a variant of the one before it, and has no width."""
    code = ord(character)
    return code >= 0xFE00 and any(code in selectors for selectors in _SELECTORS)


def _drawn_by(faces: Faces, role: Role, character: str) -> tuple[FontFile, int]:
    """What draws the character: a face that has it, else the placeholder, else the role's own .notdef."""
    found = glyph_of(faces, role, character) or glyph_of(faces, role, _PLACEHOLDER)
    return found or (opened(faces.by_role[role]), 0)
