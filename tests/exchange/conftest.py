"""The forms and codes that rosters are read by, and a shorter way to read one."""

import pytest

from jizhou_desktop.exchange.roster import read_roster
from jizhou_desktop.exchange.subjects import subjects
from jizhou_desktop.tasks import resources


@pytest.fixture(scope="session")
def codes():
    return resources.codes()


@pytest.fixture(scope="session")
def read(codes):
    def read(file, *, year=2020, chosen=None, **options):
        remembered = {"enterprise": chosen or {}}
        return read_roster(
            file, subjects=subjects(resources.forms()), codes=codes, year=year, remembered=remembered, **options
        )

    return read


@pytest.fixture
def roster(tmp_path, read):
    """A csv roster of the given rows, read."""

    def roster(*rows, year=2020, chosen=None):
        file = tmp_path / "花名册.csv"
        file.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
        return read(file, year=year, chosen=chosen)

    return roster
