"""A row that is not exactly a record is refused, and the sentence says what is wrong in it."""

import pytest

from jizhou_desktop.domain.record import as_plain
from jizhou_desktop.handoff.rows import read_attachment, read_record

from .conftest import enterprise, uid

SOUND = as_plain(enterprise())


def test_a_sound_row_is_the_record():
    assert read_record(SOUND) == enterprise()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"uid": "../../etc"}, "记录号"),
        ({"uid": 7}, "记录号"),
        ({"kind": "virus"}, "virus"),
        ({"form": "../x"}, "表单"),
        ({"parent": "x"}, "所属企业"),
        ({"revision": 0}, "revision"),
        ({"revision": True}, "revision"),
        ({"year": 20200}, "年度"),
        ({"changed_at": "昨天"}, "昨天"),
        ({"office": None}, "office"),
        ({"values": {"name": 1.5}}, "name"),
        ({"values": {"name": True}}, "name"),
        ({"values": {"name": "长" * 20_001}}, "name"),
        ({"values": {"name": 2**63}}, "name"),
        ({"values": {"name": "半个字\ud800"}}, "name"),
        ({"values": {"name": "铃\x07"}}, "name"),
        ({"changed_by": "王\x00"}, "changed_by"),
        ({"values": {"x; DROP TABLE": "1"}}, "项目名"),
        ({"extra": 1}, "项目不全或多余"),
    ],
)
def test_a_row_of_another_shape_is_refused(change, said):
    with pytest.raises((KeyError, TypeError, ValueError), match=said):
        read_record({**SOUND, **change})


@pytest.mark.parametrize("change", [{"digest": "00"}, {"size": -1}, {"dated": "2020年"}, {"title": None}, {"uid": ""}])
def test_evidence_of_another_shape_is_refused(change):
    sound = {
        "uid": uid(9), "record": uid(1), "kind": "发票", "title": "发票", "name": "a.pdf", "dated": "2020-10-28",
        "digest": "a" * 64, "size": 3,
    }  # fmt: skip
    assert read_attachment(sound).title == "发票"
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_attachment({**sound, **change})
