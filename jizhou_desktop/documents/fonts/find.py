"""Finds the face of each role among the built faces and what the machine has installed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jizhou_desktop.documents.fonts.face_facts import FaceFacts
from jizhou_desktop.documents.fonts.faces import Face, Faces, Refused
from jizhou_desktop.documents.fonts.facts_cache import FactsCache
from jizhou_desktop.documents.fonts.role_names import FREE_NAMES, OFFICE_NAMES, RARE_NAMES, STAND_INS, rank
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Role

LIST = "faces.json"
_SUFFIXES = {".ttf", ".ttc", ".otf", ".otc"}
_MOST_FALLBACKS = 4


@dataclass(frozen=True)
class _Seen:
    """One face found in a folder; `listed` is what faces.json says of it, where the folder has one."""

    file: Path
    facts: FaceFacts
    listed: dict[str, object]

    def face(self, role: Role | None, *, stand_in: bool) -> Face:
        name = next(iter(self.facts.names), self.file.stem)
        return Face(role, name, self.file, self.facts.index, stand_in)


def find_faces(folders: Sequence[Path], *, cache: Path | None = None) -> Faces:
    """The best usable face for each role among the font files under these folders.

    An office's own faces come first (方正小标宋, the faces of Chinese Windows), then the built ones that a
    `faces.json` lists, then free ones that are installed; a role that still has none is played by a stand-in. Names
    propose, the files decide: a face without outlines, without the common characters, or whose licence bits forbid
    embedding is refused. `cache` is a folder where what was read is kept for the next start. Raises UserError where
    no face at all can set Chinese.
    """
    facts = FactsCache(cache)
    seen = [found for folder in folders for found in _look_through(folder, facts)]
    facts.save()
    fit = [found for found in seen if not found.facts.unfit]
    by_role = {role: face for role in Role if (face := _best(fit, role))}
    return Faces(_with_stand_ins(by_role), tuple(_fallbacks(seen)), tuple(_refused(seen)))


def _look_through(folder: Path, facts: FactsCache) -> Iterator[_Seen]:
    listed = _listed(folder)
    for file in sorted(folder.rglob("*") if folder.is_dir() else []):
        if file.suffix.lower() in _SUFFIXES and file.is_file():
            for face in facts.facts(file):
                yield _Seen(file, face, listed.get(file.name, {}))


def _listed(folder: Path) -> dict[str, dict[str, object]]:
    """What faces.json says, by file name; a file may serve several roles. An unsound list counts as none."""
    try:
        data = json.loads((folder / LIST).read_text("utf-8"))
        listed: dict[str, dict[str, object]] = {}
        for entry in data["faces"]:
            known = listed.setdefault(str(entry["file"]), {"roles": {}})
            known["roles"][str(entry["role"])] = bool(entry.get("stand_in", False))  # type: ignore[index]
        for name in data.get("fallbacks", []):
            listed.setdefault(str(name), {"roles": {}})["fallback"] = True
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return listed


def _best(fit: Iterable[_Seen], role: Role) -> Face | None:
    ranked = [(place, found) for found in fit if (place := _place(found, role)) is not None]
    if not ranked:
        return None
    (_, found) = min(ranked, key=lambda pair: (pair[0], -pair[1].facts.characters))
    roles = found.listed.get("roles")
    return found.face(role, stand_in=bool(isinstance(roles, dict) and roles.get(role, False)))


def _place(found: _Seen, role: Role) -> int | None:
    """Where a face stands in the order for a role: the offices' own, the built ones, free ones."""
    roles = found.listed.get("roles")
    if isinstance(roles, dict):
        return 100 if role in roles else None
    office = rank(found.facts.names, OFFICE_NAMES[role])
    if office is not None:
        return office
    free = rank(found.facts.names, FREE_NAMES[role])
    return None if free is None else 200 + free


def _with_stand_ins(by_role: dict[Role, Face]) -> dict[Role, Face]:
    if not by_role:
        raise UserError("没有找到可用的中文字体，请先运行安装程序准备字体，或安装仿宋、黑体、楷体、宋体后重试。")
    filled = dict(by_role)
    for role in Role:
        if role not in filled:
            nearest = next((by_role[like] for like in STAND_INS[role] if like in by_role), None)
            filled[role] = replace(nearest or next(iter(by_role.values())), role=role, stand_in=True)
    return filled


def _fallbacks(seen: Iterable[_Seen]) -> list[Face]:
    """For characters that a role's face lacks: the listed ones, then faces of rare characters, then the widest."""
    places: list[tuple[int, int, Face]] = []
    for found in seen:
        place = _fallback_place(found)
        if place is not None:
            places.append((place, -found.facts.characters, found.face(_style(found), stand_in=False)))
    places.sort(key=lambda entry: entry[:2])
    return [face for _, _, face in places[:_MOST_FALLBACKS]]


def _fallback_place(found: _Seen) -> int | None:
    if found.listed.get("fallback") and not found.facts.unfit:
        return 0
    # A face of rare characters has not the common ones, which is no fault here.
    if rank(found.facts.names, RARE_NAMES) is not None and not found.facts.forbidden:
        return 1
    return 2 if not found.facts.unfit and not found.listed else None


def _style(found: _Seen) -> Role | None:
    roles = found.listed.get("roles")
    if isinstance(roles, dict) and roles:
        return next((role for role in Role if role in roles), None)
    return next((role for role in Role if _place(found, role) is not None), None)


def _refused(seen: Iterable[_Seen]) -> Iterator[Refused]:
    """Faces whose name is a role's and which cannot play it."""
    for found in seen:
        if found.facts.unfit and any(_place(found, role) is not None for role in Role):
            yield Refused(found.face(None, stand_in=False).name, found.file, found.facts.unfit)
