"""The register of take-ins stands or falls with the records it names."""

import pytest

from .conftest import enterprise

AT = "2020-12-01T09:30:00+08:00"


def take_in(workspace, *records, counts=None):
    def note(saved):
        workspace.take_ins.note("表.xlsx", counts or {}, saved, by="王样例", at=AT)

    return workspace.records.save_all(records, by="王样例", at=AT, note=note)


def test_a_take_in_is_noted_with_the_revisions_it_gave(workspace, save):
    held = save(enterprise(1))
    take_in(workspace, held.with_values(address="甲路"), enterprise(2, "乙厂"), counts={"new": 1, "changed": 1})
    (row,) = workspace.take_ins.rows()
    assert (row.number, row.file, row.counts, row.undone_at) == (1, "表.xlsx", {"new": 1, "changed": 1}, "")
    assert workspace.take_ins.written(1) == [(enterprise(1).uid, 2), (enterprise(2).uid, 1)]


def test_nothing_is_noted_where_nothing_could_be_saved(workspace, save):
    stale = enterprise(1)
    save(stale)
    with pytest.raises(Exception, match="请重新打开"):
        take_in(workspace, enterprise(2), stale)
    assert workspace.take_ins.rows() == []
    assert workspace.records.get(enterprise(2).uid) is None


def test_nothing_is_saved_where_it_could_not_be_noted(workspace):
    with pytest.raises(ZeroDivisionError):
        workspace.records.save_all([enterprise()], by="王", at=AT, note=lambda _saved: 1 / 0)
    assert workspace.records.get(enterprise().uid) is None


def test_matches_are_remembered_beside_those_before(workspace):
    workspace.take_ins.remember("enterprise", {"甲": "enterprise.name", "乙": ""})
    workspace.take_ins.remember("enterprise", {"乙": "enterprise.uscc"})
    workspace.take_ins.remember("contact", {"甲": "contact.name"})
    assert workspace.take_ins.remembered() == {
        "enterprise": {"甲": "enterprise.name", "乙": "enterprise.uscc"},
        "contact": {"甲": "contact.name"},
    }
