"""A face is believed only when it can set Chinese and may be embedded."""

import pytest

from jizhou_desktop.setup.faces.check import UnsoundFace, check_face, gb2312, standard_characters

LEVEL_1 = gb2312()[:3755]


def test_gb2312_is_the_whole_set_in_its_order():
    assert len(gb2312()) == 6763
    assert (gb2312()[0], gb2312()[3754], gb2312()[3755], gb2312()[-1]) == ("啊", "座", "亍", "齄")


def test_the_standard_table_is_whole():
    characters = standard_characters()
    assert len(characters) == len(set(characters)) == 8105
    # 一级 3500 字, 二级 3000 字, 三级 1605 字: the first of each in the table of 2013, and the last of all
    assert (characters[0], characters[3500], characters[6500], characters[-1]) == ("一", "乂", "亍", "蠼")
    assert set("垚喆堃旸翀峣𬺓") <= set(characters)


def test_a_sound_face_tells_how_many_characters_it_has(make_face):
    face = make_face([*LEVEL_1, "垚", "A"], postscript=False)
    facts = check_face(face)
    assert (facts.family, facts.characters, facts.gb2312) == ("Trial", 3757, 3755)
    assert facts.standard == len(set(standard_characters()) & {*LEVEL_1, "垚"})


def test_a_face_that_lacks_one_common_character_is_refused_with_that_character(make_face):
    face = make_face([character for character in LEVEL_1 if character != "蓟"], postscript=False)
    with pytest.raises(UnsoundFace, match="缺 1 个一级汉字，如“蓟”"):
        check_face(face)


@pytest.mark.parametrize("fs_type", [2, 0x200])
def test_a_face_whose_licence_bits_forbid_embedding_is_refused(make_face, fs_type):
    with pytest.raises(UnsoundFace, match="嵌入许可位"):
        check_face(make_face(LEVEL_1, postscript=False, fs_type=fs_type))


def test_postscript_outlines_are_refused(make_face):
    with pytest.raises(UnsoundFace, match="TrueType"):
        check_face(make_face("啊"))
