"""Evidence files (佐证材料): kept by the SHA-256 of their bytes, so that one file is stored once and damage shows."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from sqlite_utils import Database

from jizhou_desktop.domain.attachment import Attachment, EvidenceChange
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.files.whole import whole_file
from jizhou_desktop.store.connection import writing

MOST_BYTES = 200 << 20


class Attachments:
    """The evidence of one workspace. A row is written only after its file is safe on disk, and is never removed."""

    def __init__(self, database: Database, folder: Path) -> None:
        """Keeps the database and the folder that it works on."""
        self._database = database
        self._folder = folder

    def add(
        self,
        source: Path,
        *,
        record: str,
        kind: str,
        title: str,
        name: str,
        dated: str,
        uid: str,
        by: str = "",
        at: str = "",
    ) -> Attachment:
        """Copies a file in. Raises UserError where it cannot be read, is empty or passes 200 MB."""
        digest, size = measure(source)
        row = Attachment(uid, record, kind, title, name, dated, digest, size, by, at)
        self.receive(row, pieces_of(source), why="添加")
        return row

    def receive(self, attachment: Attachment, pieces: Iterable[bytes], *, why: str = "导入数据包") -> None:
        """Stores a row as it is, with its bytes; the same again changes nothing, but mends a file that was damaged."""
        target = self.path(attachment.digest)
        if not target.exists() or digest_of_file(target) != attachment.digest:
            with (
                whole_file(target, check=lambda part: _check_digest(part, attachment)) as part,
                part.open("wb") as file,
            ):
                for piece in pieces:
                    file.write(piece)
        self.change(attachment, by=attachment.added_by, at=attachment.added_at, why=why)

    def change(self, attachment: Attachment, *, by: str, at: str, why: str) -> None:
        """Stores a row whose file is there already: renamed, moved, taken out. The state is added to its history."""
        if self.get(attachment.uid) == attachment:
            return
        state = json.dumps(asdict(attachment), ensure_ascii=False, sort_keys=True)
        noted = {"uid": attachment.uid, "noted_at": at, "noted_by": by, "why": why, "state": state}
        with writing(self._database):
            self._database.table("attachments").upsert(asdict(attachment), pk="uid")
            self._database.table("evidence_history").insert(noted)

    def get(self, uid: str) -> Attachment | None:
        """One row, taken out or not; None where there is none."""
        return next(iter(self._rows("uid = ?", uid, withdrawn=True)), None)

    def of(self, record: str, *, withdrawn: bool = False) -> list[Attachment]:
        """The evidence of one record, in the order it was added; what was taken out only where asked for."""
        return self._rows("record = ?", record, withdrawn=withdrawn)

    def all(self, *, withdrawn: bool = False) -> list[Attachment]:
        """All evidence of the workspace; what was taken out only where asked for."""
        return self._rows("1 = ?", 1, withdrawn=withdrawn)

    def same_bytes(self, digest: str) -> list[Attachment]:
        """Every row with that very file, taken out or not."""
        return self._rows("digest = ?", digest, withdrawn=True)

    def changes(self, uid: str) -> list[EvidenceChange]:
        """Every state of one row, oldest first."""
        rows = self._database.query("SELECT * FROM evidence_history WHERE uid = ? ORDER BY number", [uid])
        return [
            EvidenceChange(Attachment(**json.loads(row["state"])), row["noted_by"], row["noted_at"], row["why"])
            for row in rows
        ]

    def path(self, digest: str) -> Path:
        """Where the bytes of that digest lie. A name from outside is never part of it."""
        return self._folder / digest[:2] / digest

    def _rows(self, where: str, value: str | int, *, withdrawn: bool) -> list[Attachment]:
        where = where if withdrawn else f"{where} AND withdrawn = ''"
        rows = self._database.table("attachments").rows_where(where, [value], order_by="rowid")
        return [Attachment(**row) for row in rows]


def pieces_of(file: Path) -> Iterator[bytes]:
    """The bytes of a file, a megabyte at a time."""
    with file.open("rb") as stream:
        while piece := stream.read(1 << 20):
            yield piece


def digest_of_file(file: Path) -> str:
    """The SHA-256 of a file, in hex."""
    digest = hashlib.sha256()
    for piece in pieces_of(file):
        digest.update(piece)
    return digest.hexdigest()


def measure(source: Path) -> tuple[str, int]:
    """Digest and size of a file that is to be added. Raises UserError where it is none that can be kept."""
    try:
        size = source.stat().st_size
        if not source.is_file():
            raise UserError(f"{source.name} 不是文件，请选择文件；文件夹请逐个添加其中的文件。")
        if size == 0:
            raise UserError(f"{source.name} 是空文件（0字节），没有内容可存，请检查后重新添加。")
        if size > MOST_BYTES:
            raise UserError(f"{source.name} 有{size >> 20}MB，超过{MOST_BYTES >> 20}MB，请压缩或拆分后再添加。")
        return digest_of_file(source), size
    except OSError as error:
        raise UserError(f"无法读取 {source}（{error.strerror}），请检查文件。") from error


def _check_digest(part: Path, attachment: Attachment) -> None:
    if digest_of_file(part) != attachment.digest:
        raise UserError(f"佐证材料“{attachment.title}”在复制时出错，摘要不符，请重新添加。")
