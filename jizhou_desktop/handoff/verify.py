"""Verifying a package (核对数据包): nothing in it is believed before it is checked."""

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.snapshot import Snapshot, in_scope
from jizhou_desktop.handoff.container import open_container
from jizhou_desktop.handoff.manifest import FORMAT, VERSION, Manifest, Part, from_plain
from jizhou_desktop.handoff.parts import (
    ATTACHMENTS,
    EXPLANATIONS,
    MANIFEST,
    MOST_BYTES_OF_A_ROW,
    MOST_ROWS,
    RECORDS,
    evidence_part,
)
from jizhou_desktop.handoff.rows import read_attachment, read_explanation, read_record

Row = TypeVar("Row")

# What zipfile raises on bytes that are not as they were, found by flipping each.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, NotImplementedError,
    UnicodeDecodeError,
)  # fmt: skip
_ASK_AGAIN = "请报送单位重新导出数据包。"


@dataclass(frozen=True)
class Package:
    """A package that was read and verified whole. `file` is where its evidence can be taken from."""

    file: Path
    manifest: Manifest
    snapshot: Snapshot

    def evidence(self, digest: str) -> Iterator[bytes]:
        """The bytes of one evidence file, piece by piece."""
        with zipfile.ZipFile(self.file) as package, package.open(evidence_part(digest)) as member:
            while piece := member.read(1 << 20):
                yield piece


@dataclass(frozen=True)
class Verified:
    """What `verify` found: the cover sheet of a sound package, or why it is not sound."""

    manifest: Manifest | None
    problems: tuple[Problem, ...] = ()


def verify(file: Path) -> Verified:
    """Whether a package is whole. Raises UserError only where there is no such file."""
    if not file.is_file():
        raise UserError(f"找不到文件 {file}，请检查路径。")
    try:
        return Verified(read_package(file).manifest)
    except UserError as error:
        return Verified(None, (Problem(str(error)),))


def read_package(file: Path) -> Package:
    """Reads a package after every check. Raises UserError with the one sentence that says what is wrong."""
    try:
        with open_container(file) as package:
            manifest = _manifest(package)
            _check_parts(package, manifest)
            records = tuple(_rows(package, RECORDS, read_record))
            attachments = tuple(_rows(package, ATTACHMENTS, read_attachment))
            said = tuple(_rows(package, EXPLANATIONS, read_explanation)) if EXPLANATIONS in manifest.parts else ()
    except _DAMAGE as error:
        raise UserError(f"数据包 {file.name} 已损坏，无法读出，{_ASK_AGAIN}") from error
    snapshot = Snapshot(
        office=manifest.office,
        year=manifest.year,
        sequence=manifest.sequence,
        made_at=manifest.made_at,
        made_by=manifest.made_by,
        records=records,
        attachments=attachments,
        explanations=said,
    )
    _check_sense(manifest, snapshot)
    return Package(file, manifest, snapshot)


def _manifest(package: zipfile.ZipFile) -> Manifest:
    try:
        plain = json.loads(package.read(MANIFEST))
        known = plain["format"] == FORMAT
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise UserError(f"这不是数据包：缺少可读的封面（{MANIFEST}），请选择由本系统导出的文件。") from error
    if not known:
        raise UserError("这不是本系统的数据包，请选择由本系统导出的文件。")
    return _manifest_of_this_version(plain)


def _manifest_of_this_version(plain: Mapping[str, Any]) -> Manifest:
    version = plain.get("version")
    if isinstance(version, int) and version > VERSION:
        raise UserError(f"数据包由更新的版本导出（格式第{version}版，本机只认第{VERSION}版），请先升级本机程序。")
    try:
        return from_plain(plain)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError(f"数据包封面被改动或不完整，摘要不符，{_ASK_AGAIN}") from error


def _check_parts(package: zipfile.ZipFile, manifest: Manifest) -> None:
    present = set(package.namelist()) - {MANIFEST}
    if present != set(manifest.parts):
        odd = min(present ^ set(manifest.parts))
        raise UserError(f"数据包内的文件与封面不一致（{odd}），{_ASK_AGAIN}")
    asked = {RECORDS, ATTACHMENTS} | ({EXPLANATIONS} if manifest.version > 1 else set())
    if {name for name in present if not name.startswith("attachments/")} != asked:
        raise UserError(f"数据包内的文件不全或多余（格式第{manifest.version}版），{_ASK_AGAIN}")
    for name, part in manifest.parts.items():
        with package.open(name) as member:
            if _measure(member) != part:
                raise UserError(f"数据包内的 {name} 被改动或已损坏，摘要不符，{_ASK_AGAIN}")


def _measure(member: IO[bytes]) -> Part:
    digest, size = hashlib.sha256(), 0
    while piece := member.read(1 << 20):
        digest.update(piece)
        size += len(piece)
    return Part(size, digest.hexdigest())


def _rows(package: zipfile.ZipFile, name: str, read: Callable[[Mapping[str, Any]], Row]) -> Iterator[Row]:
    with package.open(name) as member:
        for number, line in enumerate(_lines(member), start=1):
            try:
                yield read(json.loads(line))
            except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
                raise UserError(f"数据包 {name} 第{number}行不是有效记录（{error}），{_ASK_AGAIN}") from error


def _lines(member: IO[bytes]) -> Iterator[bytes]:
    """The rows, neither too many nor too long to be held in memory."""
    number = 0
    while line := member.readline(MOST_BYTES_OF_A_ROW + 1):
        number += 1
        if number > MOST_ROWS or len(line) > MOST_BYTES_OF_A_ROW:
            raise UserError(f"数据包第{number}行过长，或记录多于{MOST_ROWS}条，不予读取。")
        yield line


def _check_sense(manifest: Manifest, snapshot: Snapshot) -> None:
    if snapshot.counts() != dict(manifest.counts):
        raise UserError(f"数据包的记录数与封面不一致，{_ASK_AGAIN}")
    uids = {record.uid for record in snapshot.records}
    if len(uids) != len(snapshot.records):
        raise UserError(f"数据包内有重复的记录号，{_ASK_AGAIN}")
    for record in snapshot.records:
        _check_record(record, uids, manifest)
    for attachment in snapshot.attachments:
        _check_attachment(attachment, uids, manifest)
    for explanation in snapshot.explanations:
        if explanation.record not in uids:
            raise UserError(f"数据包内规则{explanation.rule}的核实说明没有对应的记录，{_ASK_AGAIN}")


def _check_record(record: Record, uids: set[str], manifest: Manifest) -> None:
    if record.office != manifest.office.code:
        raise UserError(f"数据包内的记录 {record.uid} 不属于报送单位{manifest.office.name}，{_ASK_AGAIN}")
    if not in_scope(record, manifest.year):
        raise UserError(f"数据包内的记录 {record.uid} 属于{record.year}年度，不在数据包年度之内，{_ASK_AGAIN}")
    # A department's step on a township's claim lies in the department's package, the claim in the township's.
    if record.kind is not Kind.STEP and record.parent is not None and record.parent not in uids:
        raise UserError(f"数据包内的记录 {record.uid} 所属的企业不在数据包内，{_ASK_AGAIN}")


def _check_attachment(attachment: Attachment, uids: set[str], manifest: Manifest) -> None:
    part = manifest.parts.get(evidence_part(attachment.digest))
    # The part is named by the digest that its bytes must have; what was measured must be that very digest.
    if attachment.record not in uids or part != Part(attachment.size, attachment.digest):
        raise UserError(f"数据包内的佐证材料“{attachment.title}”没有对应的记录或文件，{_ASK_AGAIN}")
