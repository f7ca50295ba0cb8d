"""A package that was damaged, changed or made with ill will is refused in one sentence."""

import hashlib
import json
import zipfile
from dataclasses import replace
from itertools import product

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.office import Level, Office
from jizhou_desktop.domain.record import as_plain
from jizhou_desktop.handoff import container
from jizhou_desktop.handoff import verify as verify_module
from jizhou_desktop.handoff.manifest import Part, canonical, from_plain, to_bytes
from jizhou_desktop.handoff.verify import read_package, verify

from .conftest import enterprise


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


def forged(package, records=None, **said):
    """The package with other contents and a cover sheet that agrees with them in every digest."""
    with zipfile.ZipFile(package) as source:
        manifest = from_plain(json.loads(source.read("manifest.json")))
    changes = {}
    if records is not None:
        changes["records.jsonl"] = records
        part = Part(len(records), hashlib.sha256(records).hexdigest())
        said["parts"] = {**manifest.parts, "records.jsonl": part}
    changes["manifest.json"] = to_bytes(replace(manifest, **said))
    return rewritten(package, changes)


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
    for position, flip in product(range(0, len(sound), 2), (0x20, 0xFF)):
        package.write_bytes(sound[:position] + bytes([sound[position] ^ flip]) + sound[position + 1 :])
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
    newer = rewritten(package, {"manifest.json": manifest_with(package, version=3)})
    assert "由更新的版本导出" in sentence(newer)


@pytest.mark.parametrize("name", ["../escape.txt", "/etc/passwd", "attachments/../../x", "C:\\x", "records.jsonl/x"])
def test_a_part_with_a_path_of_its_own_is_refused(package, name):
    assert "不认识的文件" in sentence(rewritten(package, {}, added=[(name, b"x")]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(package):
    assert "同名文件" in sentence(rewritten(package, {}, added=[("records.jsonl", b"{}")]))


def test_a_part_that_swells_is_refused_before_it_is_unpacked(package):
    assert "压缩比异常" in sentence(rewritten(package, {"records.jsonl": b" " * (20 << 20)}))


def test_parts_that_lie_over_one_another_are_refused(package):
    out = package.with_name("overlapped.jzb")
    with zipfile.ZipFile(out, "w") as target:
        target.writestr(f"attachments/{'a' * 64}", bytes(100_000))
        first = target.filelist[0]
        for letter in "bcd":
            again = zipfile.ZipInfo(f"attachments/{letter * 64}")
            again.header_offset, again.CRC = first.header_offset, first.CRC
            again.file_size, again.compress_size = first.file_size, first.compress_size
            target.filelist.append(again)
            target.NameToInfo[again.filename] = again
    assert "互相重叠" in sentence(out)


def test_a_directory_too_large_is_not_read(package, monkeypatch):
    monkeypatch.setattr(container, "MOST_BYTES_AT_ONCE", 100)
    assert "不是数据包" in sentence(package)


def test_too_many_parts_are_refused(package, monkeypatch):
    monkeypatch.setattr(container, "MOST_PARTS", 4)
    assert "过多（5个）" in sentence(package)


def test_a_package_too_large_in_all_is_refused(package, monkeypatch):
    monkeypatch.setattr(container, "MOST_BYTES_IN_ALL", 1000)
    assert "展开后过大" in sentence(package)


def test_an_odd_way_of_packing_is_refused(package):
    out = package.with_name("lzma.jzb")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as target:
        target.writestr("records.jsonl", b"{}" * 1000)
    assert "压缩方式不认识" in sentence(out)


def test_a_locked_package_is_refused(package):
    sound = bytearray(package.read_bytes())
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        sound[sound.index(start) + flags] |= 1
    package.write_bytes(sound)
    assert "被加密" in sentence(package)


def test_a_row_too_long_is_refused(package, monkeypatch):
    monkeypatch.setattr(verify_module, "MOST_BYTES_OF_A_ROW", 100)
    assert "第1行过长" in sentence(package)


def test_more_rows_than_a_district_has_are_refused(package, monkeypatch):
    monkeypatch.setattr(verify_module, "MOST_ROWS", 1)
    assert "多于1条" in sentence(package)


@pytest.mark.parametrize(
    "row",
    [
        b"[]",
        b"7",
        b"null",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b"9" * 10_000,
        canonical({**as_plain(enterprise()), "values": []}),
        canonical({**as_plain(enterprise()), "values": {"name": {"deep": 1}}}),
        canonical({**as_plain(enterprise()), "kind": []}),
        canonical({**as_plain(enterprise()), "parent": 1}),
    ],
    ids=lambda row: row[:12].decode("latin-1"),
)
def test_a_forged_row_that_is_no_record_is_named_by_its_line(package, row):
    assert "records.jsonl 第1行不是有效记录" in sentence(forged(package, records=row + b"\n"))


def test_two_rows_of_one_uid_are_refused(package):
    row = canonical(as_plain(enterprise())) + b"\n"
    assert "重复的记录号" in sentence(forged(package, records=row + row, counts={"enterprise": 2}))


def test_counts_that_disagree_are_refused(package):
    assert "记录数与封面不一致" in sentence(forged(package, counts={"enterprise": 2}))


def test_the_records_of_another_office_are_refused(package):
    row = canonical(as_plain(enterprise(office="120119104"))) + b"\n"
    assert "不属于报送单位渔阳镇" in sentence(forged(package, records=row, counts={"enterprise": 1}))


@pytest.mark.parametrize(
    "said",
    [
        {"made_at": "昨天"},
        {"made_by": "王\x00"},
        {"made_by": "长" * 201},
        {"year": -1},
        {"counts": {"virus": 1}},
        {"office": Office(120119100, "渔阳镇", "渔阳镇", Level.TOWNSHIP, "渔政发")},
    ],
)
def test_a_forged_cover_sheet_of_odd_answers_is_refused(package, said):
    assert "封面被改动" in sentence(forged(package, **said))


def test_nothing_lies_hidden_in_the_cover_sheet(package):
    assert "封面被改动" in sentence(rewritten(package, {"manifest.json": manifest_with(package, note="hidden")}))


@pytest.mark.parametrize("cover", [b"[]", b"7", b"{}", b"{", b"\xff", b'{"format":"other"}', b"[" * 100_000])
def test_a_cover_sheet_that_is_none_means_no_package(package, cover):
    assert "不是" in sentence(rewritten(package, {"manifest.json": cover}))


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
