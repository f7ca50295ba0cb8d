"""An older database is brought up to date after a copy was kept; a migration that fails leaves it as it was."""

import hashlib
import sqlite3

import pytest
from sqlite_utils import Migrations

from jizhou_desktop.store import workspace as opening
from jizhou_desktop.store.doctor import examine
from jizhou_desktop.store.workspace import DATABASE, Workspace

from .conftest import NOW, enterprise


@pytest.fixture
def folder(workspace, save):
    save(enterprise())
    workspace.close()
    return workspace.folder


@pytest.fixture
def next_release(monkeypatch):
    """A release that adds a table, and in its second migration does what the test asks for."""

    def release(then):
        made = Migrations("jizhou")
        for migration in opening.migrations._migrations:
            made(name=migration.name)(migration.fn)

        @made()
        def m998_next(db):
            db.execute("CREATE TABLE next (a INTEGER) STRICT")

        made(name="m999_then")(then)

        monkeypatch.setattr(opening, "migrations", made)

    return release


def copies(folder):
    return sorted((folder / "backups").iterdir())


def test_opening_what_is_up_to_date_keeps_no_copy(folder):
    Workspace.open(folder, now=NOW).close()
    assert copies(folder) == []


def test_a_copy_as_it_was_is_kept_first(folder, next_release):
    next_release(lambda _db: None)
    with Workspace.open(folder, now=NOW) as workspace:
        assert workspace.records.get(enterprise().uid)["name"] == enterprise()["name"]
    assert [copy.name for copy in copies(folder)] == ["升级前-20201201-093000.sqlite"]
    with sqlite3.connect(copies(folder)[0]) as copy:
        assert copy.execute("SELECT count(*) FROM records").fetchone() == (1,)
        assert copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'next'").fetchone() == (0,)
    copy.close()


def test_the_copy_opens_where_it_is_put_back_and_is_sound(folder, next_release, monkeypatch):
    next_release(lambda _db: None)
    Workspace.open(folder, now=NOW).close()
    monkeypatch.undo()
    copies(folder)[0].replace(folder / DATABASE)
    Workspace.open(folder, now=NOW).close()
    assert examine(folder) == []


def test_where_one_migration_fails_none_of_the_release_is_done(folder, next_release):
    before = hashlib.sha256((folder / DATABASE).read_bytes()).hexdigest()
    next_release(lambda db: db.execute("INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Workspace.open(folder, now=NOW)
    assert hashlib.sha256((folder / DATABASE).read_bytes()).hexdigest() == before
