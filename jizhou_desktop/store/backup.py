"""Backup (备份) of a whole workspace as one file, and its return: everything checked before anything is visible."""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.files.whole import whole_file
from jizhou_desktop.store.attachments import digest_of_file
from jizhou_desktop.store.connection import open_database, told_in_a_sentence
from jizhou_desktop.store.workspace import DATABASE, FOLDERS, Workspace

MANIFEST = "backup.json"
_FORMAT = "jizhou-backup"
_KEPT = ("attachments", "papers", "packages")
_MOST_MEMBERS = 200_000
_MOST_BYTES = 64 << 30
_MOST_RATIO = 1_000
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, KeyError, TypeError, ValueError)


@dataclass(frozen=True)
class BackupInfo:
    """A backup that was written: the file, its SHA-256 and its size in bytes."""

    file: Path
    digest: str
    size: int


def back_up(folder: Path, out: Path, *, now: datetime) -> BackupInfo:
    """Writes the workspace in `folder` as one file, even while a window has it open; reads it back first."""
    with Workspace.open(folder, now=now) as workspace:
        office = workspace.profile.office.full_name
    with whole_file(out, check=_check) as part:
        _write(folder, part, {"format": _FORMAT, "office": office, "made_at": now.isoformat(timespec="seconds")})
    return BackupInfo(out, digest_of_file(out), out.stat().st_size)


def restore(file: Path, to: Path, *, now: datetime) -> None:
    """Makes a workspace from a backup in a folder that is absent or empty.

    Raises UserError where the file is no backup or is damaged; then nothing is left behind.
    """
    if not file.is_file():
        raise UserError(f"找不到文件 {file}，请检查路径。")
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise UserError(f"{to} 不是空文件夹，请另选一个空文件夹或新文件夹。")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        # a name of its own: "NAME.part" could be somebody's folder
        part = Path(tempfile.mkdtemp(prefix=f"{to.name}.", suffix=".part", dir=to.parent))
        part.chmod(0o755)  # a workspace is seen by the office, a temporary folder only by its maker
    except OSError as error:
        raise UserError(f"无法写入 {to.parent}（{error.strerror}），请检查路径和权限。") from error
    try:
        _unpack(file, part)
        Workspace.open(part, now=now).close()
        _give_name(part, to)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _give_name(part: Path, to: Path) -> None:
    try:
        if to.exists():
            to.rmdir()
        part.replace(to)
    except OSError as error:
        raise UserError(f"无法使用文件夹 {to}（{error.strerror}），请另选一个空文件夹。") from error


def _write(folder: Path, part: Path, about: dict[str, str]) -> None:
    copy = part.with_name(f"{part.name}.sqlite")
    try:
        _copy_database(folder / DATABASE, copy)
        files = {DATABASE: copy, **_files_of(folder)}
        digests = {name: digest_of_file(file) for name, file in files.items()}
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, json.dumps({**about, "files": digests}, ensure_ascii=False))
            for name, file in files.items():
                archive.write(file, name)
    finally:
        copy.unlink(missing_ok=True)


def _copy_database(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    database = open_database(source)
    with told_in_a_sentence(source), closing(database.conn), closing(sqlite3.connect(target)) as copy:
        database.conn.backup(copy)


def _files_of(folder: Path) -> dict[str, Path]:
    return {
        file.relative_to(folder).as_posix(): file
        for name in _KEPT
        for file in sorted((folder / name).rglob("*"))
        if file.is_file() and file.suffix != ".part"
    }


def _check(file: Path) -> None:
    """Reads a backup through. Raises UserError where a file in it is missing, added, changed or damaged."""
    try:
        with zipfile.ZipFile(file) as archive:
            digests = _manifest(archive)
            for name, digest in digests.items():
                with archive.open(name) as member:
                    if hashlib.file_digest(member, "sha256").hexdigest() != digest:  # type: ignore[arg-type]
                        raise UserError(f"备份文件中的 {name} 已损坏，不能恢复，请换一份备份。")
    except _DAMAGE as error:
        raise UserError(f"{file.name} 不是备份文件，或已损坏，请换一份备份。") from error


def _manifest(archive: zipfile.ZipFile) -> dict[str, str]:
    members = archive.infolist()
    packed = sum(member.compress_size for member in members)
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or unpacked > _MOST_BYTES or unpacked > _MOST_RATIO * max(packed, 1 << 16):
        raise UserError("备份文件展开后过大，不予恢复。")
    if archive.getinfo(MANIFEST).file_size > 256 << 20:
        raise UserError("备份文件的目录过大，不予恢复。")
    plain = json.loads(archive.read(MANIFEST))
    digests = {str(name): str(digest) for name, digest in plain["files"].items()}
    if plain["format"] != _FORMAT or sorted(archive.namelist()) != sorted([MANIFEST, *digests]):
        raise UserError("备份文件的内容与目录不一致，不予恢复，请换一份备份。")
    for name in digests:
        if not _is_ours(name):
            raise UserError(f"备份文件中有不认识的文件“{name[:80]}”，不予恢复。")
    return digests


def _is_ours(name: str) -> bool:
    """A file of a workspace, by a path that stays in it, on Windows too."""
    parts = name.split("/")
    return name == DATABASE or (len(parts) >= 2 and parts[0] in _KEPT and all(map(_is_plain, parts)))


def _is_plain(part: str) -> bool:
    return (
        part.strip(". ") != "" and part == part.rstrip(". ") and part.isprintable() and not set(part) & set('\\:*?"<>|')
    )


def _unpack(file: Path, part: Path) -> None:
    _check(file)
    try:
        for name in FOLDERS:
            (part / name).mkdir()
        with zipfile.ZipFile(file) as archive:
            for name in _manifest(archive):
                _unpack_one(archive, name, part.joinpath(*name.split("/")))
    except OSError as error:
        raise UserError(f"恢复时无法写入（{error.strerror}），请检查磁盘空间和权限后重试。") from error


def _unpack_one(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("xb") as copy:  # x: two names may be one to this file system
        shutil.copyfileobj(source, copy)
        copy.flush()
        os.fsync(copy.fileno())
