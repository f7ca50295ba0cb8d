"""The set of faces: best source first, stand-ins where it fails, whole or absent, and never done twice."""

import json
import os

import pytest

from jizhou_desktop.setup.faces import build as building
from jizhou_desktop.setup.faces.build import build_faces
from jizhou_desktop.setup.faces.check import gb2312, standard_characters
from jizhou_desktop.setup.faces.fetch import Fetched, NotFetched

ROLES = ["fangsong", "title", "hei", "kai", "song", "screen"]


class Registries:
    """Three registries that answer with trial faces; `down` names those that do not answer."""

    def __init__(self, make_face) -> None:
        common = gb2312()[:3755]
        whole = dict.fromkeys([*common, *standard_characters()])
        self.faces = {
            "apt": make_face(common, name="fandol.otf").read_bytes(),
            "npm": make_face(whole, postscript=False, name="noto.ttf").read_bytes(),
            "pip": make_face(whole, name="pip.otf").read_bytes(),
        }
        self.clients = {"apt", "npm", "pip"}
        self.down: set[str] = set()
        self.asked: list[str] = []

    def fetch(self, registry, package, version, members, into):
        del into
        self.asked.append(package)
        if registry in self.down:
            raise NotFetched("没有网络")
        face = self.faces[registry]
        return Fetched(version or "2022", {m: face if m.endswith(("ttf", "otf")) else b"licence text" for m in members})


@pytest.fixture
def registries(make_face, tmp_path, monkeypatch):
    made = Registries(make_face)
    monkeypatch.setattr(building, "fetch", made.fetch)
    monkeypatch.setattr(building, "available", lambda name: name in made.clients)
    monkeypatch.setenv("JIZHOU_FACES_CACHE", str(tmp_path / "cache"))
    return made


@pytest.fixture
def said():
    return []


def _listed(folder):
    return json.loads((folder / "faces.json").read_text("utf-8"))


def _by_role(folder):
    return {face["role"]: face for face in _listed(folder)["faces"]}


@pytest.mark.usefixtures("registries")
def test_each_role_gets_its_own_face_with_the_licence_beside_it(tmp_path, said):
    built = tmp_path / "built"
    assert build_faces(built, said.append) == []
    faces = _by_role(built)
    assert sorted(faces) == sorted(ROLES)
    assert not any(face["stand_in"] for face in faces.values())
    assert {role: face["source"] for role, face in faces.items()} == {
        "fangsong": "apt", "title": "apt", "kai": "apt", "hei": "npm", "song": "npm", "screen": "npm",
    }  # fmt: skip
    for face in faces.values():
        assert (built / face["file"]).stat().st_size > 0
        assert "licence text" in (built / face["licence_file"]).read_text()
    assert faces["kai"]["converted"] is True
    assert (built / faces["kai"]["licence_file"]).read_text().startswith("The outlines of this face were converted")


def test_a_package_is_downloaded_once_for_all_its_faces(registries, tmp_path, said):
    build_faces(tmp_path / "built", said.append)
    assert sorted(registries.asked) == [
        "@expo-google-fonts/noto-sans-sc", "@expo-google-fonts/noto-serif-sc", "texlive-lang-chinese",
    ]  # fmt: skip


def test_a_second_run_downloads_nothing_and_touches_nothing(registries, tmp_path, said):
    build_faces(tmp_path / "built", said.append)
    times = {file.name: file.stat().st_mtime_ns for file in (tmp_path / "built").iterdir()}
    registries.asked.clear()
    assert build_faces(tmp_path / "built", said.append) == []
    assert registries.asked == []
    assert said[-1] == "字体已就绪，无需重做"
    assert times == {file.name: file.stat().st_mtime_ns for file in (tmp_path / "built").iterdir()}


def test_a_new_checkout_takes_the_faces_from_the_cache_even_without_a_network(registries, tmp_path, said):
    build_faces(tmp_path / "built", said.append)
    registries.asked.clear()
    registries.down = {"apt", "npm", "pip"}
    assert build_faces(tmp_path / "other" / "built", said.append) == []
    assert registries.asked == []
    assert _by_role(tmp_path / "other" / "built") == _by_role(tmp_path / "built")


