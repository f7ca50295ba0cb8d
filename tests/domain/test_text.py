import pytest

from jizhou_desktop.domain.text import fold, half_width, one_line, tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("１２３．４５", "123.45"),
        ("９１１２ＡＢ", "9112AB"),
        ("（一）", "(一)"),
        ("甲　乙", "甲 乙"),
        ("①②", "①②"),
        ("m²", "m²"),
    ],
)
def test_full_width_becomes_half_width_and_circled_digits_stay(typed, kept):
    assert half_width(typed) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("天津（蓟州）机械有限公司", "天津(蓟州)机械有限公司"),
        ("天津 渔山 机械有限公司", "天津渔山机械有限公司"),
        ("第①车间", "第1车间"),
        ("ＡＢＣ食品厂", "abc食品厂"),
        ("“盘山”柿子专业合作社", "盘山柿子专业合作社"),
        ("津政发〔2010〕29号", "津政发[2010]29号"),
        ("渔山\u200b机械", "渔山机械"),
    ],
)
def test_spellings_of_one_name_share_a_key(one, other):
    assert fold(one) == fold(other)


def test_different_names_keep_different_keys():
    assert fold("天津渔山机械有限公司") != fold("天津渔山机电有限公司")


def test_a_name_is_kept_as_typed_but_for_what_cannot_be_seen():
    assert tidy("  天津（蓟州）\u200b①厂 \n") == "天津（蓟州）①厂"


def test_lines_stay_lines_and_a_cell_break_in_a_name_becomes_a_space():
    assert tidy("第一行\r\n 第二行 ") == "第一行\n第二行"
    assert one_line("天津市蓟州区\n渔山机械有限公司") == "天津市蓟州区 渔山机械有限公司"


@pytest.mark.parametrize("rare", ["\U0003134f", "\ue123", "𬺓"])
def test_a_rare_character_of_a_name_is_kept_and_tells_names_apart(rare):
    assert tidy(f"王{rare}\ufffe") == f"王{rare}"
    assert fold(f"王{rare}") != fold("王")
