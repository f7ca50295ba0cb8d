"""The examination finds what SQLite alone does not see."""

import random
import sqlite3
from dataclasses import replace

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.store.attachments import digest_of_file
from jizhou_desktop.store.doctor import examine
from jizhou_desktop.store.papers import PaperRow
from jizhou_desktop.store.record_rows import row_of
from jizhou_desktop.store.workspace import DATABASE

from .conftest import enterprise

AT = "2020-12-30T09:30:00+08:00"
WATCHED = ("records", "history", "finder", "attachments")


@pytest.fixture
def folder(workspace, tmp_path):
    enterprises = [enterprise(number, f"企业{number}", address="样例路" * 20) for number in range(1, 300)]
    saved = workspace.records.save_all(enterprises, by="王样例", at=AT)
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


def test_a_record_taken_out_behind_our_back_is_found(folder):
    for table in ("records", "finder"):
        changed(folder, f"DELETE FROM {table} WHERE uid = '{enterprise(7).uid}'")  # noqa: S608  — our own words
    assert [(problem.rule, problem.record) for problem in examine(folder)] == [("D07", enterprise(7).uid)]


def test_a_record_rewritten_with_its_own_digest_is_found_by_its_history(folder):
    forged = row_of(replace(enterprise(7, "改"), revision=1, changed_by="王样例", changed_at=AT))
    said = ", ".join(f"{name} = :{name}" for name in forged)
    with sqlite3.connect(folder / DATABASE) as database:
        database.execute(f"UPDATE records SET {said} WHERE uid = :uid", forged)  # noqa: S608  — our own words
    database.close()
    assert [(problem.rule, problem.record) for problem in examine(folder)] == [("D02", enterprise(7).uid)]


def test_a_printed_paper_whose_copy_is_lost_is_told(workspace, tmp_path):
    (tmp_path / "通报.pdf").write_bytes(b"%PDF notice")
    row = PaperRow(
        "assessment-notice", "年终考核通报", "", "通报.pdf", digest_of_file(tmp_path / "通报.pdf"), 2, "王", AT
    )
    workspace.papers.keep(row, tmp_path / "通报.pdf")
    assert examine(workspace.folder) == []
    workspace.papers.kept(row).unlink()
    (problem,) = examine(workspace.folder)
    assert problem.rule == "D08"
    assert str(problem).startswith("2020-12-30打印的《年终考核通报》的存档件不见了")


def test_evidence_lost_damaged_or_left_over_is_told_apart(folder):
    (evidence,) = [file for file in (folder / "attachments").rglob("*") if file.is_file()]
    (folder / "attachments" / "stray").write_bytes(b"x")
    assert rules(folder) == {"D06"}
    evidence.write_bytes(b"damaged")
    assert rules(folder) == {"D05", "D06"}
    evidence.unlink()
    assert rules(folder) == {"D04", "D06"}


def said_in(folder):
    with sqlite3.connect(folder / DATABASE) as database:
        asked = [f"SELECT * FROM {table} ORDER BY 1" for table in WATCHED]  # noqa: S608  — our own words
        said = [database.execute(sql).fetchall() for sql in asked]
    database.close()
    return said


def test_damages_of_eight_bytes_are_found_or_hurt_nothing(folder):
    sound, dice, said = (folder / DATABASE).read_bytes(), random.Random(2020), said_in(folder)
    found = 0
    for _ in range(60):
        place = dice.randrange(len(sound) - 8)
        (folder / DATABASE).write_bytes(sound[:place] + dice.randbytes(8) + sound[place + 8 :])
        if examine(folder):
            found += 1
        else:
            assert said_in(folder) == said, f"eight bytes changed at {place} were not seen"
        (folder / DATABASE).write_bytes(sound)
    assert found >= 36, "the rest is free space inside pages"


def test_no_workspace_is_wrong_use(tmp_path):
    with pytest.raises(UserError, match="不是工作目录"):
        examine(tmp_path)
