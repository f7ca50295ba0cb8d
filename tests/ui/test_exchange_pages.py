"""Handing over, verifying, taking in at the district, backing up: by the page's own errands."""

import pytest

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks.check import check
from jizhou_desktop.tasks.explain import explain
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create, open_workspace
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.exchange_pages import ExchangePages


def settle(panel, qtbot) -> None:
    qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)


@pytest.fixture
def package(filled, shown, tmp_path, qtbot):
    asked = [problem for problem in check(filled.workspace, year=2020) if problem.is_open]
    explain(filled.workspace, asked, "企业迁址，档案仍由本镇保管", now=filled.now())
    pages = shown(ExchangePages(filled))
    out = tmp_path / "渔阳镇-2020-1.jzb"
    pages.errands.hand_over(out)
    settle(pages.errands.panel, qtbot)
    assert "已写出" in pages.errands.strip.words.text()
    return out


def test_a_package_is_verified(package, filled, shown, qtbot):
    pages = shown(ExchangePages(filled))
    pages.errands.verify(package)
    settle(pages.errands.panel, qtbot)
    told = pages.errands.strip.words.text()
    assert "数据包完整" in told
    assert "企业档案3条" in told


def test_a_damaged_package_is_told(package, filled, shown, qtbot):
    data = bytearray(package.read_bytes())
    data[len(data) // 4] ^= 0xFF  # within the records, not in a header that nobody reads
    package.write_bytes(data)
    pages = shown(ExchangePages(filled))
    pages.errands.verify(package)
    settle(pages.errands.panel, qtbot)
    assert pages.errands.strip.property("tone") == "error"


@pytest.fixture
def district(tmp_path, now):
    workspace = create(tmp_path / "区", office_code="120119", clerk="李汇总")
    yield Desk(workspace, 2020, lambda: now, uids_from("district"))
    workspace.close()


def test_the_district_takes_the_package_in_and_gives_a_receipt(package, district, shown, qtbot):
    pages = shown(ExchangePages(district))
    page = pages.take_in()
    page.look(package)
    settle(page.panel, qtbot)
    assert district.workspace.records.count(Kind.ENTERPRISE) == 0
    with qtbot.waitSignal(page.taken, timeout=20_000):
        page.save()
    assert district.workspace.records.count(Kind.ENTERPRISE) == 3
    told = page.strip.words.text()
    assert "数据包已收到" in told
    assert "接收人：李汇总" in told


def test_backed_up_and_restored_beside(filled, shown, tmp_path, now, qtbot):
    pages = shown(ExchangePages(filled))
    out, to = tmp_path / "备份.zip", tmp_path / "恢复"
    for errand in (lambda: pages.errands.back_up(out), lambda: pages.errands.restore(out, to)):
        errand()
        settle(pages.errands.panel, qtbot)
    with open_workspace(to, now=now) as restored:
        assert restored.records.count(Kind.ENTERPRISE) == 3
