"""The invented year is what the issues ask for: 27 places, 1,200 enterprises, sound codes, the same every time."""

from jizhou_desktop.domain.uscc import check_uscc
from tests.invented.faults import spoil
from tests.invented.year import YEARS, invent_year, of_place


def test_1200_enterprises_over_27_places():
    enterprises = invent_year()
    places = {enterprise.answers["place"] for enterprise in enterprises}
    assert len(enterprises) == 1_200
    assert len(places) == 27
    assert all(len(of_place(enterprises, place)) >= 44 for place in places)


def test_names_and_codes_come_once_and_codes_pass_the_check():
    enterprises = invent_year()
    for name in ("name", "uscc"):
        assert len({enterprise.answers[name] for enterprise in enterprises}) == len(enterprises)
    assert all(check_uscc(enterprise.answers["uscc"]).ok for enterprise in enterprises)


def test_two_years_of_figures():
    assert all(tuple(enterprise.figures) == YEARS for enterprise in invent_year(50))


def test_the_same_seed_invents_the_same_year():
    assert invent_year(30) == invent_year(30)
    assert invent_year(30) != invent_year(30, seed=1)


def test_each_enterprise_is_spoiled_once():
    enterprises = invent_year(40)
    faults = spoil(enterprises, 12)
    sound = invent_year(40)
    assert [fault.index for fault in faults] == [
        index for index, (one, other) in enumerate(zip(enterprises, sound, strict=True)) if one != other
    ]
