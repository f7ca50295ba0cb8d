"""`jizhou step`: a claim's way from 受理 on, told and taken."""

from datetime import datetime

import pytest

from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "镇"


@pytest.fixture
def claim(folder):
    new_uid = uids_from("cli")
    with create(folder, office_code="120119100", clerk="王样例") as made:
        enterprise = save_answers(made, "enterprise", {"name": "天津样例有限公司"}, uid=new_uid(), now=NOW).record
        answers = {"project": "改造", "start": "20200101", "end": "20200901", "investment": "820", "equipment": "610"}
        saved = save_answers(made, "smart-upgrade", answers, uid=new_uid(), now=NOW, parent=enterprise.uid, year=2020)
        return saved.record.uid


def test_the_way_is_told_and_taken(jizhou, folder, claim):
    assert jizhou("step", folder, claim)[1] == {
        "subject": claim, "state": "", "due": None, "may": ["受理"], "steps": [],
    }  # fmt: skip
    status, answer = jizhou("step", folder, claim, "受理", "--date", "20200928", "--opinion", "材料齐全")
    assert (status, answer["state"], answer["due"]) == (0, "受理", "2020-10-12")
    assert answer["may"] == ["乡镇初审", "退回", "撤回"]
    assert answer["steps"][0]["person"] == "王样例"
    assert jizhou("step", folder, claim, "--undo", "误登")[1]["state"] == ""


def test_what_may_not_be_done_is_told_in_a_sentence(jizhou, said, folder, claim):
    status, answer = jizhou("step", folder, claim, "拨付")
    assert status == 2
    assert "接下来可办：受理" in answer["error"]
    assert jizhou("step", folder, "没有这一条")[0] == 2
    assert "本单位可办：受理" in said("step", folder, claim)[1]