def test_where_only_pip_answers_its_faces_stand_in_and_the_list_says_so(registries, tmp_path, said):
    registries.clients = {"pip"}
    assert build_faces(tmp_path / "built", said.append) == []
    faces = _by_role(tmp_path / "built")
    assert {role for role, face in faces.items() if face["stand_in"]} == {"fangsong", "title", "kai"}
    assert {face["file"] for face in faces.values()} == {"NotoSerifSC-Regular.ttf", "NotoSansSC-Regular.ttf"}


def test_a_source_that_fails_is_told_replaced_and_asked_again_the_next_time(registries, tmp_path, said):
    registries.down = {"apt"}
    assert build_faces(tmp_path / "built", said.append) == []
    assert "字体包 texlive-lang-chinese 没有取得（没有网络），改用其他来源" in said
    assert _by_role(tmp_path / "built")["kai"]["stand_in"] is True
    registries.down = set()
    build_faces(tmp_path / "built", said.append)
    assert _by_role(tmp_path / "built")["kai"]["file"] == "FandolKai-Regular.ttf"


def test_where_nothing_answers_the_roles_without_a_face_are_named(registries, tmp_path, said):
    registries.down = {"apt", "npm", "pip"}
    assert build_faces(tmp_path / "built", said.append) == ["仿宋", "小标宋", "黑体", "楷体", "宋体", "界面"]


def test_a_package_whose_face_is_damaged_is_not_used(registries, tmp_path, said):
    registries.faces["apt"] = registries.faces["apt"][:2000]
    assert build_faces(tmp_path / "built", said.append) == []
    assert _by_role(tmp_path / "built")["fangsong"]["source"] == "npm"
    assert any("FandolFang-Regular.ttf 不能用" in line for line in said)


def test_a_cached_face_that_was_cut_short_is_built_anew(registries, tmp_path, said):
    build_faces(tmp_path / "built", said.append)
    for face in (tmp_path / "cache").glob("*/FandolKai-Regular.ttf"):
        os.truncate(face, 100)
    registries.asked.clear()
    build_faces(tmp_path / "second", said.append)
    assert registries.asked == ["texlive-lang-chinese"]


@pytest.mark.usefixtures("registries")
def test_the_old_faces_stay_when_the_new_cannot_be_written(tmp_path, said, monkeypatch):
    build_faces(tmp_path / "built", said.append)
    before = _listed(tmp_path / "built")
    (tmp_path / "built" / before["faces"][0]["file"]).unlink()

    def full_disk(_source, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(building.shutil, "copyfile", full_disk)
    with pytest.raises(OSError, match="No space"):
        build_faces(tmp_path / "built", said.append)
    assert _listed(tmp_path / "built") == before
    assert not list(tmp_path.glob("built.*"))


@pytest.mark.usefixtures("registries")
def test_a_container_without_semaphores_makes_the_faces_one_after_the_other(tmp_path, said, monkeypatch):
    def forbidden(**_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(building, "ProcessPoolExecutor", forbidden)
    assert build_faces(tmp_path / "built", said.append) == []
    assert sorted(_by_role(tmp_path / "built")) == sorted(ROLES)


@pytest.mark.usefixtures("registries")
def test_roles_that_the_system_serves_are_left_out(tmp_path, said):
    served = {"fangsong", "hei", "kai", "song", "screen"}
    assert build_faces(tmp_path / "built", said.append, served) == []
    assert list(_by_role(tmp_path / "built")) == ["title"]


@pytest.mark.usefixtures("registries")
def test_fallbacks_are_faces_that_have_every_standard_character(tmp_path, said):
    build_faces(tmp_path / "built", said.append)
    assert _listed(tmp_path / "built")["fallbacks"] == ["NotoSerifSC_400Regular.ttf", "NotoSansSC_500Medium.ttf"]
