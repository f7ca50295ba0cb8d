"""Which face plays which role on this machine."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jizhou_desktop.domain.face import Role

_SERIF = {Role.FANGSONG, Role.TITLE, Role.KAI, Role.SONG}


@dataclass(frozen=True)
class Face:
    """One typeface in a file. `index` counts the faces of a collection (simsun.ttc holds 宋体 and 新宋体).

    `stand_in` says that the face only takes the role's place, as 楷体 may for a missing 仿宋; the settings page tells
    it. `role` is None for a face that serves only characters which the others lack.
    """

    role: Role | None
    name: str
    file: Path
    index: int = 0
    stand_in: bool = False


@dataclass(frozen=True)
class Refused:
    """A file whose name promised a role but which cannot be used, and the reason in Chinese."""

    name: str
    file: Path
    reason: str


@dataclass(frozen=True, eq=False)
class Faces:
    """The face of each of the five roles, the faces that help out by single characters, and what was refused."""

    by_role: Mapping[Role, Face]
    fallbacks: tuple[Face, ...] = ()
    refused: tuple[Refused, ...] = ()

    def chain(self, role: Role) -> tuple[Face, ...]:
        """The faces to ask for a character, best first: the role's own, then its like, then any that has it."""
        own = self.by_role[role]
        others = [*self.fallbacks, *(self.by_role[other] for other in Role if other in self.by_role)]
        like = sorted(others, key=lambda face: (face.role in _SERIF) != (role in _SERIF))
        chain: dict[tuple[Path, int], Face] = {(own.file, own.index): own}
        for face in like:
            chain.setdefault((face.file, face.index), face)
        return tuple(chain.values())
