"""A package of every release still verifies, and a district of today takes it in."""

from datetime import datetime
from pathlib import Path

import pytest

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import take_in
from jizhou_desktop.tasks.hand_over import verify
from jizhou_desktop.tasks.uids import new_uid
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2021-01-05T09:00:00+08:00")
DIGESTS = {"0.1.0": "ca0a50359b82a4d27a7c59e8471ed676d659a50be2df32eff8998a0b0ca288ac"}


@pytest.mark.parametrize(("release", "digest"), DIGESTS.items())
def test_a_package_of_an_earlier_release_is_taken_in_whole(release, digest, tmp_path):
    package = Path(__file__).parent / release / "package.jzb"
    assert verify(package).manifest.digest == digest
    with create(tmp_path / "区级", office_code="120119", clerk="李样例") as district:
        looked = take_in.look(district, package)
        take_in.save(district, looked, now=NOW, new_uid=new_uid)
        assert len(district.records.all_of(Kind.ENTERPRISE)) == 10
        assert {claim["amount"] for claim in district.records.all_of(Kind.CLAIM)} == {36_600_000, 31_200_000}
        assert len(district.attachments.all()) == 2


def test_there_is_a_package_of_every_release():
    kept = {file.parent.name for file in Path(__file__).parent.glob("*/package.jzb")}
    assert kept == set(DIGESTS)
