"""Which face helps which: like comes to like, and names in a PDF lead back to roles."""

from pathlib import Path

import pytest

from jizhou_desktop.documents.fonts.faces import Face, Faces
from jizhou_desktop.documents.fonts.role_names import role_of
from jizhou_desktop.domain.face import Role


def face(role, name):
    return Face(role, name, Path(f"{name}.ttf"))


def test_a_lacking_character_comes_from_a_face_of_the_same_kind_first():
    by_role = {role: face(role, role.value) for role in Role}
    serif, sans = face(Role.SONG, "noto-serif"), face(Role.HEI, "noto-sans")
    faces = Faces(by_role, (serif, sans))
    assert [one.name for one in faces.chain(Role.FANGSONG)][:2] == ["fangsong", "noto-serif"]
    assert [one.name for one in faces.chain(Role.HEI)][:2] == ["hei", "noto-sans"]


def test_a_chain_names_each_face_once_and_tries_them_all():
    by_role = {role: face(role, role.value) for role in Role}
    chain = Faces(by_role, (by_role[Role.SONG],)).chain(Role.KAI)
    assert len(chain) == len(set(chain)) == 5


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("FangSong_GB2312", Role.FANGSONG),
        ("FZXBSJW--GB1-0", Role.TITLE),
        ("SimHei", Role.HEI),
        ("KaiTi", Role.KAI),
        ("NSimSun", Role.SONG),
        ("FandolSong-Bold", Role.TITLE),
        ("NotoSansSC-Medium", Role.HEI),
        ("NotoSerifSC-Regular", Role.SONG),
        ("MicrosoftYaHei", None),
        ("Helvetica", None),
    ],
)
def test_a_face_in_a_pdf_is_known_by_its_postscript_name(name, role):
    assert role_of(name) is role
