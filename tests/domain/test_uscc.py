import pytest
from hypothesis import given
from hypothesis import strategies as st

from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.uscc import ALPHABET, check_character, check_uscc, normalise

# Public codes: the example of GB 32100-2015's readers, and three from the public register of Jizhou.
SOUND = ["91350100M000100Y43", "91120225104269151T", "91120225104268781Q", "91120225804272714N"]


@pytest.mark.parametrize("code", SOUND)
def test_real_codes_pass(code):
    assert check_uscc(code).ok


def test_spaces_case_and_width_do_not_matter():
    assert normalise(" 9135 0100 m000100y43 ") == "91350100M000100Y43"
    assert check_uscc("９１３５０１００Ｍ０００１００Ｙ４３").ok


def test_a_wrong_check_digit_is_asked_about_and_the_right_one_told():
    check = check_uscc("91350100M000100Y44")
    assert (check.ok, check.position, check.expected, check.severity) == (False, 18, "3", Severity.QUERY)
    assert "第18位应为“3”，现为“4”" in check.sentence


@pytest.mark.parametrize(("letter", "advice"), [("O", "0"), ("I", "1"), ("Z", "2"), ("S", "5"), ("V", "U 或 Y")])
def test_letters_that_are_never_used_are_shown_with_their_position(letter, advice):
    check = check_uscc(f"91350100M{letter}00100Y43")
    assert (check.position, check.severity) == (10, Severity.ERROR)
    assert f"第10位“{letter}”" in check.sentence
    assert advice in check.sentence


@pytest.mark.parametrize("typed", ["", "9135", "91350100M000100Y431"])
def test_a_wrong_length_is_an_error(typed):
    check = check_uscc(typed)
    assert (check.ok, check.severity) == (False, Severity.ERROR)
    assert f"现为{len(typed)}位" in check.sentence


def test_an_old_registration_number_is_asked_about():
    check = check_uscc("120225000012345")
    assert (check.ok, check.severity) == (False, Severity.QUERY)
    assert "15位工商注册号" in check.sentence


@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 16), st.integers(1, 30))
def test_every_single_wrong_character_is_found(first, place, shift):
    code = first + check_character(first)
    wrong = ALPHABET[(ALPHABET.index(code[place]) + shift) % 31]
    assert check_uscc(code).ok
    assert not check_uscc(code[:place] + wrong + code[place + 1 :]).ok
