"""Records are saved as revisions, never lost, and found by any part of what is said of them."""

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.store.workspace import Workspace

from .conftest import NOW, enterprise


def test_a_saved_record_is_read_back_whole(workspace, save):
    saved = save(enterprise(uscc="0012", capital=120_000_000, rd="不适用"))
    assert (saved.revision, saved.changed_by) == (1, "王样例")
    assert workspace.records.get(saved.uid) == saved


def test_a_record_changed_in_another_window_is_not_overwritten(workspace, save):
    first = save(enterprise())
    save(first.with_values(name="另一窗口改的名"), by="李四", at="2020-12-02T08:15:30+08:00")
    with pytest.raises(UserError, match=r"已由李四于2020-12-02 08:15改过（第2版）"):
        save(first.with_values(name="本窗口改的名"))
    assert workspace.records.get(first.uid)["name"] == "另一窗口改的名"


def test_all_are_saved_or_none(workspace, save):
    stale = save(enterprise(2, "乙厂"))
    save(stale.with_values(name="乙厂新名"))
    with pytest.raises(UserError):
        workspace.records.save_all([enterprise(1, "甲厂"), stale], by="王", at="2020-12-01T10:00:00+08:00")
    assert workspace.records.get(enterprise(1).uid) is None


def test_closing_the_program_after_each_save_loses_nothing(workspace, save):
    for number in range(1, 6):
        save(enterprise(number, f"企业{number}"))
    with Workspace.open(workspace.folder, now=NOW) as again:
        assert again.records.count(Kind.ENTERPRISE) == 5


def test_two_windows_on_one_workspace_see_each_other(workspace):
    with Workspace.open(workspace.folder, now=NOW) as other:
        other.records.save(enterprise(7, "另一窗口建的"), by="李", at="2020-12-01T10:00:00+08:00")
    assert workspace.records.get(enterprise(7).uid)["name"] == "另一窗口建的"


@pytest.mark.parametrize(
    "typed",
    [
        "渔",
        "精密",
        "渔山 机械",
        "（天津）"[1:3],
        "MA06MQ",
        "ma06mq",
        "赵一鸣",
        "工业路",
        "tjysjmjx",
        "ysjm",
        "yushan",
        "数控",
    ],
)
def test_any_part_of_what_is_said_finds_the_enterprise(workspace, save, typed):
    save(enterprise(uscc="91120225MA06MQEY05", legal_person="赵一鸣", address="样例工业路1号", products="数控机床"))
    save(enterprise(2, "盘麓塑料包装厂"))
    assert [record["name"] for record in workspace.records.search(Kind.ENTERPRISE, typed)] == [
        "天津渔山精密机械有限公司"
    ]


@pytest.mark.parametrize("typed", ["shanxian", "danxian", "chanxian", "sx", "dx"])
def test_a_polyphone_is_found_by_each_of_its_readings(workspace, save, typed):
    save(enterprise(1, "单县"))
    assert len(workspace.records.search(Kind.ENTERPRISE, typed)) == 1


@pytest.mark.parametrize("typed", ["渔 塑料", "不存在", "渔%", "_山"])
def test_what_does_not_fit_finds_nothing_and_marks_are_only_marks(workspace, save, typed):
    save(enterprise())
    assert workspace.records.search(Kind.ENTERPRISE, typed) == []


def test_a_renamed_enterprise_is_found_by_its_new_name_only(workspace, save):
    save(save(enterprise(1, "旧名厂")).with_values(name="新名厂"))
    assert workspace.records.search(Kind.ENTERPRISE, "旧名") == []
    assert len(workspace.records.search(Kind.ENTERPRISE, "新名")) == 1


def test_history_tells_who_changed_what_and_puts_it_back(workspace, save):
    first = save(enterprise(1, "旧名厂"))
    save(first.with_values(name="新名厂"), by="李四", why="更名")
    second = workspace.records.history(first.uid)[1]
    assert (second.record.changed_by, second.why, second.before) == ("李四", "更名", {"name": "旧名厂"})
    back = workspace.records.put_back(first.uid, 1, by="王", at="2020-12-03T08:00:00+08:00")
    assert (back["name"], back.revision) == ("旧名厂", 3)
    assert len(workspace.records.history(first.uid)) == 3


def test_a_closed_enterprise_leaves_the_lists_and_stays_in_the_store(workspace, save):
    saved = save(enterprise())
    workspace.records.close_record(saved.uid, "注销", by="王", at="2020-12-03T08:00:00+08:00")
    assert workspace.records.all_of(Kind.ENTERPRISE) == []
    assert workspace.records.all_of(Kind.ENTERPRISE, closed=True)[0].closed == "注销"


def test_a_reason_is_asked_for_when_a_record_is_closed(workspace, save):
    with pytest.raises(UserError, match="原因"):
        workspace.records.close_record(save(enterprise()).uid, " ", by="王", at="2020-12-03T08:00:00+08:00")


def test_another_offices_record_is_kept_exactly_as_it_came(workspace, save):
    theirs = save(enterprise(5, "别镇企业"))
    workspace.records.receive([theirs], by="区级", at="2020-12-31T08:00:00+08:00")
    assert workspace.records.get(theirs.uid) == theirs


def test_a_record_taken_away_while_it_lay_open_does_not_come_back(workspace, save):
    gone = save(enterprise(5, "别镇企业"))
    workspace.records.receive([], gone=[gone], by="区级", at="2020-12-31T08:00:00+08:00")
    with pytest.raises(UserError, match="已被移走"):
        save(gone.with_values(name="改名"))


def test_what_another_office_no_longer_holds_leaves_the_tables_but_not_the_history(workspace, save):
    gone = save(enterprise(5, "别镇企业"))
    workspace.records.receive([], gone=[gone], by="区级", at="2020-12-31T08:00:00+08:00")
    assert workspace.records.get(gone.uid) is None
    assert workspace.records.search(Kind.ENTERPRISE, "别镇") == []
    assert workspace.records.history(gone.uid)[-1].why == "报送单位不再保留"
