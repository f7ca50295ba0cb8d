"""A dossier closed, opened again and put back from the command line."""

from datetime import datetime

import pytest

from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")


@pytest.fixture
def folder(tmp_path):
    """One enterprise, whose name was changed once."""
    with create(tmp_path / "w", office_code="120119100", clerk="王样例") as workspace:
        first = save_answers(workspace, "enterprise", {"name": "天津某某有限公司"}, uid="e", now=NOW).record
        save_answers(workspace, "enterprise", {"name": "天津某某集团有限公司"}, uid="e", now=NOW, record=first)
    return tmp_path / "w"


def test_a_dossier_is_closed_and_opened_again(jizhou, folder):
    status, answer = jizhou("close", folder, "e", "--reason", "迁出", "--date", "20201115", "--note", "迁往宝坻区")
    assert (status, answer["closed"]) == (0, "迁出（2020年11月15日）迁往宝坻区")
    assert jizhou("reopen", folder, "e")[0] == 0
    why = [moment["why"] for moment in jizhou("history", folder, "e")[1]["history"]]
    assert why == ["重新启用", "迁出（2020年11月15日）迁往宝坻区", "", ""]


def test_an_earlier_state_is_put_back(jizhou, folder):
    assert jizhou("put-back", folder, "e", "--revision", "1") == (0, {"uid": "e", "revision": 3})
    latest = jizhou("history", folder, "e")[1]["history"][0]
    assert latest["said"] == [{"label": "企业名称", "before": "天津某某集团有限公司", "after": "天津某某有限公司"}]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("close", "e", "--reason", "其他"), "请在备注中写明"),
        (("close", "e", "--reason", "注销", "--date", "20991231"), "晚于今天"),
        (("close", "nobody", "--reason", "注销"), "没有记录号"),
        (("reopen", "e"), "没有关闭"),
        (("put-back", "e", "--revision", "9"), "没有第9版"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(said, folder, words, sentence):
    status, told = said(words[0], folder, *words[1:])
    assert status != 0
    assert sentence in told
