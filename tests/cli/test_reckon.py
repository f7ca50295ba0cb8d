"""`jizhou reckon`: the contract that other programs rely on."""

import pytest

KEYS = {"scheme", "eligible", "amount_fen", "range_fen", "district_fen", "city_fen", "conditions", "working"}


def test_six_percent_of_the_equipment(jizhou):
    status, answer = jizhou("reckon", "smart-upgrade", "investment=820", "equipment=610")
    assert status == 0
    assert set(answer) == KEYS
    assert (answer["eligible"], answer["amount_fen"]) == (True, 36_600_000)  # 610万 × 6% = 36.6万元
    assert (answer["district_fen"], answer["city_fen"]) == (36_600_000, 0)
    assert all("三（三）" in condition["source"] for condition in answer["conditions"])


def test_exactly_two_hundred_is_not_over_two_hundred(jizhou):
    status, answer = jizhou("reckon", "smart-upgrade", "investment=200", "equipment=180")
    assert (status, answer["eligible"]) == (0, False)
    assert [condition["met"] for condition in answer["conditions"]] == [False, True]


def test_exactly_seventy_percent_qualifies(jizhou):
    assert jizhou("reckon", "smart-upgrade", "investment=300", "equipment=210")[1]["eligible"] is True
    assert jizhou("reckon", "smart-upgrade", "investment=300", "equipment=209.9999")[1]["eligible"] is False


def test_a_review_sets_the_amount_of_a_major_innovation(jizhou):
    _, answer = jizhou("reckon", "energy-saving", "investment=90", "equipment=70", "tce=210", "kwh=0", "industrial=yes")
    assert (answer["eligible"], answer["amount_fen"]) == (True, None)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["smart-upgrade", "investment=300"], "equipment"),
        (["smart-upgrade", "investment=300", "equipment=240", "colour=red"], "colour"),
        (["smart-upgrade", "investment=-1", "equipment=240"], "负数"),
        (["smart-upgrade", "investment=三百", "equipment=240"], "investment"),
        (["smart-upgrade", "investment=100-300", "equipment=240"], "范围"),
        (["smart-upgrade", "investment=300", "investment=400", "equipment=240"], "两次"),
        (["smart-upgrade", "300", "240"], "名称=数值"),
        (["smart-downgrade", "investment=300"], "smart-downgrade"),
        (["smart-upgrade", "investment=300", "equipment=240", "--plan", "1999"], "1999"),
        (["smart-upgrade", "investment=300", "equipment=240", "--plan", "../2020"], "../2020"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(jizhou, words, named):
    status, answer = jizhou("reckon", *words)
    assert status == 2
    assert named in answer["error"]


def test_people_read_it_in_chinese(said):
    status, text = said("reckon", "smart-upgrade", "investment=820", "equipment=610")
    assert status == 0
    assert "补贴金额：36.6万元" in text
    assert "三（三）" in text
