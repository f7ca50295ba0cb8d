"""Searching keeps up with what is saved, here or in another window, and agrees with a plain reading of every record."""

import random

import pytest

from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.text import fold
from jizhou_desktop.store import finder
from jizhou_desktop.store.shelf import Shelf
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


def child(number: int, kind: Kind, name: str, parent: Record, **values) -> Record:
    return Record(enterprise(number).uid, kind, "120119100", {"name": name, **values}, str(kind), parent=parent.uid)


def test_an_enterprise_is_found_by_its_contacts_and_products(workspace, save):
    owner = save(enterprise(1, "甲厂"))
    assert names(workspace, "单雄信") == []
    contact = save(child(2, Kind.CONTACT, "单雄信", owner, phone="13800000009"))
    save(child(3, Kind.PRODUCT, "防锈漆", owner))
    for typed in ("雄", "sxx", "danxiongxin", "0009", "防锈", "fxq", "甲 单雄信 漆"):
        assert names(workspace, typed) == ["甲厂"], typed
    workspace.records.close_record(contact.uid, "删除", by="王", at=AT)
    assert names(workspace, "雄") == []
    assert names(workspace, "防锈") == ["甲厂"]


def test_a_contact_that_left_with_its_offices_package_finds_nothing_more(workspace, save):
    owner = save(enterprise(1, "甲厂"))
    contact = save(child(2, Kind.CONTACT, "单雄信", owner))
    assert names(workspace, "雄") == ["甲厂"]
    workspace.records.receive([], gone=[contact], by="王", at=AT)
    assert names(workspace, "雄") == []


def test_words_read_aside_are_brought_up_to_date_when_taken_over(workspace, save):
    save(enterprise(1, "甲厂"))
    assert not workspace.records.find_ready(Kind.ENTERPRISE)
    words = workspace.read_words(Kind.ENTERPRISE)
    save(enterprise(2, "乙厂"))
    workspace.records.take_words(Kind.ENTERPRISE, words)
    assert workspace.records.find_ready(Kind.ENTERPRISE)
    assert names(workspace, "c") == ["乙厂", "甲厂"]


def test_typing_on_finds_what_the_whole_text_finds_at_once():
    """Only what fitted the shorter text is looked through when it grows: no step may lose or keep too much."""
    dice = random.Random(7)
    marks = "单县长重庆行知渔阳CNC12食品"
    entries = [("".join(dice.choices(marks, k=6)), str(n), "".join(dice.choices(marks, k=6))) for n in range(99)]
    entries = [(name, uid, line.lower()) for name, uid, line in entries]
    typed_on = Shelf(entries)
    typed_on.warm()
    for text in ("shanxian", "danx", "渔阳 cnc", "chongq", "xz 1", "12 食", "changz", "tjyx"):
        for end in [*range(1, len(text) + 1), 2, 1]:
            assert typed_on.find(text[:end]) == Shelf(entries).find(text[:end]), text[:end]
