"""An empty workspace of 渔阳镇."""

from datetime import datetime
from uuid import UUID

import pytest

from jizhou_desktop.domain.office import Level, Office, Profile
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
YUYANG = Office("120119100", "渔阳镇", "天津市蓟州区渔阳镇人民政府", Level.TOWNSHIP, "渔政发")


def enterprise(number: int = 1, name: str = "天津渔山精密机械有限公司", **values) -> Record:
    return Record(str(UUID(int=number)), Kind.ENTERPRISE, YUYANG.code, {"name": name, **values}, "enterprise")


@pytest.fixture
def workspace(tmp_path):
    with Workspace.create(tmp_path / "ws", Profile(YUYANG, "王样例")) as made:
        yield made


@pytest.fixture
def save(workspace):
    """Saves a record as the clerk would."""

    def save(record, *, by="王样例", at="2020-12-01T09:30:00+08:00", why=""):
        return workspace.records.save(record, by=by, at=at, why=why)

    return save
