"""A package is whole or absent, and says the same for the same year's data."""

import zipfile

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.handoff.package import write_package
from jizhou_desktop.handoff.verify import read_package

from .conftest import EVIDENCE


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


def test_text_is_packed_and_evidence_is_not(package):
    with zipfile.ZipFile(package) as container:
        kinds = {entry.filename.split("/")[0]: entry.compress_type for entry in container.infolist()}
    assert kinds["records.jsonl"] == zipfile.ZIP_DEFLATED
    assert kinds["attachments"] == zipfile.ZIP_STORED
