"""A face's name proposes it for a role; what its file holds decides."""

import json
import random
import shutil

import pytest

from jizhou_desktop.documents.fonts.find import find_faces
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Role


def test_each_role_of_a_chinese_windows_finds_its_face(tmp_path, make_face):
    make_face(tmp_path / "simfang.ttf", "FangSong", chinese_name="仿宋")
    make_face(tmp_path / "simhei.ttf", "SimHei", chinese_name="黑体")
    make_face(tmp_path / "simkai.ttf", "KaiTi", chinese_name="楷体")
    make_face(tmp_path / "simsun.ttf", "SimSun", chinese_name="宋体")
    make_face(tmp_path / "FZXBSJW.TTF", "FZXiaoBiaoSong-B05S", chinese_name="方正小标宋简体")
    faces = find_faces([tmp_path])
    assert {role: face.name for role, face in faces.by_role.items()} == {
        Role.FANGSONG: "仿宋",
        Role.TITLE: "方正小标宋简体",
        Role.HEI: "黑体",
        Role.KAI: "楷体",
        Role.SONG: "宋体",
    }
    assert not any(face.stand_in for face in faces.by_role.values())


def test_a_face_is_known_by_the_names_in_its_file_and_not_by_the_files_name(tmp_path, make_face):
    make_face(tmp_path / "simfang.ttf", "SimHei")
    faces = find_faces([tmp_path])
    assert not faces.by_role[Role.HEI].stand_in
    assert faces.by_role[Role.FANGSONG].stand_in


def test_a_face_without_the_common_characters_is_refused_with_its_reason(tmp_path, make_face):
    make_face(tmp_path / "simfang.ttf", "FangSong", "仿宋体样张")
    make_face(tmp_path / "simhei.ttf", "SimHei")
    faces = find_faces([tmp_path])
    assert faces.by_role[Role.FANGSONG].name == "SimHei"
    assert [(refused.name, refused.reason) for refused in faces.refused] == [("FangSong", "缺少3774个常用字")]


def test_a_face_whose_characters_have_no_outlines_is_refused(tmp_path, make_face):
    make_face(tmp_path / "simfang.ttf", "FangSong", blank=True)
    make_face(tmp_path / "simhei.ttf", "SimHei")
    assert find_faces([tmp_path]).by_role[Role.FANGSONG].name == "SimHei"


@pytest.mark.parametrize(
    ("bits", "reason"),
    [
        (0x0002, "字体许可不允许嵌入文件"),
        (0x0102, "字体许可不允许嵌入文件"),
        (0x0104, "字体许可不允许取子集嵌入"),
        (0x0204, "字体许可只允许嵌入点阵"),
    ],
)
def test_a_face_whose_licence_bits_forbid_it_is_refused(tmp_path, make_face, bits, reason):
    make_face(tmp_path / "fz.ttf", "方正小标宋简体", embedding=bits)
    make_face(tmp_path / "simsun.ttf", "SimSun")
    faces = find_faces([tmp_path])
    assert faces.by_role[Role.TITLE].stand_in
    assert faces.by_role[Role.TITLE].name == "SimSun"
    assert [refused.reason for refused in faces.refused] == [reason]


@pytest.mark.parametrize("bits", [0x0000, 0x0004, 0x0008, 0x000A])
def test_a_face_that_may_be_embedded_for_print_or_editing_serves(tmp_path, make_face, bits):
    make_face(tmp_path / "fz.ttf", "方正小标宋简体", embedding=bits)
    assert not find_faces([tmp_path]).by_role[Role.TITLE].stand_in


