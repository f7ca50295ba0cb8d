"""Results against targets, as the year-end assessment reads them."""

from decimal import Decimal

from jizhou_desktop.domain.assessment import (
    Light,
    Result,
    enterprises_turned,
    ranked,
    results_by_path,
    results_by_place,
)
from jizhou_desktop.domain.record import Kind, Record

YUYANG, XIAYING = "120119100", "120119104"


def transformation(enterprise, path, state, office=YUYANG):
    values = {"path": path, "state": state}
    return Record(f"{enterprise}-{path}", Kind.TRANSFORMATION, office, values, "transformation", parent=enterprise)


def target(path, count, place=YUYANG):
    values = {"path": path, "count": count, "place": place}
    return Record(f"{place}-{path}", Kind.TARGET, place, values, "target")


def test_only_recognised_transformations_are_done_and_returned_ones_are_not_under_way():
    going = [
        transformation("a", "technology", "认定"),
        transformation("b", "technology", "部门核实"),
        transformation("c", "technology", "退回"),
        transformation("d", "technology", "取消"),
    ]
    assert results_by_path(["technology"], [target("technology", 4)], going) == [Result("technology", 4, 1, 1)]


def test_a_gap_is_never_negative():
    done = [transformation(name, "technology", "认定") for name in "abc"]
    (result,) = results_by_path(["technology"], [target("technology", 2)], done)
    assert (result.gap, result.rate) == (0, Decimal("150.0"))


def test_an_enterprise_on_two_paths_counts_once_towards_the_forty():
    both = [transformation("a", "technology", "认定"), transformation("a", "patent", "认定")]
    assert enterprises_turned(both, {"technology", "patent"}) == 1
    assert enterprises_turned(both, {"patent"}) == 1
    assert enterprises_turned(both, set()) == 0  # a park's path brings no enterprise
    assert sum(result.done for result in results_by_path(["technology", "patent"], [], both)) == 2


def test_a_district_counts_each_place_by_itself():
    targets = [target("technology", 1, YUYANG), target("technology", 3, XIAYING)]
    going = [transformation("a", "technology", "认定", YUYANG), transformation("b", "technology", "认定", XIAYING)]
    by_place = results_by_place([YUYANG, XIAYING], targets, going)
    assert [str(result.rate) for result in by_place] == ["100.0", "33.3"]


def test_a_target_is_reached_in_reach_or_short():
    lights = [
        Result("", target, done, under_way).light
        for target, done, under_way in ((4, 4, 0), (4, 3, 1), (4, 3, 0), (0, 1, 1))
    ]
    assert lights == [Light.REACHED, Light.IN_REACH, Light.SHORT, Light.FREE]


def test_equal_rates_and_counts_share_a_rank_and_places_without_target_come_last():
    lines = [Result("a", 2, 1, 0), Result("b", 0, 0, 0), Result("c", 2, 2, 0), Result("d", 2, 1, 0)]
    assert [(rank, result.key) for rank, result in ranked(lines)] == [(1, "c"), (2, "a"), (2, "d"), (4, "b")]


def test_a_target_set_by_the_district_and_copied_by_the_township_counts_once():
    copied = target("technology", 3)
    by_district = Record("d-1", Kind.TARGET, "120119", {"path": "technology", "count": 4, "place": YUYANG}, "target")
    (result,) = results_by_place([YUYANG], [by_district, copied], [])
    assert result.target == 4
