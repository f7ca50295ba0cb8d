"""Rules that need all a workspace holds: the same enterprise twice, targets against the plan and against results."""

from dataclasses import replace

import pytest

from jizhou_desktop.domain.audit.across import CLAIM_RULES, ENTERPRISE_RULES, TARGET_RULES, Holdings
from jizhou_desktop.domain.audit.run import run_across
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources

TOWN = "120119100"


def enterprise(uid, **values):
    return Record(uid, Kind.ENTERPRISE, TOWN, values, "enterprise")


def target(uid, office=TOWN, **values):
    sound = {
        "path": "technology-enterprise",
        "count": 1,
        "responsible_person": "李样例",
        "responsible_department": "经济发展办公室",
    }
    return Record(uid, Kind.TARGET, office, {**sound, **values}, "target", year=2020)


def transformation(uid, state="认定", path="technology-enterprise", office=TOWN):
    return Record(uid, Kind.TRANSFORMATION, office, {"path": path, "state": state}, "transformation", year=2020)


def claim(uid, parent, account, amount=0):
    return Record(
        uid, Kind.CLAIM, TOWN, {"account": account, "amount": amount}, "smart-upgrade", year=2020, parent=parent
    )


@pytest.fixture
def holdings():
    return Holdings(
        office=resources.office(TOWN),
        plan=resources.plan("2020"),
        enterprises=(
            enterprise("e1", name="天津渔山机械有限公司", uscc="91120225MA06MQEY05", phone="13800000001"),
            enterprise("e2", name="天津翠屏软件有限公司", uscc="91120225MA06K4FE2G", phone="13800000002"),
        ),
        targets=(target("g1"),),
        transformations=(transformation("t1"),),
        claims=(claim("c1", "e1", "6222020000000001"), claim("c2", "e2", "6222020000000002")),
    )


def told(holdings, rule):
    return [(problem.record, problem.message) for problem in run_across(holdings) if problem.rule == rule]


def test_sound_holdings_have_nothing_to_tell(holdings):
    assert run_across(holdings) == []


def test_one_code_in_two_files_is_told_of_both(holdings):
    third = enterprise("e3", name="天津渔山机械厂", uscc="91120225MA06MQEY05")
    found = told(replace(holdings, enterprises=(*holdings.enterprises, third)), "H01")
    assert [record for record, _ in found] == ["e1", "e3"]
    assert "与“天津渔山机械厂”重复" in found[0][1]


def test_codes_that_are_not_obtained_are_no_doubles(holdings):
    waiting = tuple(enterprise(f"n{number}", name=f"第{number}厂", uscc="未取得") for number in range(3))
    assert told(replace(holdings, enterprises=waiting), "H01") == []


def test_one_name_spelled_two_ways_is_asked_about(holdings):
    third = enterprise("e3", name="天津渔山机械 有限公司", uscc="91120225MA06K2ER77")
    found = told(replace(holdings, enterprises=(*holdings.enterprises, third)), "H02")
    assert [record for record, _ in found] == ["e1", "e3"]


def test_a_former_name_with_a_file_of_its_own_is_told(holdings):
    renamed = enterprise("e3", name="天津新渔山有限公司", former_names="天津渔山机械有限公司")
    ((record, message),) = told(replace(holdings, enterprises=(*holdings.enterprises, renamed)), "H03")
    assert record == "e3"
    assert "91120225MA06MQEY05" in message


@pytest.mark.parametrize(("users", "problems"), [(3, 0), (4, 4)])
def test_a_telephone_that_many_share_is_told(holdings, users, problems):
    sharing = tuple(enterprise(f"s{number}", name=f"第{number}厂", phone="13800000009") for number in range(users))
    assert len(told(replace(holdings, enterprises=sharing), "H04")) == problems


def test_one_account_for_two_enterprises_is_asked_about(holdings):
    claims = (claim("c1", "e1", "6222020000000001"), claim("c2", "e2", "6222020000000001"))
    found = told(replace(holdings, claims=claims), "H05")
    assert [record for record, _ in found] == ["c1", "c2"]
    assert "天津翠屏软件有限公司" in found[0][1]


def test_an_enterprise_may_use_its_account_for_two_claims(holdings):
    claims = (claim("c1", "e1", "6222020000000001"), claim("c2", "e1", "6222020000000001"))
    assert told(replace(holdings, claims=claims), "H05") == []


@pytest.mark.parametrize(("second", "told_of"), [(25_000_000, []), (25_000_001, ["c1"])])
def test_claims_beyond_the_pool_of_500_wan_are_told_once(holdings, second, told_of):
    claims = (claim("c1", "e1", "1", 475_000_000), claim("c2", "e2", "2", second))
    assert [record for record, _ in told(replace(holdings, claims=claims), "H12")] == told_of


def test_a_target_on_an_unknown_path_is_an_error(holdings):
    ((_, message),) = told(replace(holdings, targets=(target("g1", path="moon-landing"),)), "H06")
    assert "没有“moon-landing”这条路径" in message


def test_a_target_twice_is_told_of_the_second(holdings):
    found = told(replace(holdings, targets=(target("g1"), target("g2"))), "H07")
    assert [record for record, _ in found] == ["g2"]


def test_the_districts_target_and_the_townships_copy_are_one(holdings):
    targets = (target("g1", office="120119", place=TOWN), target("g2"))
    assert told(replace(holdings, targets=targets), "H07") == []


def test_a_target_without_responsible_person_is_told(holdings):
    ((_, message),) = told(replace(holdings, targets=(target("g1", responsible_person=None),)), "H08")
    assert "任务1家，未填责任人" in message


def test_what_is_still_missing_is_told_in_figures(holdings):
    ((_, message),) = told(replace(holdings, targets=(target("g1", count=4),)), "H09")
    assert "“向科技型企业转型”任务4家，已认定1家，还差3家" in message


def test_work_under_way_is_not_yet_a_result(holdings):
    ((_, message),) = told(replace(holdings, transformations=(transformation("t1", "部门核实"),)), "H09")
    assert "已认定0家" in message


def test_a_target_that_nobody_works_on_is_told(holdings):
    ((_, message),) = told(replace(holdings, transformations=()), "H10")
    assert "尚未登记任何企业" in message


def test_the_districts_split_must_sum_to_the_plan(holdings):
    district = replace(holdings, office=resources.office("120119"))
    places = ("120119100", "120119105")
    short = tuple(target(f"g{code}", place=code, count=9, office="120119") for code in places)
    ((_, message),) = told(replace(district, targets=short), "H11")
    assert "合计18家，计划为20家" in message
    whole = tuple(target(f"g{code}", place=code, count=10, office="120119") for code in places)
    assert told(replace(district, targets=whole), "H11") == []


def test_a_township_holds_its_part_only_and_is_not_asked_for_the_sum(holdings):
    assert told(holdings, "H11") == []


def test_the_rules_tried_above_are_all_there_are():
    rules = (*ENTERPRISE_RULES, *CLAIM_RULES, *TARGET_RULES)
    assert {rule.number for rule in rules} == {f"H{number:02d}" for number in range(1, 13)}