def test_a_damaged_font_in_the_folder_stops_nothing(tmp_path, make_face):
    good = make_face(tmp_path / "simsun.ttf", "SimSun").read_bytes()
    (tmp_path / "cut.ttf").write_bytes(good[: len(good) // 2])
    (tmp_path / "empty.ttf").write_bytes(b"")
    (tmp_path / "text.ttf").write_text("不是字体", "utf-8")
    (tmp_path / "collection.ttc").write_bytes(b"ttcf\0\1\0\0\xff\xff\xff\xff")
    faces = find_faces([tmp_path])
    assert faces.by_role[Role.SONG].file.name == "simsun.ttf"


def test_an_installed_face_goes_before_a_built_one_and_a_built_one_before_a_free_one(tmp_path, make_face):
    built, installed = tmp_path / "built", tmp_path / "installed"
    make_face(built / "a.ttf", "Built Fang")
    make_face(built / "b.ttf", "Built Song")
    make_face(installed / "c.ttf", "仿宋_GB2312")
    make_face(installed / "d.ttf", "Noto Serif SC")
    listed = [
        {"role": "fangsong", "file": "a.ttf", "stand_in": False, "licence": "OFL-1.1"},
        {"role": "song", "file": "b.ttf", "stand_in": True, "licence": "OFL-1.1"},
    ]
    (built / "faces.json").write_text(json.dumps({"faces": listed, "fallbacks": ["b.ttf"]}), "utf-8")
    faces = find_faces([built, installed])
    assert faces.by_role[Role.FANGSONG].name == "仿宋_GB2312"
    assert faces.by_role[Role.SONG].name == "Built Song"
    assert faces.by_role[Role.SONG].stand_in
    assert faces.fallbacks[0].name == "Built Song"


def test_a_spoilt_list_of_built_faces_counts_as_none(tmp_path, make_face):
    make_face(tmp_path / "simsun.ttf", "SimSun")
    (tmp_path / "faces.json").write_text('{"faces": [1, 2]}', "utf-8")
    assert find_faces([tmp_path]).by_role[Role.SONG].name == "SimSun"


def test_without_any_chinese_face_the_official_is_told_what_to_do(tmp_path):
    with pytest.raises(UserError, match="没有找到可用的中文字体"):
        find_faces([tmp_path, tmp_path / "absent"])


def test_what_was_read_is_kept_and_read_anew_only_when_the_file_changes(tmp_path, make_face, monkeypatch):
    fonts, cache = tmp_path / "fonts", tmp_path / "cache"
    song = make_face(fonts / "simsun.ttf", "SimSun")
    find_faces([fonts], cache=cache)
    read = []
    monkeypatch.setattr(
        "jizhou_desktop.documents.fonts.facts_cache.read_facts", lambda file: read.append(file.name) or []
    )
    assert find_faces([fonts], cache=cache).by_role[Role.SONG].name == "SimSun"
    assert read == []
    make_face(song, "SimHei", embedding=4)
    with pytest.raises(UserError):
        find_faces([fonts], cache=cache)
    assert read == ["simsun.ttf"]


def test_a_damaged_or_read_only_cache_only_costs_time(tmp_path, make_face):
    make_face(tmp_path / "fonts" / "simsun.ttf", "SimSun")
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "faces-read.json").write_text('{"version": 1, "files": {"x": 3}}', "utf-8")
    assert find_faces([tmp_path / "fonts"], cache=cache).by_role[Role.SONG].name == "SimSun"
    shutil.rmtree(cache)
    cache.write_text("a file where the folder should be", "utf-8")
    assert find_faces([tmp_path / "fonts"], cache=cache).by_role[Role.SONG].name == "SimSun"


def test_a_face_of_rare_characters_helps_out_though_it_lacks_the_common_ones(tmp_path, make_face):
    make_face(tmp_path / "simsun.ttf", "SimSun")
    make_face(tmp_path / "simsunb.ttf", "SimSun-ExtB", "𬺓𠮷")
    faces = find_faces([tmp_path])
    assert [face.name for face in faces.fallbacks] == ["SimSun-ExtB", "SimSun"]


def test_no_damage_to_a_font_file_stops_the_search(tmp_path, make_face):
    whole = make_face(tmp_path / "whole.ttf", "SimSun", "一二三").read_bytes()
    make_face(tmp_path / "simhei.ttf", "SimHei")
    dice = random.Random(20200721)
    for number in range(150):
        damaged = bytearray(whole)
        for _ in range(dice.randint(1, 8)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        (tmp_path / f"{number}.ttf").write_bytes(damaged)
    assert find_faces([tmp_path]).by_role[Role.HEI].name == "SimHei"
