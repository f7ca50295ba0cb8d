"""The examination finds what SQLite alone does not see."""

import random
import sqlite3

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.store.doctor import examine
from jizhou_desktop.store.workspace import DATABASE

from .conftest import enterprise


@pytest.fixture
def folder(workspace, save, tmp_path):
    saved = [save(enterprise(number, f"企业{number}", address="样例路" * 20)) for number in range(1, 300)]
    source = tmp_path / "发票.pdf"
    source.write_bytes(b"%PDF invoice")
    workspace.attachments.add(
        source, record=saved[0].uid, kind="发票", title="发票", name="发票.pdf", dated="", uid=enterprise(99).uid
    )
    workspace.close()
    return workspace.folder


def rules(folder):
    return {problem.rule for problem in examine(folder)}


def changed(folder, sql):
    with sqlite3.connect(folder / DATABASE) as database:
        database.execute(sql)
    database.close()


def test_a_sound_workspace_has_nothing(folder):
    assert examine(folder) == []


def test_a_record_altered_behind_our_back_is_found(folder):
    changed(folder, """UPDATE records SET answers = replace(answers, '企业7"', '企业八"')""")
    assert rules(folder) == {"D02"}


def test_a_column_that_no_longer_fits_its_answers_is_found(folder):
    changed(folder, "UPDATE records SET name = '改' WHERE name = '企业7'")
    assert rules(folder) == {"D02"}


def test_history_cannot_be_changed_or_deleted(folder):
    for sql in ("UPDATE history SET noted_by = '别人'", "DELETE FROM history"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            changed(folder, sql)


def test_history_rewritten_with_its_triggers_dropped_is_found(folder):
    changed(folder, "DROP TRIGGER history_no_update")
    changed(folder, "UPDATE history SET noted_by = '别人' WHERE number = 5")
    assert rules(folder) == {"D03"}


def test_evidence_lost_damaged_or_left_over_is_told_apart(folder):
    (evidence,) = [file for file in (folder / "attachments").rglob("*") if file.is_file()]
    (folder / "attachments" / "stray").write_bytes(b"x")
    assert rules(folder) == {"D06"}
    evidence.write_bytes(b"damaged")
    assert rules(folder) == {"D05", "D06"}
    evidence.unlink()
    assert rules(folder) == {"D04", "D06"}


def test_most_damages_of_eight_bytes_are_found_and_none_crashes(folder):
    sound, dice = (folder / DATABASE).read_bytes(), random.Random(2020)
    found = 0
    for _ in range(60):
        place = dice.randrange(len(sound) - 8)
        (folder / DATABASE).write_bytes(sound[:place] + dice.randbytes(8) + sound[place + 8 :])
        try:
            found += bool(examine(folder))
        finally:
            (folder / DATABASE).write_bytes(sound)
    # free space inside pages carries nothing, so not every damage is one
    assert found >= 36


def test_no_workspace_is_wrong_use(tmp_path):
    with pytest.raises(UserError, match="不是工作目录"):
        examine(tmp_path)
