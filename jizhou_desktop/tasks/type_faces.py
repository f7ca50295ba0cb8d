"""The faces of this machine's papers (文书字体), as the settings page and the command line tell them."""

from collections.abc import Iterator
from dataclasses import dataclass

from jizhou_desktop.domain.face import Role
from jizhou_desktop.tasks import resources


@dataclass(frozen=True)
class RoleFace:
    """Which face plays a role; `stand_in` where it is of another style."""

    role: Role
    name: str
    stand_in: bool


def role_faces() -> list[RoleFace]:
    """The five roles. Raises UserError where no face can set Chinese."""
    by_role = resources.faces().by_role
    return [RoleFace(role, by_role[role].name, by_role[role].stand_in) for role in Role]


def about_other_faces() -> Iterator[str]:
    """What else there is to know: who lends rare characters, and which faces were refused and why."""
    faces = resources.faces()
    if faces.fallbacks:
        names = "、".join(dict.fromkeys(face.name for face in faces.fallbacks))
        yield f"以上字体缺少的生僻字，逐字取自：{names}。"
    for refused in faces.refused:
        yield f"没有采用 {refused.name}：{refused.reason}。"
