"""A workspace of every release still opens, says what it said, and has the shape of a new one."""

import json
import shutil
from pathlib import Path

import pytest

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.store.doctor import examine
from jizhou_desktop.store.workspace import DATABASE, Workspace

from .make import ENTERPRISE, NOW, said_by

RELEASES = sorted(folder.parent for folder in Path(__file__).parent.glob("*/workspace"))


@pytest.fixture(params=RELEASES, ids=lambda folder: folder.name)
def release(request):
    return request.param


@pytest.fixture
def copy(release, tmp_path):
    return Path(shutil.copytree(release / "workspace", tmp_path / "copy"))


def shape(workspace):
    """Columns of every table, and every index and trigger by name."""
    execute = workspace._database.execute
    things = execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
    tables = {name: execute(f"PRAGMA table_xinfo({name})").fetchall() for kind, name in things if kind == "table"}
    return sorted(things), tables


def test_there_is_one_of_every_release():
    assert "0.1.0" in {folder.name for folder in RELEASES}


def test_it_says_what_it_said(copy, release):
    with Workspace.open(copy, now=NOW) as workspace:
        assert said_by(workspace) == json.loads((release / "said.json").read_text("utf-8"))


def test_it_is_sound_and_stays_sound_when_worked_on(copy):
    assert examine(copy) == []
    with Workspace.open(copy, now=NOW) as workspace:
        held = workspace.records.get(ENTERPRISE.uid)
        workspace.records.save(held.with_values(name="改了名的厂"), by="王", at=NOW.isoformat())
        workspace.records.put_back(ENTERPRISE.uid, 1, by="王", at=NOW.isoformat())
        assert [record.uid for record in workspace.records.search(Kind.ENTERPRISE, "shanjiayushan")] == [ENTERPRISE.uid]
    assert examine(copy) == []


def test_it_has_the_shape_of_a_new_one(copy, tmp_path):
    with (
        Workspace.open(copy, now=NOW) as old,
        Workspace.create(tmp_path / "new", old.profile) as new,
    ):
        assert shape(old) == shape(new), "a migration of a released version was edited: write a new one instead"


def test_what_is_kept_of_a_release_is_one_whole_file(release):
    assert {file.name for file in (release / "workspace").iterdir() if file.is_file()} == {DATABASE}
