"""A backup holds the whole workspace, and comes back whole or not at all."""

import json
import zipfile

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.store.backup import MANIFEST, back_up, restore
from jizhou_desktop.store.doctor import examine
from jizhou_desktop.store.workspace import Workspace

from .conftest import NOW, enterprise


@pytest.fixture
def backup(workspace, save, tmp_path):
    saved = save(enterprise())
    source = tmp_path / "发票.pdf"
    source.write_bytes(b"%PDF invoice")
    workspace.attachments.add(
        source, record=saved.uid, kind="发票", title="发票", name="发票.pdf", dated="", uid=enterprise(99).uid
    )
    (workspace.folder / "papers" / "通报.pdf").write_bytes(b"%PDF paper")
    return back_up(workspace.folder, tmp_path / "备份.zip", now=NOW).file


def test_records_evidence_and_papers_come_back(backup, workspace, tmp_path):
    restore(backup, tmp_path / "back", now=NOW)
    with Workspace.open(tmp_path / "back", now=NOW) as back:
        assert back.records.all_of(Kind.ENTERPRISE) == workspace.records.all_of(Kind.ENTERPRISE)
        assert back.attachments.path(back.attachments.all()[0].digest).read_bytes() == b"%PDF invoice"
    assert (tmp_path / "back" / "papers" / "通报.pdf").read_bytes() == b"%PDF paper"
    assert examine(tmp_path / "back") == []


def test_it_does_not_restore_over_something(backup, workspace):
    with pytest.raises(UserError, match="不是空文件夹"):
        restore(backup, workspace.folder, now=NOW)


def test_a_damaged_backup_leaves_nothing_behind(backup, tmp_path):
    data = backup.read_bytes()
    backup.write_bytes(data[: len(data) // 2])
    with pytest.raises(UserError, match="损坏"):
        restore(backup, tmp_path / "back", now=NOW)
    assert not (tmp_path / "back").exists()
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    "name",
    [
        "../escape",
        "/papers/x",
        "papers/../../x",
        "papers/a:b",
        "C:\\x",
        "other/x",
        "papers//x",
        "papers/x. ",
        "papers/a\nb",
    ],
)
def test_a_backup_that_would_write_elsewhere_is_refused(backup, tmp_path, name):
    with zipfile.ZipFile(backup) as source:
        parts = {member: source.read(member) for member in source.namelist()}
    said = json.loads(parts[MANIFEST])
    said["files"][name] = "0" * 64
    hostile = tmp_path / "hostile.zip"
    with zipfile.ZipFile(hostile, "w") as target:
        for member, data in {**parts, MANIFEST: json.dumps(said).encode(), name: b"x"}.items():
            target.writestr(member, data)
    with pytest.raises(UserError, match="不认识的文件"):
        restore(hostile, tmp_path / "back", now=NOW)


def test_any_other_file_is_no_backup(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK nothing")
    with pytest.raises(UserError, match="不是备份文件"):
        restore(tmp_path / "a.zip", tmp_path / "back", now=NOW)


def test_a_backup_changed_inside_is_refused(backup, tmp_path):
    with zipfile.ZipFile(backup) as source:
        parts = {member: source.read(member) for member in source.namelist()}
    parts["papers/通报.pdf"] = b"%PDF other"
    with zipfile.ZipFile(backup, "w") as target:
        for member, data in parts.items():
            target.writestr(member, data)
    with pytest.raises(UserError, match=r"papers/通报.pdf 已损坏"):
        restore(backup, tmp_path / "back", now=NOW)
    assert {path.name for path in tmp_path.iterdir()} == {"ws", "发票.pdf", "备份.zip"}


def test_a_bomb_is_refused_before_it_is_opened(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(MANIFEST, b"0" * (100 << 20))
    with pytest.raises(UserError, match="过大"):
        restore(tmp_path / "bomb.zip", tmp_path / "back", now=NOW)


def test_a_folder_of_somebody_beside_the_new_one_is_left_alone(backup, tmp_path):
    (tmp_path / "back.part").mkdir()
    (tmp_path / "back.part" / "照片.jpg").write_bytes(b"x")
    restore(backup, tmp_path / "back", now=NOW)
    assert (tmp_path / "back.part" / "照片.jpg").exists()


def test_a_backup_is_whole_while_a_window_is_writing(workspace, save, tmp_path):
    save(enterprise(1, "甲厂"))
    workspace._database.conn.execute("BEGIN IMMEDIATE")
    workspace._database.conn.execute("UPDATE records SET name = '写了一半'")
    made = back_up(workspace.folder, tmp_path / "备份.zip", now=NOW)
    workspace._database.conn.rollback()
    restore(made.file, tmp_path / "back", now=NOW)
    with Workspace.open(tmp_path / "back", now=NOW) as back:
        assert [record["name"] for record in back.records.all_of(Kind.ENTERPRISE)] == ["甲厂"]
