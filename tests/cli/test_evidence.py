"""Evidence and explanations without a window."""

from datetime import datetime

import pytest

from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
ENTERPRISE = {
    "name": "天津州河金属结构制造有限公司",
    "uscc": "91120225MA06K2ER77",
    "industry": "3311",
    "place": "洇溜镇",
}
"""Its place is another office's, which rule A17 asks about."""


@pytest.fixture
def folder(tmp_path):
    with create(tmp_path / "渔阳镇", office_code="120119100", clerk="王样例") as workspace:
        save_answers(workspace, "enterprise", ENTERPRISE, uid=uids_from("cli")(), now=NOW)
    return tmp_path / "渔阳镇"


UID = uids_from("cli")()


def test_added_listed_renamed_taken_out_put_back_and_exported(folder, jizhou, tmp_path):
    (tmp_path / "设备发票.txt").write_text("发票", "utf-8")
    status, added = jizhou(
        "evidence", "add", folder, tmp_path / "设备发票.txt", "--record", UID, "--date", "2020.10.28"
    )
    item = added["items"][0]
    assert (status, item["kind"], item["title"], item["dated"]) == (0, "发票", "设备发票", "2020-10-28")
    _, again = jizhou("evidence", "add", folder, tmp_path / "设备发票.txt", "--record", UID)
    assert "没有重复添加" in again["notes"][0]
    jizhou("evidence", "change", folder, "--item", item["uid"], "--title", "车床发票")
    jizhou("evidence", "withdraw", folder, "--item", item["uid"])
    assert jizhou("evidence", "list", folder)[1]["items"] == []
    jizhou("evidence", "restore", folder, "--item", item["uid"])
    assert [one["title"] for one in jizhou("evidence", "list", folder)[1]["items"]] == ["车床发票"]
    jizhou("evidence", "save", folder, "--item", item["uid"], "--out", tmp_path / "取出.txt")
    assert (tmp_path / "取出.txt").read_text("utf-8") == "发票"
    status, bound = jizhou("evidence", "export", folder, "--record", UID, "--out", tmp_path / "卷.pdf")
    assert (status, bound["pages"]) == (1, 2)
    assert bound["left_out"] == ["“车床发票”：非PDF、图片，未装入（设备发票.txt）"]


def test_what_is_missing_is_told(folder, said):
    assert said("evidence", "withdraw", folder)[0] == 2
    assert "缺少参数 --item" in said("evidence", "withdraw", folder)[1]


def test_a_question_is_explained_and_check_says_so(folder, jizhou, said):
    assert jizhou("check", folder)[0] == 1
    status, _ = jizhou("explain", folder, "--record", UID, "--rule", "A17", "--text", "企业迁址")
    assert status == 0
    assert jizhou("check", folder)[0] == 0
    assert "[核实·已说明] A17" in said("check", folder)[1]
    jizhou("explain", folder, "--record", UID, "--rule", "A17", "--withdraw")
    assert jizhou("check", folder)[0] == 1
