"""A package that was damaged, changed or made with ill will is refused in one sentence."""

import json
import zipfile

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.handoff import container
from jizhou_desktop.handoff.manifest import canonical
from jizhou_desktop.handoff.verify import read_package, verify


def rewritten(package, changes, added=()):
    """The package with some parts replaced (None leaves one out) and others added."""
    with zipfile.ZipFile(package) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts.update(changes)
    out = package.with_name("changed.jzb")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in [*parts.items(), *added]:
            if data is not None:
                target.writestr(name, data)
    return out


def manifest_with(package, **said):
    with zipfile.ZipFile(package) as source:
        return canonical({**json.loads(source.read("manifest.json")), **said})


def sentence(package):
    (problem,) = verify(package).problems
    return problem.message


def test_a_sound_package_gives_its_cover_sheet(package):
    found = verify(package)
    assert (found.manifest.office.name, found.manifest.year, found.manifest.sequence) == ("渔阳镇", 2020, 1)
    assert found.problems == ()


def test_every_flipped_byte_is_noticed(package):
    sound = package.read_bytes()
    digest = verify(package).manifest.digest
    for position in range(0, len(sound), 3):
        package.write_bytes(sound[:position] + bytes([sound[position] ^ 0x20]) + sound[position + 1 :])
        found = verify(package)
        # a few bytes of the zip's own bookkeeping carry nothing: then the content must be the very same
        assert found.problems or found.manifest.digest == digest


@pytest.mark.parametrize("length", [0, 1, 100, 0.5, 0.99])
def test_a_copy_that_broke_off_is_damaged(package, length):
    sound = package.read_bytes()
    package.write_bytes(sound[: int(length * len(sound)) if length < 1 else length])
    assert "损坏" in sentence(package)


def test_a_record_changed_on_the_way_is_noticed(package):
    with zipfile.ZipFile(package) as source:
        records = source.read("records.jsonl")
    assert "摘要不符" in sentence(rewritten(package, {"records.jsonl": records.replace(b"563000000", b"963000000")}))


def test_a_cover_sheet_changed_on_the_way_is_noticed(package):
    assert "封面被改动" in sentence(rewritten(package, {"manifest.json": manifest_with(package, year=2021)}))


def test_a_package_of_a_newer_version_asks_for_an_update(package):
    newer = rewritten(package, {"manifest.json": manifest_with(package, version=2)})
    assert "由更新的版本导出" in sentence(newer)


@pytest.mark.parametrize("name", ["../escape.txt", "/etc/passwd", "attachments/../../x", "C:\\x", "records.jsonl/x"])
def test_a_part_with_a_path_of_its_own_is_refused(package, name):
    assert "不认识的文件" in sentence(rewritten(package, {}, added=[(name, b"x")]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(package):
    assert "同名文件" in sentence(rewritten(package, {}, added=[("records.jsonl", b"{}")]))


def test_a_part_that_swells_is_refused_before_it_is_unpacked(package):
    assert "压缩比异常" in sentence(rewritten(package, {"records.jsonl": b" " * (20 << 20)}))


def test_a_part_too_large_is_refused(package, monkeypatch):
    monkeypatch.setattr(container, "most_bytes", lambda _: 10)
    assert "过大" in sentence(package)


def test_a_missing_part_is_named(package):
    assert "records.jsonl" in sentence(rewritten(package, {"records.jsonl": None}))


def test_a_file_of_another_kind_is_not_a_package(tmp_path):
    other = tmp_path / "a.jzb"
    other.write_text("企业名称,信用代码", "utf-8")
    assert "不是数据包" in sentence(other)


def test_a_zip_without_a_cover_sheet_is_not_a_package(package):
    assert "不是数据包" in sentence(rewritten(package, {"manifest.json": None}))


def test_a_missing_file_is_wrong_use(tmp_path):
    with pytest.raises(UserError, match="找不到文件"):
        verify(tmp_path / "none.jzb")


def test_reading_a_damaged_package_raises_the_same_sentence(package):
    package.write_bytes(package.read_bytes()[:-30])
    with pytest.raises(UserError, match="损坏"):
        read_package(package)
