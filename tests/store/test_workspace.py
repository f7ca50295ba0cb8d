"""A workspace is one folder, opened only when it is ours and not newer than we are."""

import hashlib
import sqlite3

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.office import Profile
from jizhou_desktop.store.workspace import DATABASE, Workspace

from .conftest import NOW, YUYANG


def test_it_remembers_whose_it_is(workspace):
    with Workspace.open(workspace.folder, now=NOW) as again:
        assert again.profile == Profile(YUYANG, "王样例")


def test_idle_all_lies_in_one_database_file_so_a_copy_by_hand_is_whole(workspace):
    sizes = {file.name: file.stat().st_size for file in workspace.folder.iterdir() if file.is_file()}
    assert [name for name, size in sizes.items() if size] == [DATABASE]


def test_a_folder_that_holds_something_is_not_taken(tmp_path):
    (tmp_path / "照片.jpg").write_bytes(b"x")
    with pytest.raises(UserError, match="不是空文件夹"):
        Workspace.create(tmp_path, Profile(YUYANG, "王"))


def test_a_folder_without_a_workspace_is_told(tmp_path):
    with pytest.raises(UserError, match="不是工作目录"):
        Workspace.open(tmp_path, now=NOW)


def test_a_file_of_a_newer_version_is_refused_and_not_touched_by_a_byte(workspace):
    file = workspace.folder / DATABASE
    workspace.close()
    with sqlite3.connect(file) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    with pytest.raises(UserError, match="由更新的版本保存"):
        Workspace.open(workspace.folder, now=NOW)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


@pytest.mark.parametrize("content", [b"not a database at all, only text", b"SQLite format 3\x00" + b"\xff" * 2000])
def test_a_file_that_is_no_database_is_told_in_a_sentence(tmp_path, content):
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(UserError, match=r"损坏|不是"):
        Workspace.open(tmp_path, now=NOW)


def test_another_programs_database_is_not_ours(tmp_path):
    with sqlite3.connect(tmp_path / DATABASE) as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(UserError, match="不是本系统的数据文件"):
        Workspace.open(tmp_path, now=NOW)


def test_settings_that_a_power_cut_was_seen_not_to_harm(workspace):
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
    }
    assert {name: workspace._database.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
