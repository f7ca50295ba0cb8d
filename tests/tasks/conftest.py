"""A township's workspace with one enterprise, for tests that need no more."""

from datetime import datetime

import pytest

from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create


@pytest.fixture
def workspace(tmp_path):
    with create(tmp_path / "渔阳镇", office_code="120119100", clerk="王样例") as made:
        yield made


@pytest.fixture
def enterprise(workspace):
    answers = {
        "name": "天津州河金属结构制造有限公司",
        "uscc": "91120225MA06K2ER77",
        "industry": "3311",
        "place": "渔阳镇",
    }
    now = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
    return save_answers(workspace, "enterprise", answers, uid=uids_from("enterprise")(), now=now).record
