"""Pinyin as it is typed finds the characters that are meant, by every reading."""

import pytest

from jizhou_desktop.store.sounds import Sounds, readings

NAMES = ("天津单县长乐机械", "重庆行知食品", "庞关厂", "西安饭店", "鄂尔多斯绿化", "渔阳CNC加工2号")


def heard(typed):
    sounds = Sounds()
    sounds.learn("\n".join(NAMES))
    return {
        NAMES.index(name)
        for pattern in sounds.patterns(typed)
        for name in NAMES
        if any(pattern.match(name, place) for place in range(len(name)))
    }


@pytest.mark.parametrize("typed", ["shanxian", "danxian", "chanxian", "shanxianchangle", "danxianzhangle", "tjsxzl"])
def test_every_reading_counts_in_any_combination(typed):
    assert heard(typed) == {0}


@pytest.mark.parametrize(
    ("typed", "name"), [("chongqing", 1), ("zhongq", 1), ("hangzhi", 1), ("xingzhi", 1), ("cqx", 1)]
)
def test_a_name_is_found_by_the_usual_and_the_other_reading(typed, name):
    assert heard(typed) == {name}


def test_the_last_syllable_may_be_begun_only():
    assert heard("tianjinsh") == {0}
    assert heard("tianjinshq") == set()


def test_syllables_are_whole_so_that_pangguan_is_not_pan_guan():
    assert heard("panguan") == set()
    assert heard("pangguan") == {2}


def test_letters_that_can_be_cut_in_two_ways_find_both():
    assert heard("xian") >= {0, 3}  # 县 xian; 西安 xi an


def test_syllables_of_one_letter_and_the_letter_u_with_dots():
    assert heard("eerduo") == {4}
    assert heard("lvhua") == {4}


def test_letters_and_digits_in_a_name_are_typed_as_they_stand():
    assert heard("yycncjg2") == {5}


@pytest.mark.parametrize("typed", ["渔", "2020", "tj-sx", "x" * 101, ""])
def test_what_is_no_pinyin_is_looked_for_as_written_only(typed):
    assert Sounds().patterns(typed) == []


def test_typing_nonsense_for_long_stays_quick():
    assert heard("xianganangxian" * 7 + "q") == set()


def test_readings_have_no_tones():
    assert set(readings("单")) == {"dan", "shan", "chan"}
    assert readings("A") == ("a",)
