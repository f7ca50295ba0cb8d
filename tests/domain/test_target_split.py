"""年初计划: 20家 split over places, checked against the plan."""

from hypothesis import given
from hypothesis import strategies as st

from jizhou_desktop.domain.target_split import differences, split_by_weight


def test_twenty_go_in_proportion_and_the_odd_ones_to_the_largest_remainders():
    # 20 × 7/16 = 8.75, 20 × 5/16 = 6.25, 20 × 4/16 = 5: the whole parts make 19, the last goes to .75
    assert split_by_weight(20, {"渔阳": 7, "邦均": 5, "上仓": 4}) == {"渔阳": 9, "邦均": 6, "上仓": 5}


def test_equal_remainders_go_to_the_place_named_first():
    assert split_by_weight(1, {"渔阳": 1, "邦均": 1}) == {"渔阳": 1, "邦均": 0}


def test_of_equals_the_one_that_bears_least_on_other_paths_comes_first():
    assert split_by_weight(1, {"渔阳": 1, "邦均": 1}, {"渔阳": 3}) == {"渔阳": 0, "邦均": 1}


def test_where_nobody_has_anything_all_count_alike():
    assert split_by_weight(5, {"渔阳": 0, "邦均": 0}) == {"渔阳": 3, "邦均": 2}
    assert split_by_weight(5, {}) == {}


@given(st.integers(0, 999), st.dictionaries(st.text(min_size=1), st.integers(0, 10_000), min_size=1))
def test_shares_always_make_the_target_and_stay_within_one_of_their_proportion(target, weights):
    shares = split_by_weight(target, weights)
    assert sum(shares.values()) == target
    total = sum(weights.values())
    for place, share in shares.items():
        if total:
            assert abs(share - target * weights[place] / total) < 1


def test_a_split_that_misses_the_plan_is_told_by_path():
    found = differences({"tech": 20, "patent": 7, "lean": None}, {("渔阳", "tech"): 18, ("邦均", "patent"): 8})
    assert [gap.sentence for gap in found] == ["已分解18家，计划20家，还差2家", "已分解8家，计划7家，多出1家"]


def test_a_path_without_a_target_may_be_split_as_the_office_likes():
    assert differences({"lean": None}, {("渔阳", "lean"): 3}) == []
