"""A package is whole or absent, and says the same for the same year's data."""

import zipfile
from dataclasses import replace

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.handoff.package import write_package
from jizhou_desktop.handoff.verify import read_package

from .conftest import EVIDENCE, enterprise, uid


def test_what_was_written_is_read_back_record_for_record(package, snapshot):
    assert read_package(package).snapshot.records == tuple(sorted(snapshot.records, key=lambda r: (r.kind, r.uid)))


def test_evidence_travels_with_its_record(package, evidence):
    read = read_package(package)
    assert read.snapshot.attachments == (evidence[0],)
    assert b"".join(read.evidence(evidence[0].digest)) == EVIDENCE


def test_the_same_data_gives_the_same_bytes(package, snapshot, evidence, tmp_path):
    again = tmp_path / "again.jzb"
    write_package(snapshot, evidence[1], again)
    assert again.read_bytes() == package.read_bytes()


def test_the_cover_sheet_counts_each_kind(package):
    assert read_package(package).manifest.counts == {"enterprise": 1, "year-figures": 1}


def test_a_missing_evidence_file_leaves_no_package(snapshot, evidence, tmp_path):
    next(iter(evidence[1].values())).unlink()
    out = tmp_path / "new.jzb"
    with pytest.raises(UserError, match="无法写入"):
        write_package(snapshot, evidence[1], out)
    assert not out.exists()
    assert not list(tmp_path.glob("*.part"))


def test_evidence_that_is_not_what_its_digest_says_leaves_no_package(snapshot, evidence, tmp_path):
    file = next(iter(evidence[1].values()))
    file.write_bytes(bytes(reversed(file.read_bytes())))
    with pytest.raises(UserError, match="设备清单”没有对应的记录或文件"):
        write_package(snapshot, evidence[1], tmp_path / "new.jzb")
    assert not (tmp_path / "new.jzb").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"office": "120119104"}, "不属于报送单位"),
        ({"year": 2021}, "不在数据包年度之内"),
        ({"year": 2018}, "不在数据包年度之内"),
        ({"parent": uid(77)}, "所属的企业不在数据包内"),
        ({"uid": uid(2)}, "重复的记录号"),
    ],
)
def test_a_record_that_does_not_belong_leaves_no_package(snapshot, evidence, tmp_path, wrong, said):
    stray = replace(enterprise(3), **wrong)
    with pytest.raises(UserError, match=said):
        write_package(replace(snapshot, records=(*snapshot.records, stray)), evidence[1], tmp_path / "new.jzb")
    assert not list(tmp_path.glob("new*"))


def test_an_old_package_of_that_name_stays_when_the_new_one_fails(package, snapshot, evidence):
    before = package.read_bytes()
    with pytest.raises(UserError):
        write_package(replace(snapshot, records=(enterprise(1, office="120119104"),)), evidence[1], package)
    assert package.read_bytes() == before


def test_the_order_of_records_changes_nothing(package, snapshot, evidence, tmp_path):
    turned = replace(snapshot, records=tuple(reversed(snapshot.records)))
    write_package(turned, evidence[1], tmp_path / "turned.jzb")
    assert (tmp_path / "turned.jzb").read_bytes() == package.read_bytes()


def test_text_is_packed_and_evidence_is_not(package):
    with zipfile.ZipFile(package) as container:
        kinds = {entry.filename.split("/")[0]: entry.compress_type for entry in container.infolist()}
    assert kinds["records.jsonl"] == zipfile.ZIP_DEFLATED
    assert kinds["attachments"] == zipfile.ZIP_STORED
