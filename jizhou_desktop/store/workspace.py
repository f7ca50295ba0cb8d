"""A workspace (工作目录) is one folder: the database, evidence, backups, printed papers, packages."""

from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.office import Level, Office, Profile
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.files.whole import whole_file
from jizhou_desktop.store.attachments import Attachments
from jizhou_desktop.store.connection import APPLICATION_ID, open_database, told_in_a_sentence, writing
from jizhou_desktop.store.drafts import Drafts
from jizhou_desktop.store.explanations import Explanations
from jizhou_desktop.store.finder import read_shelf
from jizhou_desktop.store.migrations import VERSION, migrations
from jizhou_desktop.store.numbers import Numbers
from jizhou_desktop.store.packages import Packages
from jizhou_desktop.store.papers import Papers
from jizhou_desktop.store.records import Records
from jizhou_desktop.store.settings import Settings
from jizhou_desktop.store.shelf import Shelf
from jizhou_desktop.store.take_ins import TakeIns

DATABASE = "jizhou.sqlite"
FOLDERS = ("attachments", "backups", "papers", "packages")
_PROFILE = ("code", "name", "full_name", "level", "prefix", "clerk")


class Workspace:
    """An open workspace. Close it, or use it in a `with` block."""

    def __init__(self, folder: Path, database: Database) -> None:
        """Takes over an open database; `create` and `open` are the ways in."""
        self.folder = folder
        self._database = database
        self.records = Records(database)
        self.attachments = Attachments(database, folder / "attachments")
        self.papers = Papers(database, folder / "papers")
        self.numbers = Numbers(database)
        self.packages = Packages(database)
        self.take_ins = TakeIns(database)
        self.drafts = Drafts(database)
        self.explanations = Explanations(database)
        self.settings = Settings(database)

    @classmethod
    def create(cls, folder: Path, profile: Profile) -> Self:
        """A new workspace in a folder that is absent or empty. Raises UserError where it holds something."""
        _make_folders(folder)
        with whole_file(folder / DATABASE) as part:
            _begin(part, profile)
        return cls(folder, open_database(folder / DATABASE))

    @classmethod
    def open(cls, folder: Path, *, now: datetime) -> Self:
        """The workspace in that folder; an older one is brought up to date, after a copy of it was kept.

        Raises UserError where there is none, or it is newer than this program.
        """
        file = folder / DATABASE
        if not file.is_file():
            raise UserError(f"{folder} 不是工作目录（缺少 {DATABASE}），请选择正确的文件夹或新建工作目录。")
        database = open_database(file)
        try:
            if migrations.pending(database):
                _keep_copy(database, folder / "backups" / f"升级前-{now:%Y%m%d-%H%M%S}.sqlite")
                _migrate(database)
        except BaseException:
            database.close()
            raise
        return cls(folder, database)

    @property
    def profile(self) -> Profile:
        """Whose workspace it is."""
        said = dict(self._database.execute("SELECT name, value FROM settings WHERE name LIKE 'profile.%'").fetchall())
        code, name, full_name, level, prefix, clerk = (said[f"profile.{key}"] for key in _PROFILE)
        return Profile(Office(code, name, full_name, Level(level), prefix), clerk)

    def set_profile(self, profile: Profile) -> None:
        """Notes whose workspace it is from now on."""
        _note_profile(self._database, profile)

    def read_words(self, kind: Kind) -> Shelf:
        """Reads all words that records are found by. By a connection of its own, so that any thread may ask."""
        database = open_database(self.folder / DATABASE)
        try:
            shelf = read_shelf(database, kind)
        finally:
            database.close()
        shelf.warm()
        return shelf

    def close(self) -> None:
        """Lets go of the database file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _make_folders(folder: Path) -> None:
    try:
        if folder.exists() and (not folder.is_dir() or not all(_is_left_over(path) for path in folder.iterdir())):
            raise UserError(f"{folder} 不是空文件夹，请另选一个空文件夹或新文件夹。")
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"无法建立 {folder}（{error.strerror}），请检查路径和权限。") from error


def _is_left_over(path: Path) -> bool:
    """What a creation leaves that was cut off: nothing in it can be anybody's work."""
    empty = path.name in FOLDERS and path.is_dir() and not any(path.iterdir())
    return empty or path.name.startswith(f"{DATABASE}.part")


def _begin(part: Path, profile: Profile) -> None:
    """Writes the database of a new workspace under a name that is not yet its own."""
    part.unlink(missing_ok=True)
    database = open_database(part)
    try:
        _migrate(database)
        _note_profile(database, profile)
    finally:
        database.close()
        part.with_name(f"{part.name}-journal").unlink(missing_ok=True)


def _note_profile(database: Database, profile: Profile) -> None:
    office = profile.office
    said = (office.code, office.name, office.full_name, str(office.level), office.prefix, profile.clerk)
    rows = [{"name": f"profile.{key}", "value": value} for key, value in zip(_PROFILE, said, strict=True)]
    with writing(database):
        database.table("settings").upsert_all(rows, pk="name")


def _migrate(database: Database) -> None:
    """Brings the database up to date, all or nothing."""
    with writing(database):
        migrations.apply(database)
        database.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.conn.execute(f"PRAGMA user_version = {VERSION}")


def _keep_copy(database: Database, target: Path) -> None:
    with whole_file(target) as part, told_in_a_sentence(target):
        part.unlink(missing_ok=True)
        database.execute("VACUUM INTO ?", [str(part)])
