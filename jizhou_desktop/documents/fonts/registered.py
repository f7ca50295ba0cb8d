"""Faces that were opened: each file is parsed once in a process, whatever number of papers it prints."""

from functools import cache, lru_cache
from pathlib import Path

from jizhou_desktop.documents.fonts.faces import Face, Faces
from jizhou_desktop.documents.fonts.font_file import FontFile
from jizhou_desktop.domain.face import Role


def opened(face: Face) -> FontFile:
    """The parsed file of a face. Raises UserError where the file is gone or damaged."""
    return _opened(face.file, face.index)


@cache
def _opened(file: Path, index: int) -> FontFile:
    # A font file does not change under a running program.
    return FontFile(file, index)


@lru_cache(maxsize=50_000)
def glyph_of(faces: Faces, role: Role, character: str) -> tuple[FontFile, int] | None:
    """The first face that has the character for this role, and its glyph; None where no face has it.

    A character that is mapped to an empty glyph counts as lacking, unless it is a space.
    """
    for face in _chain(faces, role):
        font = opened(face)
        glyph = font.glyphs.get(ord(character))
        if glyph is not None and (font.has_ink(glyph) or character.isspace()):
            return font, glyph
    return None


@lru_cache(maxsize=100)
def _chain(faces: Faces, role: Role) -> tuple[Face, ...]:
    return faces.chain(role)
