"""Ownership and revision decide what a package may change."""

from dataclasses import replace

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.handoff.manifest import Manifest
from jizhou_desktop.handoff.merge import check_sequence, plan_merge

from .conftest import YUYANG, enterprise, uid, year_snapshot

DISTRICT = "120119"


def test_records_not_held_yet_are_new():
    plan = plan_merge([], year_snapshot((enterprise(1), enterprise(2))))
    assert (len(plan.new), plan.changed, plan.same) == (2, (), ())


def test_the_same_package_twice_makes_no_copies():
    plan = plan_merge([enterprise(1), enterprise(2)], year_snapshot((enterprise(1), enterprise(2))))
    assert (plan.new, plan.changed, plan.gone, len(plan.same)) == ((), (), (), 2)


def test_a_later_revision_changes_the_held_record():
    plan = plan_merge([enterprise(revision=1)], year_snapshot((enterprise(revision=2, name="新名"),)))
    assert [record.text("name") for record in plan.changed] == ["新名"]


def test_an_earlier_revision_never_covers_a_later_one():
    plan = plan_merge([enterprise(revision=5)], year_snapshot((enterprise(revision=4, name="旧名"),)))
    assert (plan.new, plan.changed, plan.gone) == ((), (), ())
    assert "较旧" in plan.refused[0].message


def test_one_revision_with_two_contents_is_asked_about():
    plan = plan_merge([enterprise(name="甲")], year_snapshot((enterprise(name="乙"),)))
    assert "旧备份" in plan.refused[0].message


def test_what_the_township_no_longer_holds_is_gone():
    plan = plan_merge([enterprise(1), enterprise(2)], year_snapshot((enterprise(1),)))
    assert [record.uid for record in plan.gone] == [enterprise(2).uid]


def test_what_was_made_after_the_package_is_not_gone():
    # 2019's package, taken in late, knows nothing of an enterprise entered in 2020.
    held = [replace(enterprise(2), changed_at="2020-12-20T10:00:01+08:00")]
    assert plan_merge(held, year_snapshot((enterprise(1),))).gone == ()


def test_times_without_a_zone_are_those_of_beijing():
    held = [replace(enterprise(2), changed_at="2020-12-20T10:00:00")]
    assert len(plan_merge(held, year_snapshot((enterprise(1),))).gone) == 1


@pytest.mark.parametrize("other", [{"kind": Kind.TARGET}, {"year": 2019}, {"parent": uid(7)}])
def test_a_uid_used_for_something_else_is_refused(other):
    plan = plan_merge([enterprise(1)], year_snapshot((replace(enterprise(1, revision=2), **other),)))
    assert "不是同一件事" in plan.refused[0].message
    assert (plan.new, plan.changed, plan.gone) == ((), (), ())


def test_evidence_of_a_refused_record_stays_outside():
    held = [enterprise(1, office="120119104")]
    plan = plan_merge(held, year_snapshot((enterprise(1, revision=2), enterprise(2))))
    assert plan.accepted == {uid(2)}


def test_a_record_of_another_office_is_refused_alone_and_the_rest_goes_on():
    held = [enterprise(1, office="120119104")]
    plan = plan_merge(held, year_snapshot((enterprise(1, revision=2), enterprise(2))))
    assert "无权更改" in plan.refused[0].message
    assert len(plan.new) == 1


def cover(sequence=3, made_by="王样例"):
    return Manifest(YUYANG, 2020, sequence, "2020-12-20T10:00:00+08:00", made_by, {}, {})


def test_a_package_older_than_the_one_taken_in_is_refused():
    with pytest.raises(UserError, match="早于已导入的第3次"):
        check_sequence(cover(2), DISTRICT, (3, cover(3).digest))


def test_the_very_same_package_may_come_again():
    check_sequence(cover(3), DISTRICT, (3, cover(3).digest))


def test_the_same_number_with_other_content_is_asked_about():
    with pytest.raises(UserError, match="可能来自恢复的旧备份"):
        check_sequence(cover(3, made_by="李样例"), DISTRICT, (3, cover(3).digest))


def test_an_office_does_not_take_in_its_own_package():
    with pytest.raises(UserError, match="本单位自己导出"):
        check_sequence(cover(), YUYANG.code, None)
