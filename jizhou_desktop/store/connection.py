"""Opening the one database file, with the settings that a power cut was seen not to harm."""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.store.migrations import VERSION

APPLICATION_ID = 0x4A5A4454
"""`JZDT`: tells our files from other programs' SQLite files."""

_MAGIC = b"SQLite format 3\0"
_HEAD = struct.Struct(">60xI4xI28x")
"""The 100 bytes that begin every SQLite file: user_version at 60, application_id at 68."""

_BUSY_MILLISECONDS = 5_000
_PRAGMAS = (
    "journal_mode=TRUNCATE",  # with EXTRA lost nothing in a simulation of power cuts, and leaves one file when idle
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    f"busy_timeout={_BUSY_MILLISECONDS}",
)


def open_database(file: Path) -> Database:
    """Opens the file and sets it up; a file that is absent is begun.

    Raises UserError where it is not ours, is newer, or cannot be opened; it is not touched by a byte then.
    """
    with told_in_a_sentence(file):
        _check_origin(file)
        connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        try:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
    return Database(connection)


def _check_origin(file: Path) -> None:
    """Reads the head of the file itself: SQLite would first undo what a killed program left half-written."""
    if not file.exists():
        return
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD.size)
    except OSError as error:
        raise UserError(f"无法打开 {file}（{error.strerror}），请检查路径和权限。") from error
    if len(head) < _HEAD.size or not head.startswith(_MAGIC):
        raise UserError(f"{file} 不是数据库文件或已损坏，请用最近的备份恢复。")
    version, application = _HEAD.unpack(head)
    if application != APPLICATION_ID:
        raise UserError(f"{file} 不是本系统的数据文件，请选择正确的工作目录。")
    if version > VERSION:
        raise UserError(f"{file} 由更新的版本保存（第{version}版，本机只认第{VERSION}版），请先升级本机程序。")


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """One transaction that holds the file from its first word: two windows never write at once.

    Raises UserError where the other window does not let go, or the disk is full.
    """
    with told_in_a_sentence():
        database.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            database.conn.execute("COMMIT")
        except BaseException:
            database.conn.rollback()
            raise


@contextmanager
def told_in_a_sentence(file: Path | None = None) -> Iterator[None]:
    """Turns what SQLite raises for reasons outside this program into a sentence."""
    try:
        yield
    except UnicodeDecodeError as error:  # a message or a text that is no text any more
        raise UserError(_SENTENCES["malformed"].format(file=file or "数据文件")) from error
    except sqlite3.DatabaseError as error:
        for symptom, sentence in _SENTENCES.items():
            if symptom in str(error):
                raise UserError(sentence.format(file=file or "数据文件")) from error
        raise


_SENTENCES = {
    "database is locked": "{file} 正被另一窗口写入，请稍候再试，或关闭另一窗口。",
    "disk is full": "磁盘空间不足，没有保存，请清理磁盘后重试。",
    "readonly database": "{file} 只能读不能写，请检查文件夹权限或U盘的写保护开关。",
    "unable to open": "无法打开 {file}，请检查路径和权限。",
    "not a database": "{file} 不是数据库文件或已损坏，请用最近的备份恢复。",
    "Could not decode": "{file} 已损坏，请运行“体检”，并用最近的备份恢复。",
    "malformed": "{file} 已损坏，请运行“体检”，并用最近的备份恢复。",
    "disk I/O error": "读写 {file} 时磁盘出错，请检查U盘或硬盘，并用最近的备份恢复。",
}
