"""Builds the faces: each role from its best source that answers, checked, with its licence, listed in faces.json."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTLibError

from jizhou_desktop.setup.faces.cache import ABOUT, cache_folder, kept, whole_folder
from jizhou_desktop.setup.faces.check import UnsoundFace, check_face, standard_characters
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


def build_faces(target: Path, say: Say, served: Collection[str] = ()) -> list[str]:
    """Fills the folder with a face for each role, but those that the system's own faces serve.

    Gives the labels of the roles that no source served (empty: all are there). Quick where nothing changed since the
    last time and every source answered then. Raises OSError where the disk cannot be written.
    """
    recipes = [recipe for recipe in RECIPES if recipe.role not in served]
    clients = [name for name in ("apt", "npm", "pip") if available(name)]
    made_of = {"recipes": recipes_digest(recipes), "clients": clients}
    if _up_to_date(target, made_of, len(recipes)):
        say("字体已就绪，无需重做")
        return []
    chosen, failed = _choose(recipes, set(clients), say)
    _lay_out(target, chosen, {**made_of, "failed": sorted(source.package for source in failed)})
    had = {choice.recipe.role for choice in chosen}
    return [recipe.label for recipe in recipes if recipe.role not in had]


def _up_to_date(target: Path, made_of: Mapping[str, object], count: int) -> bool:
    try:
        about = json.loads((target / LIST).read_text("utf-8"))
        files = [target / face["file"] for face in about["faces"]]
        same = all(about[name] == value for name, value in made_of.items())
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return same and not about.get("failed") and len(files) == count and all(file.is_file() for file in files)


def _choose(recipes: Iterable[FaceRecipe], clients: set[str], say: Say) -> tuple[list[Chosen], set[Source]]:
    """Goes from best source to stand-ins; gives what failed too, which is not asked again in this run."""
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
    return chosen, failed


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
        with _side_by_side() as pool:
            jobs = {source: pool.submit(_build, source, package) for source, package in fetched.items()}
            for source, job in jobs.items():
                try:
                    folders[source] = job.result()
                    say(f"字体 {source.file_name} 已做好")
                except (UnsoundFace, TTLibError) as error:
                    say(f"字体 {source.file_name} 不能用：{error}")
    return folders


def _side_by_side() -> Executor:
    """Converting keeps one core busy for some ten seconds a face: as many processes as cores, four at most.

    Some containers allow no semaphores (no writable /dev/shm): there the faces are made one after the other.
    """
    try:
        return ProcessPoolExecutor(max_workers=min(4, os.cpu_count() or 1))
    except OSError:
        return ThreadPoolExecutor(max_workers=1)


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


def _lay_out(target: Path, chosen: list[Chosen], made_of: Mapping[str, object]) -> None:
    """Copies the faces from the cache, lists them, and only then lets them take the target's place."""
    with whole_folder(target) as folder:
        faces = [_take_over(choice, folder) for choice in chosen]
        listed = {**made_of, "faces": faces, "fallbacks": _fallbacks(faces)}
        (folder / LIST).write_text(json.dumps(listed, ensure_ascii=False, indent=1), "utf-8")


def _take_over(choice: Chosen, folder: Path) -> dict[str, Any]:
    about = kept(choice.folder)
    if about is None:
        raise OSError(f"字体缓存 {choice.folder} 不完整，请删除后重试")
    for name in about.pop("files"):
        shutil.copyfile(choice.folder / name, folder / name)
    return {"role": choice.recipe.role, "file": choice.source.file_name, "stand_in": choice.stand_in, **about}


def _fallbacks(faces: list[dict[str, Any]]) -> list[str]:
    """The files that have every standard character, in the order of their roles."""
    whole = [face for face in faces if face["standard"] == len(standard_characters())]
    by_role = {face["role"]: face["file"] for face in whole}
    return list(dict.fromkeys(by_role[role] for role in FALLBACK_ROLES if role in by_role))
