"""Evidence files (佐证材料): kept by the SHA-256 of their bytes, so that one file is stored once and damage shows."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from sqlite_utils import Database

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.files.whole import whole_file
from jizhou_desktop.store.connection import writing

MOST_BYTES = 200 << 20


class Attachments:
    """The evidence of one workspace. A row is written only after its file is safe on disk."""

    def __init__(self, database: Database, folder: Path) -> None:
        """Keeps the database and the folder that it works on."""
        self._database = database
        self._folder = folder

    def add(self, source: Path, *, record: str, kind: str, title: str, name: str, dated: str, uid: str) -> Attachment:
        """Copies a file in. Raises UserError where it cannot be read or passes 200 MB."""
        digest, size = _measure(source)
        row = Attachment(uid, record, kind, title, name, dated, digest, size)
        self.receive(row, pieces_of(source))
        return row

    def receive(self, attachment: Attachment, pieces: Iterable[bytes]) -> None:
        """Stores a row as it is, with its bytes; the same again changes nothing, but mends a file that was damaged."""
        target = self.path(attachment.digest)
        if not target.exists() or digest_of_file(target) != attachment.digest:
            with (
                whole_file(target, check=lambda part: _check_digest(part, attachment)) as part,
                part.open("wb") as file,
            ):
                for piece in pieces:
                    file.write(piece)
        with writing(self._database):
            self._database.table("attachments").upsert(asdict(attachment), pk="uid")

    def of(self, record: str) -> list[Attachment]:
        """The evidence of one record, in the order it was added."""
        return self._rows("record = ?", record)

    def all(self) -> list[Attachment]:
        """All evidence of the workspace."""
        return self._rows("1 = ?", 1)

    def path(self, digest: str) -> Path:
        """Where the bytes of that digest lie. A name from outside is never part of it."""
        return self._folder / digest[:2] / digest

    def _rows(self, where: str, value: str | int) -> list[Attachment]:
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


def _measure(source: Path) -> tuple[str, int]:
    try:
        size = source.stat().st_size
        if size > MOST_BYTES:
            raise UserError(f"{source.name} 有{size >> 20}MB，超过{MOST_BYTES >> 20}MB，请压缩或拆分后再添加。")
        return digest_of_file(source), size
    except OSError as error:
        raise UserError(f"无法读取 {source}（{error.strerror}），请检查文件。") from error


def _check_digest(part: Path, attachment: Attachment) -> None:
    if digest_of_file(part) != attachment.digest:
        raise UserError(f"佐证材料“{attachment.title}”在复制时出错，摘要不符，请重新添加。")
