"""Takes single files out of a package of Debian, npm or PyPI, by those registries' ordinary clients."""

import gzip
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MOST_SECONDS = 900
_MOST_MEMBER_BYTES = 200_000_000


class NotFetched(Exception):  # noqa: N818  — it says what happened, in Chinese
    """The registry's client is missing, failed, or gave a package without the wanted file."""


@dataclass(frozen=True)
class Fetched:
    """The wanted members of one package version."""

    version: str
    members: dict[str, bytes]


def available(registry: str) -> bool:
    """Whether the registry's client is on this machine."""
    if registry == "apt":
        return bool(shutil.which("apt-get") and shutil.which("dpkg-deb"))
    return registry == "pip" or bool(shutil.which(registry))


def fetch(registry: str, package: str, version: str, members: Collection[str], into: Path) -> Fetched:
    """Downloads one package into the folder and reads the members from it. Raises NotFetched."""
    into.mkdir(parents=True, exist_ok=True)
    file = _DOWNLOADS[registry](package, version, into)
    found = _read_members(file, set(members))
    lacking = set(members) - set(found)
    if lacking:
        raise NotFetched(f"软件包 {file.name} 中没有 {'、'.join(sorted(lacking))}")
    return Fetched(version or file.name.split("_")[1], found)


def _run(command: list[str], folder: Path) -> None:
    """The client's own words go to a log beside the download, its last line into the sentence."""
    log = folder / "client.log"
    with log.open("ab") as stream:
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                timeout=_MOST_SECONDS,
                check=False,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NotFetched(f"{command[0]} 没有完成（{error}）") from error
    if done.returncode:
        words = log.read_text("utf-8", "replace").strip().splitlines() or [""]
        raise NotFetched(f"{Path(command[0]).stem} 退出码 {done.returncode}：{words[-1]}")


def _the_one(folder: Path, pattern: str) -> Path:
    files = sorted(folder.glob(pattern))
    if len(files) != 1:
        raise NotFetched(f"没有下载到软件包（{pattern}）")
    return files[0]


def _apt(package: str, _version: str, folder: Path) -> Path:
    """Only downloads: nothing is installed. Package lists may be absent on a new machine, then root fetches them."""
    try:
        _run(["apt-get", "download", package], folder)
    except NotFetched:
        if not hasattr(os, "geteuid") or os.geteuid():
            raise
        # One source of several that does not answer fails the update; the wanted list may have come all the same.
        with suppress(NotFetched):
            _run(["apt-get", "update"], folder)
        _run(["apt-get", "download", package], folder)
    return _the_one(folder, "*.deb")


def _npm(package: str, version: str, folder: Path) -> Path:
    _run([shutil.which("npm") or "npm", "pack", f"{package}@{version}"], folder)
    return _the_one(folder, "*.tgz")


def _pip(package: str, version: str, folder: Path) -> Path:
    wanted = [f"{package}=={version}", "--no-deps", "--only-binary=:all:", "--dest", "."]
    _run([sys.executable, "-m", "pip", "download", "--disable-pip-version-check", *wanted], folder)
    return _the_one(folder, "*.whl")


_DOWNLOADS: dict[str, Callable[[str, str, Path], Path]] = {"apt": _apt, "npm": _npm, "pip": _pip}


def _read_members(file: Path, wanted: set[str]) -> dict[str, bytes]:
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            names = wanted & set(wheel.namelist())
            return {name: wheel.read(name) for name in names if wheel.getinfo(name).file_size < _MOST_MEMBER_BYTES}
    if file.suffix == ".deb":
        return _read_deb(file, wanted)
    with tarfile.open(file) as archive:
        return _read_tar(archive, wanted)


def _read_deb(file: Path, wanted: set[str]) -> dict[str, bytes]:
    """The package's files come as one stream: what is not wanted is never written to the disk."""
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(file)], stdout=subprocess.PIPE) as unpacker:
        with tarfile.open(fileobj=unpacker.stdout, mode="r|") as archive:
            found = _read_tar(archive, wanted)
        unpacker.kill()  # all found: the rest of the stream is not needed
    return found


def _read_tar(archive: tarfile.TarFile, wanted: set[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for entry in archive:
        name = entry.name.removeprefix("./")
        if name in wanted and entry.isfile() and entry.size < _MOST_MEMBER_BYTES:
            stream = archive.extractfile(entry)
            if stream is not None:
                data = stream.read()
                found[name] = gzip.decompress(data) if name.endswith(".gz") else data
        if len(found) == len(wanted):
            break
    return found
