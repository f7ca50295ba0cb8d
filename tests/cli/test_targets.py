"""年初计划 from the command line: proposed, moved, issued, and then changed only with a reason."""

import pytest

YUYANG, TECH = "120119100", "technology-enterprise"


@pytest.fixture
def district(tmp_path, jizhou):
    jizhou("new", tmp_path / "d", "--office", "120119", "--clerk", "王样例")
    return tmp_path / "d"


def test_a_proposal_makes_the_plan_and_can_be_issued(district, jizhou):
    status, answer = jizhou("targets", district, "--propose", "按企业数")
    assert status == 0
    assert sum(task["count"] for task in answer["targets"]) == 40
    _, answer = jizhou("targets", district, "--issue", "蓟州政办发〔2020〕8号", "--date", "20200721")
    assert answer["issued"] == "蓟州政办发〔2020〕8号"


def test_a_split_that_misses_the_plan_is_told_path_by_path(district, said):
    status, words = said("targets", district, f"{YUYANG}/{TECH}=18")
    assert status == 1
    assert "渔阳镇　向科技型企业转型　18" in words
    assert "向科技型企业转型已分解18家，计划20家，还差2家" in words


def test_once_issued_a_change_without_a_reason_is_refused(district, jizhou, said):
    jizhou("targets", district, "--propose", "按企业数")
    jizhou("targets", district, "--issue", "蓟州政办发〔2020〕8号", "--date", "20200721")
    status, words = said("targets", district, f"{YUYANG}/{TECH}=9")
    assert (status, "须写明原因" in words) == (2, True)
    status, _ = said("targets", district, f"{YUYANG}/{TECH}=9", "--why", "区长办公会议定调整")
    assert status == 1


@pytest.mark.parametrize("words", ["渔阳镇=4", "120119100/technology-enterprise", "120119100/technology-enterprise=-1"])
def test_a_task_written_otherwise_is_told_how(district, said, words):
    status, sentence = said("targets", district, words)
    assert (status, "任务数" in sentence) == (2, True)
