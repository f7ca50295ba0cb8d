"""Many enterprises changed at once: shown first, saved as one, taken back as one, later changes left alone."""

from dataclasses import replace
from datetime import datetime

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.tasks import batch_edit
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
AT = "2020-12-01T09:30:00+08:00"
HELD = {"甲厂": "机床", "乙厂": "", "丙厂": "机床、刀具"}


@pytest.fixture
def workspace(tmp_path):
    with create(tmp_path / "w", office_code="120119100", clerk="王样例") as made:
        for name, products in HELD.items():
            save_answers(made, "enterprise", {"name": name, "products": products}, uid=name, now=NOW)
        yield made


def products(workspace):
    return {name: workspace.records.get(name)["products"] for name in HELD}


def looked_at(workspace, field, text, **options):
    looked = batch_edit.look(workspace, list(HELD), field, text, **options)
    return looked, {change.record.text("name"): (change.before, change.after, change.left) for change in looked.changes}


def test_a_new_answer_is_shown_old_to_new_and_nothing_is_saved_yet(workspace):
    looked, shown = looked_at(workspace, "place", "渔阳")
    assert shown["甲厂"] == ("", "渔阳镇", "")
    assert looked.count == 3
    assert workspace.records.get("甲厂")["place"] is None


def test_words_are_appended_once(workspace):
    looked, shown = looked_at(workspace, "products", "刀具", append=True)
    assert shown == {
        "甲厂": ("机床", "机床、刀具", ""), "乙厂": ("", "刀具", ""), "丙厂": ("机床、刀具", "机床、刀具", "没有变化"),
    }  # fmt: skip
    batch_edit.save(workspace, looked, now=NOW)
    assert products(workspace) == {"甲厂": "机床、刀具", "乙厂": "刀具", "丙厂": "机床、刀具"}


def test_a_wrong_answer_is_told_once_and_changes_nothing(workspace):
    looked, shown = looked_at(workspace, "capital", "100300万元")
    assert looked.count == 0
    assert len(looked.problems) == 1
    assert "有两种读法" in shown["甲厂"][2]
    with pytest.raises(UserError, match="没有要修改的企业"):
        batch_edit.save(workspace, looked, now=NOW)


def test_a_batch_is_one_transaction(workspace):
    looked, _ = looked_at(workspace, "products", "新品")
    workspace.records.save(workspace.records.get("丙厂").with_values(contact="李"), by="李", at=AT)
    with pytest.raises(UserError, match="已由李"):
        batch_edit.save(workspace, looked, now=NOW)
    assert products(workspace)["甲厂"] == "机床"


def test_a_batch_is_taken_back_as_one_but_what_was_changed_since_stays(workspace):
    looked, _ = looked_at(workspace, "products", "新品")
    why = batch_edit.save(workspace, looked, now=NOW)
    workspace.records.save(workspace.records.get("乙厂").with_values(contact="李"), by="李", at=AT)
    workspace.records.save(workspace.records.get("丙厂").with_values(products="更新"), by="李", at=AT)
    assert [(batch.why, batch.count, batch.by) for batch in batch_edit.batches(workspace)] == [(why, 3, "王样例")]
    assert batch_edit.take_back(workspace, why, now=NOW) == (2, 1)
    assert products(workspace) == {"甲厂": "机床", "乙厂": None, "丙厂": "更新"}
    assert workspace.records.get("乙厂")["contact"] == "李"
    assert workspace.records.history("甲厂")[-1].why == f"撤销{why}"
    with pytest.raises(UserError, match="没有可以撤销"):
        batch_edit.take_back(workspace, "批量修改：没有", now=NOW)


def test_names_and_codes_are_no_batch_and_other_offices_records_are_left(workspace):
    with pytest.raises(UserError, match="不能批量修改"):
        batch_edit.look(workspace, list(HELD), "uscc", "1")
    with pytest.raises(UserError, match="不是文字，不能追加"):
        batch_edit.look(workspace, list(HELD), "capital", "1", append=True)
    theirs = replace(workspace.records.get("甲厂"), office="120119101")
    workspace.records.receive([theirs], by="王", at=AT)
    _, shown = looked_at(workspace, "products", "新品")
    assert shown["甲厂"][2] == "由其他单位报送，不能在此修改"
