"""The funds in the window: the ledger, publicity, sharing out with a preview, and the office's own amounts."""

from datetime import datetime

import pytest

from jizhou_desktop.tasks.award_tables import plan_in_force
from jizhou_desktop.tasks.claim_steps import held
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create
from jizhou_desktop.ui.award_table_page import AwardTablePage
from jizhou_desktop.ui.claims_page import ClaimsPage
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.fund_page import FundPage
from tests.invented.claims import Claims

NOW = datetime.fromisoformat("2020-12-30T09:30:00+08:00")


@pytest.fixture
def bureau(tmp_path):
    workspace = create(tmp_path / "局", office_code="120119-gxj", clerk="李样例")
    yield Desk(workspace, 2020, lambda: NOW, uids_from("bureau"))
    workspace.close()


@pytest.fixture
def two(bureau):
    """360万 and 240万 asked of the 500万."""
    return Claims(bureau.workspace).checked(("甲", "6000", "1102"), ("乙", "4000", "1103"))


def test_the_ledger_tells_each_scheme_and_what_passes_its_fund(bureau, two, shown):
    page = shown(FundPage(bureau))
    rows = [page.table.data(page.table.index(3, column)) for column in range(8)]
    assert rows == ["三（三）　智能化技改", "2", "500", "600", "0", "0", "500", "申报超出100"]
    assert page.table.data(page.table.index(0, 2)) == "未定"
    assert len(two) == 2


def test_a_fund_is_shared_out_only_after_it_was_seen(bureau, two, shown):
    page = shown(FundPage(bureau))
    view = page.allocation
    view.ways.setCurrentText("按比例")
    assert [(row[0], row[2], row[5]) for row in view.words()] == [
        ("天津甲有限公司", "360", "300"), ("天津乙有限公司", "240", "200"),
    ]  # fmt: skip
    assert held(bureau.workspace, two[0]).standing.state == "现场核查"
    assert not view.apply()
    assert "依据" in view.remark.shown.text
    view.decision.setText("会议纪要〔2020〕3号")
    assert view.apply()
    assert held(bureau.workspace, two[0]).money.granted_fen == 300_000_000
    assert page.table.data(page.table.index(3, 6)) == "0"


def test_by_score_waits_for_every_score(bureau, two, shown):
    view = shown(FundPage(bureau)).allocation
    view.ways.setCurrentText("按评分")
    assert "还缺：" in view.remark.shown.text
    assert not view.confirm.isEnabled()
    for line in range(view.table.rowCount()):
        uid = view.table.item(line, 0).text()
        view.table.item(line, 4).setText("90" if "乙" in uid else "80")
    assert [(row[0], row[5]) for row in view.words()] == [("天津乙有限公司", "240"), ("天津甲有限公司", "260")]
    assert len(two) == 2


def test_publicity_begins_and_its_paper_is_asked_for(bureau, two, shown, qtbot):
    page = shown(FundPage(bureau))
    page.allocation.decision.setText("会议纪要")
    assert page.allocation.apply()
    with qtbot.waitSignal(page.print_asked) as asked:
        page.begin_publicity()
    assert asked.args == ["public-list"]
    assert {held(bureau.workspace, claim).standing.state for claim in two} == {"公示"}


def test_amounts_are_filled_in_within_the_plans_range(bureau, shown):
    page = shown(AwardTablePage(bureau))
    assert page.scheme == "high-tech"
    page.grid.paste("中型\t60")
    assert not page.save()
    assert "不在计划规定的30—50万元之内" in page.strip.words.text()
    page.grid.go_to(0, "amount")
    page.grid.paste("40")
    page.basis.setText("样例办法")
    assert page.save()
    scheme = plan_in_force(bureau.workspace, 2020).scheme("high-tech")
    assert (scheme.level("中型").amount, scheme.measure) == (40, "样例办法")


def test_looking_at_amounts_leaves_nothing_behind(bureau, shown):
    pages = shown(ClaimsPage(bureau))
    page = pages.show_amounts()
    for place in range(page.schemes.count()):
        page.schemes.setCurrentIndex(place)
    page.leave()
    assert pages.over is None
    assert bureau.workspace.records.all_of("award-table") == []
