"""Searching keeps up with what is saved, here or in another window, and agrees with a plain reading of every record."""

import random

import pytest

from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.text import fold
from jizhou_desktop.store import finder
from jizhou_desktop.store.workspace import Workspace

from .conftest import NOW, enterprise

AT = "2020-12-01T09:30:00+08:00"


def names(workspace, typed):
    return [record["name"] for record in workspace.records.search(Kind.ENTERPRISE, typed)]


def test_a_search_agrees_with_reading_every_record(workspace):
    dice = random.Random(2020)
    marks = "渔阳盘山机械食品有限公司ABC123（）"
    saved = workspace.records.save_all(
        [enterprise(number, "".join(dice.choices(marks, k=8))) for number in range(1, 300)], by="王", at=AT
    )
    for _ in range(100):
        typed = "".join(dice.choices("渔阳盘山机械", k=dice.randint(1, 2)))
        expected = sorted(record["name"] for record in saved if typed in fold(record["name"]))
        assert names(workspace, typed) == expected
        assert workspace.records.count(Kind.ENTERPRISE, typed) == len(expected)


def test_what_another_window_saves_closes_or_takes_in_is_found_at_once(workspace, save):
    save(enterprise(1, "甲厂"))
    assert names(workspace, "厂") == ["甲厂"]
    with Workspace.open(workspace.folder, now=NOW) as other:
        other.records.save(enterprise(2, "乙厂"), by="李", at=AT)
        assert names(workspace, "厂") == ["乙厂", "甲厂"]
        other.records.close_record(enterprise(2).uid, "注销", by="李", at=AT)
        assert names(workspace, "厂") == ["甲厂"]
        other.records.receive([enterprise(3, "丙厂")], gone=[other.records.get(enterprise(1).uid)], by="李", at=AT)
        assert names(workspace, "厂") == ["丙厂"]


@pytest.mark.parametrize("limit", [0, 500])
def test_many_changes_at_once_are_found_too(workspace, save, monkeypatch, limit):
    monkeypatch.setattr(finder, "_MOST_SINGLE_CHANGES", limit)
    save(enterprise(1, "甲厂"))
    assert names(workspace, "厂") == ["甲厂"]
    workspace.records.save_all([enterprise(number, f"厂{number}") for number in range(2, 6)], by="王", at=AT)
    assert len(names(workspace, "厂")) == 5


def test_people_are_found_by_pinyin_and_phones_only_as_written(workspace, save):
    save(enterprise(1, "甲厂", legal_person="单雄信", contact="赵一鸣", phone="022-12345678"))
    assert [len(names(workspace, typed)) for typed in ("shanxiongx", "dxx", "zym", "1234567", "zym 甲", "zym 乙")] == [
        1, 1, 1, 1, 1, 0,
    ]  # fmt: skip


def test_two_words_do_not_meet_across_two_answers(workspace, save):
    save(enterprise(1, "甲厂", legal_person="赵一"))
    assert names(workspace, "厂赵") == []
    assert names(workspace, "changzhao") == []


def test_an_enterprise_is_found_among_enterprises_only(workspace, save):
    save(enterprise())
    assert workspace.records.search(Kind.CLAIM, "渔山") == []


def test_where_nothing_is_typed_all_open_records_are_there_even_without_a_name(workspace, save):
    figures = save(Record(enterprise(8).uid, Kind.YEAR_FIGURES, "120119100", {"revenue": 1}, "year-figures", year=2020))
    assert workspace.records.search(Kind.YEAR_FIGURES, " ") == [figures]
    assert workspace.records.count(Kind.YEAR_FIGURES) == 1


def test_a_page_of_a_long_list_is_read_in_the_order_asked_for(workspace):
    workspace.records.save_all(
        [enterprise(number, f"厂{number}", uscc=f"{9 - number}") for number in range(1, 8)], by="王", at=AT
    )
    page = workspace.records.rows(Kind.ENTERPRISE, ("name",), order="uscc", offset=2, limit=2)
    assert page == [("厂5",), ("厂4",)]
    assert workspace.records.rows(Kind.ENTERPRISE, ("name", "uscc"), text="厂6", descending=True) == [("厂6", "3")]
    assert workspace.records.find(Kind.ENTERPRISE, "") == [enterprise(number).uid for number in range(1, 8)]
