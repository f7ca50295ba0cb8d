"""The examination (体检): looks for damage that SQLite alone does not see, and says what to do."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.store.attachments import Attachments, digest_of_file
from jizhou_desktop.store.connection import open_database, told_in_a_sentence
from jizhou_desktop.store.history import GONE, History
from jizhou_desktop.store.papers import Papers
from jizhou_desktop.store.record_rows import canonical, finder_row, record_of, row_of
from jizhou_desktop.store.workspace import DATABASE

_LAST_STATES = (
    f"SELECT uid, state FROM history WHERE number IN (SELECT max(number) FROM history GROUP BY uid) AND why <> '{GONE}'"
)
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
            return [
                *_file(database),
                *_records(database),
                *_chain(database),
                *_evidence(database, folder),
                *_papers(database, folder),
            ]
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
    found_by = {row[0]: row for row in database.execute("SELECT uid, kind, name, words FROM finder").fetchall()}
    noted = dict(database.execute(_LAST_STATES).fetchall())
    for row in database.query("SELECT * FROM records"):
        record = record_of(row)
        kept = (row, found_by.pop(record.uid, None), noted.pop(record.uid, None))
        if kept != (row_of(record), finder_row(record), canonical(record)):
            yield Problem(f"记录 {record.uid} 的内容与保存时不符，{_RESTORE}", rule="D02", record=record.uid)
    for uid in [*noted, *found_by]:
        yield Problem(f"记录 {uid} 只剩修改历史，内容不见了，{_RESTORE}", rule="D07", record=uid)


def _chain(database: Database) -> Iterator[Problem]:
    for number in History(database).broken_links():
        yield Problem(f"修改历史第{number}条与前一条不衔接，可能被改动或损坏，{_RESTORE}", rule="D03")


def _evidence(database: Database, folder: Path) -> Iterator[Problem]:
    attachments = Attachments(database, folder / "attachments")
    known = set()
    for item in attachments.all(withdrawn=True):
        file = attachments.path(item.digest)
        known.add(file.name)
        if not file.is_file():
            yield Problem(f"佐证材料“{item.title}”的文件不见了，请重新添加。", rule="D04", record=item.record)
        elif digest_of_file(file) != item.digest:
            yield Problem(f"佐证材料“{item.title}”的文件已损坏，请重新添加。", rule="D05", record=item.record)
    for file in sorted((folder / "attachments").rglob("*")):
        if file.is_file() and file.name not in known:
            yield Problem(f"attachments 中的 {file.name[:16]}… 不属于任何记录，可以不管。", Severity.HINT, rule="D06")


def _papers(database: Database, folder: Path) -> Iterator[Problem]:
    papers = Papers(database, folder / "papers")
    for row in papers.rows():
        file = papers.kept(row)
        if not file.is_file() or digest_of_file(file) != row.digest:
            yield Problem(
                f"{row.printed_at[:10]}打印的《{row.title}》的存档件不见了或已损坏，请用备份恢复。", rule="D08"
            )
