"""Persons' names as documents set them."""

from jizhou_desktop.domain.names import in_columns, spread


def test_two_characters_are_spread_as_wide_as_three():
    assert [spread(name) for name in ("王一", "李二三", "欧阳样例")] == ["王　一", "李二三", "欧阳样例"]


def test_a_list_of_persons_is_filled_up_to_the_longest():
    assert in_columns(["王一", "欧阳样例", "李二三"]) == ["王　一　", "欧阳样例", "李二三　"]


def test_a_list_of_offices_is_left_as_it_is():
    assert in_columns(["区工业和信息化局", "区财政局"]) == ["区工业和信息化局", "区财政局"]
    assert in_columns([]) == []
