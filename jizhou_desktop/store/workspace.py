"""A workspace (工作目录) is one folder: the database, evidence, backups, printed papers, packages."""

from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.office import Level, Office, Profile
from jizhou_desktop.store.attachments import Attachments
from jizhou_desktop.store.connection import APPLICATION_ID, open_database, told_in_a_sentence, writing
from jizhou_desktop.store.drafts import Drafts
from jizhou_desktop.store.explanations import Explanations
from jizhou_desktop.store.migrations import VERSION, migrations
from jizhou_desktop.store.numbers import Numbers
from jizhou_desktop.store.packages import Packages
from jizhou_desktop.store.papers import Papers
from jizhou_desktop.store.records import Records

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
        self.drafts = Drafts(database)
        self.explanations = Explanations(database)

    @classmethod
    def create(cls, folder: Path, profile: Profile) -> Self:
        """A new workspace in a folder that is absent or empty. Raises UserError where it holds something."""
        try:
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise UserError(f"{folder} 不是空文件夹，请另选一个空文件夹或新文件夹。")
            for name in FOLDERS:
                (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"无法建立 {folder}（{error.strerror}），请检查路径和权限。") from error
        database = open_database(folder / DATABASE)
        with told_in_a_sentence(folder / DATABASE):
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrate(database)
        workspace = cls(folder, database)
        workspace.set_profile(profile)
        return workspace

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
        office = profile.office
        said = (office.code, office.name, office.full_name, str(office.level), office.prefix, profile.clerk)
        with writing(self._database):
            self._database.table("settings").upsert_all(
                [{"name": f"profile.{key}", "value": value} for key, value in zip(_PROFILE, said, strict=True)],
                pk="name",
            )

    def close(self) -> None:
        """Lets go of the database file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _migrate(database: Database) -> None:
    migrations.apply(database)
    database.execute(f"PRAGMA user_version = {VERSION}")


def _keep_copy(database: Database, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    database.execute("VACUUM INTO ?", [str(target)])
