"""A file is whole or absent, whatever happens while it is written."""

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.files import whole
from jizhou_desktop.files.whole import whole_file


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path):
    target = tmp_path / "名单.txt"
    target.write_text("旧", "utf-8")
    with whole_file(target) as part:
        part.write_text("新", "utf-8")
        assert target.read_text("utf-8") == "旧"
    assert target.read_text("utf-8") == "新"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_half_way_leaves_the_old_file_and_no_scraps(tmp_path):
    target = tmp_path / "名单.txt"
    target.write_text("旧", "utf-8")
    with pytest.raises(KeyError), whole_file(target) as part:
        part.write_text("新" + {}["缺"], "utf-8")
    assert target.read_text("utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [target]


def test_what_does_not_pass_its_check_never_gets_the_name(tmp_path):
    def refuse(_):
        raise UserError("写出的文件不完整。")

    with pytest.raises(UserError, match="不完整"), whole_file(tmp_path / "a", check=refuse) as part:
        part.write_text("x")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_in_a_sentence(tmp_path):
    with pytest.raises(UserError, match="请检查磁盘空间"), whole_file(tmp_path / "a"):
        raise OSError(28, "No space left on device")


def test_a_file_held_for_a_moment_is_replaced_at_the_next_try(tmp_path, monkeypatch):
    monkeypatch.setattr(whole, "_PAUSE_SECONDS", 0)
    replace, held = whole.Path.replace, [True, True]

    def held_twice(self, target):
        if held:
            held.pop()
            raise PermissionError(13, "held")
        return replace(self, target)

    monkeypatch.setattr(whole.Path, "replace", held_twice)
    with whole_file(tmp_path / "a") as part:
        part.write_text("x")
    assert (tmp_path / "a").read_text() == "x"


def test_a_file_held_for_good_is_told_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(whole, "_PAUSE_SECONDS", 0)

    def held(_self, _target):
        raise PermissionError(13, "held")

    monkeypatch.setattr(whole.Path, "replace", held)
    with pytest.raises(UserError, match="占用"), whole_file(tmp_path / "a") as part:
        part.write_text("x")
