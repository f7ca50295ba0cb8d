"""What goes wrong outside the program: killed in the middle, a second writer, no room, no right to write, torn files.

Each either leaves everything as it was, or is told in one sentence that an official can act on.
"""

import hashlib
import shutil
import sqlite3
import subprocess
import sys

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.store.connection import writing
from jizhou_desktop.store.doctor import examine
from jizhou_desktop.store.workspace import DATABASE, Workspace

from .conftest import NOW, enterprise

AT = "2020-12-01T09:30:00+08:00"


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def killed_while(folder, doing):
    """Runs lines in a process of their own that ends without a word, as when the power goes."""
    lines = f"""
import os, sys
from datetime import datetime
from pathlib import Path
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), now=datetime.fromisoformat("{NOW.isoformat()}"))
{doing}
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", lines, str(folder)], check=False).returncode == 9


HALF_WRITTEN = """
connection = workspace._database.conn
connection.execute("PRAGMA cache_size = 5")  # so that half-done pages really reach the file
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE records SET name = '写了一半'")
"""


def fill(workspace):
    enterprises = [enterprise(number, f"企业{number:03}", address="样例路" * 50) for number in range(1, 120)]
    return workspace.records.save_all(enterprises, by="王样例", at=AT)


def test_killed_in_the_middle_of_a_save_all_before_it_stands(workspace):
    saved = fill(workspace)
    workspace.close()
    whole = digest(workspace.folder / DATABASE)
    killed_while(workspace.folder, HALF_WRITTEN)
    assert digest(workspace.folder / DATABASE) != whole, "the test must really leave a torn file"
    with Workspace.open(workspace.folder, now=NOW) as again:
        assert again.records.all_of(Kind.ENTERPRISE) == saved
    assert examine(workspace.folder) == []
    assert digest(workspace.folder / DATABASE) == whole


def test_a_newer_file_that_was_torn_is_not_even_repaired(workspace):
    fill(workspace)
    workspace.close()
    with sqlite3.connect(workspace.folder / DATABASE) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    # what a newer program leaves when killed: its half-written pages and the journal to undo them
    copy = workspace.folder / "torn.sqlite"
    connection = sqlite3.connect(workspace.folder / DATABASE, isolation_level=None)
    connection.execute("PRAGMA cache_size = 5")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE records SET name = '写了一半'")
    shutil.copy(workspace.folder / DATABASE, copy)
    journal = (workspace.folder / f"{DATABASE}-journal").read_bytes()
    connection.rollback()
    connection.close()
    shutil.move(copy, workspace.folder / DATABASE)
    (workspace.folder / f"{DATABASE}-journal").write_bytes(journal)
    before = digest(workspace.folder / DATABASE)
    with pytest.raises(UserError, match="由更新的版本保存"):
        Workspace.open(workspace.folder, now=NOW)
    assert digest(workspace.folder / DATABASE) == before


def test_killed_between_the_file_and_its_row_leaves_a_hint_and_adding_again_mends_it(workspace, save, tmp_path):
    saved = save(enterprise())
    (tmp_path / "发票.pdf").write_bytes(b"%PDF invoice")
    workspace.close()
    killed_while(
        workspace.folder,
        f"""
import jizhou_desktop.store.attachments as attachments
attachments.writing = lambda database: os._exit(9)
workspace.attachments.add(
    Path({str(tmp_path / "发票.pdf")!r}), record="r", kind="发票", title="发票", name="发票.pdf", dated="", uid="u"
)
""",
    )
    assert [problem.rule for problem in examine(workspace.folder)] == ["D06"]
    with Workspace.open(workspace.folder, now=NOW) as again:
        assert again.attachments.of(saved.uid) == []
        again.attachments.add(
            tmp_path / "发票.pdf", record=saved.uid, kind="发票", title="发票", name="发票.pdf", dated="", uid="u"
        )
    assert examine(workspace.folder) == []


def test_killed_while_a_workspace_is_begun_it_can_be_begun_again(tmp_path, workspace):
    begun = tmp_path / "begun"
    (begun / "attachments").mkdir(parents=True)
    (begun / f"{DATABASE}.part").write_bytes(b"half")
    (begun / f"{DATABASE}.part-journal").write_bytes(b"half")
    Workspace.create(begun, workspace.profile).close()
    assert examine(begun) == []
    assert not list(begun.glob("*.part*"))


def test_a_second_window_that_does_not_let_go_is_told(workspace, save):
    workspace._database.conn.execute("PRAGMA busy_timeout = 50")
    with Workspace.open(workspace.folder, now=NOW) as other:
        other._database.conn.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="正被另一窗口写入"):
            save(enterprise())
        other._database.conn.rollback()
    assert save(enterprise()).revision == 1


def test_one_window_at_a_time_holds_the_file_from_its_first_word(workspace):
    with Workspace.open(workspace.folder, now=NOW) as other:
        other._database.conn.execute("PRAGMA busy_timeout = 50")
        with writing(workspace._database), pytest.raises(UserError, match="另一窗口"), writing(other._database):
            pytest.fail("both would now read, and the later would overwrite the earlier")


def test_a_reader_that_does_not_let_go_fails_the_save_but_not_the_next_one(workspace, save):
    save(enterprise(1, "甲厂"))
    workspace._database.conn.execute("PRAGMA busy_timeout = 50")
    reader = sqlite3.connect(workspace.folder / DATABASE, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM records").fetchone()
    with pytest.raises(UserError, match="正被另一窗口写入"):
        save(enterprise(2, "乙厂"))
    reader.close()
    save(enterprise(3, "丙厂"))
    assert [record["name"] for record in workspace.records.all_of(Kind.ENTERPRISE)] == ["丙厂", "甲厂"]


def test_a_full_disk_is_told_and_nothing_of_the_batch_stays(workspace, save):
    save(enterprise(1, "甲厂"))
    connection = workspace._database.conn
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(UserError, match="磁盘空间不足"):
        workspace.records.save_all(
            [enterprise(number, f"厂{number}", address="长" * 3000) for number in range(2, 50)], by="王", at=AT
        )
    connection.execute("PRAGMA max_page_count = 1000000")
    assert workspace.records.count(Kind.ENTERPRISE) == 1
    assert save(enterprise(2, "乙厂")).revision == 1


def test_a_file_that_may_only_be_read_is_told(workspace, save):
    workspace._database.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError, match="只能读不能写"):
        save(enterprise())


@pytest.mark.parametrize("kept", [0, 50, 100, 5000])
def test_a_file_cut_off_is_told(workspace, kept):
    fill(workspace)
    workspace.close()
    file = workspace.folder / DATABASE
    file.write_bytes(file.read_bytes()[:kept])
    assert {problem.rule for problem in examine(workspace.folder)} == {"D01"}
    if kept <= 100:
        with pytest.raises(UserError, match="损坏"):
            Workspace.open(workspace.folder, now=NOW)


def test_a_folder_in_a_place_that_is_a_file_is_told(tmp_path, workspace):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="无法建立"):
        Workspace.create(tmp_path / "file" / "ws", workspace.profile)
    with pytest.raises(UserError, match="不是工作目录"):
        Workspace.open(tmp_path / "file", now=NOW)
