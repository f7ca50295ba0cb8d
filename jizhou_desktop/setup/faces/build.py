"""Builds the faces: each role from its best source that answers, checked, with its licence, listed in faces.json."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTLibError

from jizhou_desktop.setup.faces.cache import ABOUT, cache_folder, kept, whole_folder
from jizhou_desktop.setup.faces.check import UnsoundFace, check_face
from jizhou_desktop.setup.faces.convert import to_truetype
from jizhou_desktop.setup.faces.fetch import Fetched, NotFetched, available, fetch
from jizhou_desktop.setup.faces.recipe import FALLBACK_ROLES, RECIPES, FaceRecipe, Source, recipes_digest

LIST = "faces.json"
Say = Callable[[str], None]

# The licences ask that a changed face says so; Fandol's font exception is given on to our version, as it allows.
_CONVERTED_NOTE = (
    b"The outlines of this face were converted to TrueType and its layout tables left out at set-up; its licence,\n"
    b"any font exception included, stays as follows.\n"
)


@dataclass(frozen=True)
class Chosen:
    """The source that serves a role, and where its built face lies."""

    recipe: FaceRecipe
    source: Source
    folder: Path

    @property
    def stand_in(self) -> bool:
        return self.recipe.sources.index(self.source) >= self.recipe.stand_ins_from


def build_faces(target: Path, say: Say) -> list[str]:
    """Fills the folder with the faces; gives the labels of the roles that no source served (empty: all are there).

    Quick where nothing changed since the last time. Raises OSError where the disk cannot be written.
    """
    clients = [name for name in ("apt", "npm", "pip") if available(name)]
    if _up_to_date(target, clients):
        say("字体已就绪，无需重做")
        return []
    chosen = _choose(RECIPES, set(clients), say)
    _lay_out(target, chosen, clients)
    served = {choice.recipe.role for choice in chosen}
    return [recipe.label for recipe in RECIPES if recipe.role not in served]


def _up_to_date(target: Path, clients: list[str]) -> bool:
    try:
        about = json.loads((target / LIST).read_text("utf-8"))
        files = [target / face["file"] for face in about["faces"]]
        same = about["recipes"] == recipes_digest() and about["clients"] == clients
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return same and len(files) == len(RECIPES) and all(file.is_file() for file in files)


def _choose(recipes: Iterable[FaceRecipe], clients: set[str], say: Say) -> list[Chosen]:
    """Goes from best source to stand-ins; sources that failed once are not asked again."""
    waiting, chosen, failed = list(recipes), list[Chosen](), set[Source]()
    while waiting:
        wanted = {recipe.role: _next_source(recipe, clients, failed) for recipe in waiting}
        waiting = [recipe for recipe in waiting if wanted[recipe.role]]
        sources = dict.fromkeys(source for source in wanted.values() if source)
        folders = _obtain(list(sources), say)
        failed |= {source for source in sources if source not in folders}
        for recipe in list(waiting):
            source = wanted[recipe.role]
            if source in folders:
                chosen.append(Chosen(recipe, source, folders[source]))
                waiting.remove(recipe)
    return chosen


def _next_source(recipe: FaceRecipe, clients: set[str], failed: set[Source]) -> Source | None:
    fitting = (source for source in recipe.sources if source not in failed)
    return next((source for source in fitting if source.registry in clients or _kept_folder(source)), None)


def _kept_folder(source: Source) -> Path | None:
    folder = cache_folder() / source.key
    return folder if kept(folder) else None


def _obtain(sources: list[Source], say: Say) -> dict[Source, Path]:
    """The built faces' cache folders; a source that cannot be had is told and left out."""
    folders = {source: folder for source in sources if (folder := _kept_folder(source))}
    lacking = [source for source in sources if source not in folders]
    if not lacking:
        return folders
    with tempfile.TemporaryDirectory(prefix="jizhou-faces-") as work:
        fetched = _fetch_all(lacking, Path(work), say)
        # Converting takes one core some twenty seconds a face: as many side by side as there are cores, four at most.
        with ProcessPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
            jobs = {source: pool.submit(_build, source, package) for source, package in fetched.items()}
            for source, job in jobs.items():
                try:
                    folders[source] = job.result()
                    say(f"字体 {source.file_name} 已做好")
                except (UnsoundFace, TTLibError) as error:
                    say(f"字体 {source.file_name} 不能用：{error}")
    return folders


def _fetch_all(sources: list[Source], work: Path, say: Say) -> dict[Source, Fetched]:
    """Each package is downloaded once, however many faces are taken from it."""
    packages: dict[tuple[str, str, str], list[Source]] = {}
    for source in sources:
        packages.setdefault((source.registry, source.package, source.version), []).append(source)
    fetched: dict[Source, Fetched] = {}
    for number, (package, its_sources) in enumerate(packages.items()):
        members = {name for source in its_sources for name in (source.member, *source.licences)}
        say(f"下载字体包 {package[1]}")
        try:
            got = fetch(*package, members, work / str(number))
        except NotFetched as reason:
            say(f"字体包 {package[1]} 没有取得（{reason}），改用其他来源")
            continue
        fetched |= dict.fromkeys(its_sources, got)
    return fetched


def _build(source: Source, package: Fetched) -> Path:
    """Runs in a process of its own: converts, checks, and puts the face with its licence into the cache."""
    target = cache_folder() / source.key
    with whole_folder(target) as folder:
        raw = folder / "raw"
        raw.write_bytes(package.members[source.member])
        face = folder / source.file_name
        converted = to_truetype(raw, face)
        raw.unlink()
        facts = check_face(face)
        licence = folder / f"{face.stem}-licence.txt"
        note = _CONVERTED_NOTE if converted else b""
        licence.write_bytes(b"\n".join([note, *(package.members[name] for name in source.licences)]))
        about = {
            "source": source.registry,
            "package": source.package,
            "version": package.version,
            "licence": source.licence,
            "licence_file": licence.name,
            "converted": converted,
            **asdict(facts),
            "files": {file.name: file.stat().st_size for file in (face, licence)},
        }
        (folder / ABOUT).write_text(json.dumps(about, ensure_ascii=False), "utf-8")
    return target


def _lay_out(target: Path, chosen: list[Chosen], clients: list[str]) -> None:
    faces = []
    with whole_folder(target) as folder:
        for choice in chosen:
            about = kept(choice.folder)
            if about is None:
                raise OSError(f"字体缓存 {choice.folder} 不完整，请删除后重试")
            for name in about.pop("files"):
                shutil.copyfile(choice.folder / name, folder / name)
            faces.append(
                {"role": choice.recipe.role, "file": choice.source.file_name, "stand_in": choice.stand_in, **about}
            )
        by_role: dict[str, Any] = {face["role"]: face for face in faces}
        listed = {
            "recipes": recipes_digest(),
            "clients": clients,
            "faces": faces,
            "fallbacks": [by_role[role]["file"] for role in FALLBACK_ROLES if role in by_role],
        }
        (folder / LIST).write_text(json.dumps(listed, ensure_ascii=False, indent=1), "utf-8")
