"""The register of printed papers, the faces, and characters that no face has, from the command line."""

from datetime import datetime

import pytest

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-30T09:00:00+08:00")


@pytest.fixture
def folder(tmp_path):
    with create(tmp_path / "渔阳镇", office_code="120119100", clerk="王样例") as workspace:
        save_answers(workspace, Kind.ENTERPRISE, {"name": "样例\ue123厂"}, uid="lacking", now=NOW)
    return tmp_path / "渔阳镇"


def test_a_character_without_a_face_is_told_with_its_code(folder, jizhou, said, tmp_path):
    words = ("print", folder, "enterprise-record", "--subject", "lacking", "--out", tmp_path / "登记表.pdf")
    status, answer = jizhou(*words)
    assert (status, answer["missing"]) == (1, ["\ue123"])
    status, told = said(*words)
    assert (status, "U+E123" in told) == (1, True)
    status, answer = jizhou("print", folder, "enterprise-record", "--all", "--out", tmp_path / "全部")
    assert (status, answer["missing"], len(answer["files"])) == (1, ["\ue123"], 1)


def test_what_was_printed_is_listed_and_taken_out_again(folder, jizhou, said, tmp_path):
    jizhou("print", folder, "enterprise-record", "--subject", "lacking", "--out", tmp_path / "登记表.pdf")
    status, answer = jizhou("printed", folder)
    (row,) = answer["papers"]
    assert (status, row["title"], row["printed_by"]) == (0, "企业基本情况登记表", "王样例")
    assert row["digest"][:8] in said("printed", folder)[1]
    (tmp_path / "登记表.pdf").unlink()
    out = tmp_path / "again.pdf"
    assert jizhou("printed", folder, "--digest", row["digest"][:8], "--out", out)[0] == 0
    assert out.read_bytes().startswith(b"%PDF")
    status, answer = jizhou("printed", folder, "--digest", "0")
    assert (status, "--out" in answer["error"]) == (2, True)


def test_the_faces_are_told_role_by_role(jizhou):
    status, answer = jizhou("faces")
    assert [face["role"] for face in answer["faces"]] == ["fangsong", "title", "hei", "kai", "song"]
    assert status == int(any(face["stand_in"] for face in answer["faces"]))
