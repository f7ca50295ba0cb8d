"""The examination (体检): looks for damage that SQLite alone does not see, and says what to do."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.store.attachments import Attachments, digest_of_file
from jizhou_desktop.store.connection import open_database, told_in_a_sentence
from jizhou_desktop.store.history import History
from jizhou_desktop.store.record_rows import record_of, row_of
from jizhou_desktop.store.search_words import words_of
from jizhou_desktop.store.workspace import DATABASE

_RESTORE = "请用最近的备份恢复，或请维护人员处理。"


def examine(folder: Path) -> list[Problem]:
    """All damage found in a workspace: the file, each record, the history's chain, each evidence file.

    (SQLite's quick_check alone found 23 of 200 damages of eight bytes; hence a digest a record.) Raises UserError
    where there is no workspace.
    """
    file = folder / DATABASE
    if not file.is_file():
        raise UserError(f"{folder} 不是工作目录（缺少 {DATABASE}），请选择正确的文件夹。")
    try:
        database = open_database(file)
    except UserError as error:
        return [Problem(str(error), rule="D01")]
    try:
        with told_in_a_sentence(file):
            return [*_file(database), *_records(database), *_chain(database), *_evidence(database, folder)]
    except (UserError, sqlite3.DatabaseError, ValueError, KeyError, TypeError) as error:
        return [Problem(f"数据文件损坏，无法读完（{error}），{_RESTORE}", rule="D01")]
    finally:
        database.close()


def _file(database: Database) -> Iterator[Problem]:
    for pragma in ("integrity_check", "foreign_key_check"):
        for row in database.execute(f"PRAGMA {pragma}").fetchall():
            if row[0] != "ok":
                yield Problem(f"数据文件损坏（{row[0]}），{_RESTORE}", rule="D01")


def _records(database: Database) -> Iterator[Problem]:
    words = dict(database.execute("SELECT rowid, words FROM finder").fetchall())
    for row in database.query("SELECT rowid AS found_at, * FROM records"):
        found_by = words.pop(row.pop("found_at"), None)
        record = record_of(row)
        if row_of(record) != row or found_by != (words_of(record) if record.kind is Kind.ENTERPRISE else None):
            yield Problem(f"记录 {row['uid']} 的内容与保存时不符，{_RESTORE}", rule="D02", record=row["uid"])


def _chain(database: Database) -> Iterator[Problem]:
    for number in History(database).broken_links():
        yield Problem(f"修改历史第{number}条与前一条不衔接，可能被改动或损坏，{_RESTORE}", rule="D03")


def _evidence(database: Database, folder: Path) -> Iterator[Problem]:
    attachments = Attachments(database, folder / "attachments")
    known = set()
    for item in attachments.all():
        file = attachments.path(item.digest)
        known.add(file.name)
        if not file.is_file():
            yield Problem(f"佐证材料“{item.title}”的文件不见了，请重新添加。", rule="D04", record=item.record)
        elif digest_of_file(file) != item.digest:
            yield Problem(f"佐证材料“{item.title}”的文件已损坏，请重新添加。", rule="D05", record=item.record)
    for file in sorted((folder / "attachments").rglob("*")):
        if file.is_file() and file.name not in known:
            yield Problem(f"attachments 中的 {file.name[:16]}… 不属于任何记录，可以不管。", Severity.HINT, rule="D06")
