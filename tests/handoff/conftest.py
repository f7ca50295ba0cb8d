"""A small year of 渔阳镇, ready to be handed over."""

import hashlib
from pathlib import Path
from uuid import UUID

import pytest

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.office import Level, Office
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.snapshot import Snapshot
from jizhou_desktop.handoff.package import write_package

YUYANG = Office("120119100", "渔阳镇", "天津市蓟州区渔阳镇人民政府", Level.TOWNSHIP, "渔政发")
EVIDENCE = "设备清单与发票".encode()


def uid(number: int) -> str:
    return str(UUID(int=number))


def enterprise(number: int = 1, *, revision: int = 1, office: str = YUYANG.code, name: str = "样例机械厂") -> Record:
    return Record(
        uid=uid(number),
        kind=Kind.ENTERPRISE,
        office=office,
        values={"name": name, "capital": 120_000_000, "remarks": None},
        form="enterprise",
        revision=revision,
        changed_at="2020-12-01T09:30:00+08:00",
        changed_by="王样例",
    )


def year_snapshot(records: tuple[Record, ...], *, sequence: int = 1, attachments=()) -> Snapshot:
    return Snapshot(YUYANG, 2020, sequence, "2020-12-20T10:00:00+08:00", "王样例", records, tuple(attachments))


@pytest.fixture
def evidence(tmp_path) -> tuple[Attachment, dict[str, Path]]:
    digest = hashlib.sha256(EVIDENCE).hexdigest()
    file = tmp_path / "evidence"
    file.write_bytes(EVIDENCE)
    row = Attachment(uid(90), uid(1), "设备清单", "设备清单", "清单.pdf", "2020-10-28", digest, len(EVIDENCE))
    return row, {digest: file}


@pytest.fixture
def snapshot(evidence) -> Snapshot:
    figures = Record(
        uid=uid(2),
        kind=Kind.YEAR_FIGURES,
        office=YUYANG.code,
        values={"year": 2020, "revenue": 563_000_000},
        form="year-figures",
        year=2020,
        parent=uid(1),
        revision=3,
        changed_at="2020-12-02T08:00:00+08:00",
        changed_by="王样例",
    )
    return year_snapshot((enterprise(), figures), attachments=[evidence[0]])


@pytest.fixture
def package(snapshot, evidence, tmp_path) -> Path:
    out = tmp_path / "渔阳镇-2020-1.jzb"
    write_package(snapshot, evidence[1], out)
    return out
