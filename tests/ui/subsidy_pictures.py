"""Pictures of subsidies in a bureau's window: every scheme, every state, the funds, sharing out, the amounts."""

from datetime import datetime
from pathlib import Path

from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.award_tables import set_award
from jizhou_desktop.tasks.child_rows import TypedRow, save_child_rows
from jizhou_desktop.tasks.computed import with_computed
from jizhou_desktop.tasks.workspaces import create
from tests.invented.claims import Claims

NOW = datetime.fromisoformat("2020-12-30T09:30:00+08:00")


def fill(folder: Path) -> None:
    """A bureau whose claims stand in every state, the fund of 智能化技改 passed."""
    with create(folder, office_code="120119-gxj", clerk="李样例") as workspace:
        made = Claims(workspace)
        made.checked(
            ("州河金属结构制造", "5000", "1103"), ("渔山精密机械", "3500", "1102"), ("独乐服装", "1500", "1104")
        )
        about = {"basis": "《蓟州区名优产品奖励措施》", "now": NOW, "new_uid": made.new_uid}
        for label, amount in (("驰名商标", "50"), ("天津名牌", "10")):
            set_award(workspace, "famous-product", 2020, label, amount, **about)
        for label, amount in (("大型", "50"), ("中型", "40"), ("小型", "30")):
            set_award(workspace, "high-tech", 2020, label, amount, **about | {"basis": "高企奖励标准（样例）"})
        listed(made)
        awards(made)


def listed(made: Claims) -> None:
    """A claim with a list of which one line does not count and one is claimed elsewhere."""
    lathe = {"name": "数控车床", "invoice_number": "04419287", "invoice_date": "20200312", "amount": "150"}
    old = {"name": "旧设备", "invoice_number": "04419001", "invoice_date": "20181231", "amount": "20"}
    robot = {"name": "上下料机器人", "invoice_number": "04419288", "invoice_date": "20190601", "amount": "60"}
    ours = made.claim("翠屏信息技术", investment="260", equipment="230")
    theirs = made.claim(
        "府君山酒店管理", "energy-saving", investment="200", equipment="160", tce="150", industrial="否"
    )
    for claim, rows in ((ours, (lathe, robot, old)), (theirs, (lathe,))):
        typed = [TypedRow(row) for row in rows]
        save_child_rows(made.workspace, "equipment", claim.uid, typed, now=NOW, new_uid=made.new_uid)
        summed = with_computed(made.workspace, claim, resources.form(claim.form))
        made.workspace.records.save(summed, by=made.workspace.profile.clerk, at=NOW.isoformat())
    made.take(ours, "受理 1225", opinion="材料齐全")
    made.take(theirs, "受理 1201", "乡镇初审 1203")
    made.take(theirs, "退回 1204", opinion="节能量审核报告未盖章，设备发票与技改申报重复，请核实后重新报送")


def awards(made: Claims) -> None:
    high = {"applied_on": "20200601", "first_time": "是", "recognised": "否", "award": "40"}
    done = made.claim("蓟北智能停车设备", "high-tech", **high)
    made.take(done, "受理 1102", "乡镇初审 1103", "部门审核 1104", "现场核查 1105", "核定金额 1106", "公示 1109")
    made.take(done, "区级补助 1117")
    failed = made.claim("盘麓塑料包装", "high-tech", **high)
    made.take(failed, "受理 1102", "乡镇初审 1103", "部门审核 1104", "现场核查 1105", "核定金额 1106", "公示 1109")
    made.take(failed, "区级补助 1117")
    made.take(failed, "未认定 1220", opinion="市科技局2020年第三批认定名单未列入")
    famous = made.claim("渔阳古韵工艺品", "famous-product", product="渔阳古韵木雕", level="天津名牌")
    made.take(famous, "受理 1102", "乡镇初审 1103", "部门审核 1104", "现场核查 1105", "公示 1228")
    made.claim("津蓟光电", "patent", kind="发明专利", count="3", patent_numbers="ZL201810000001.1 背光模组")
    made.claim("蓟州重工", "major-innovation", category="重大创新项目", award="150")


def take_pictures(camera, folder: Path, open_office, preferences) -> None:
    """Every state and page; `open_office` opens the window on a workspace."""
    if not folder.exists():
        fill(folder)
    for office in open_office(folder, preferences, NOW):
        pages = office.claims
        office.window.go_to(pages)
        camera.take(office.window, "subsidy-list")
        claims = {claim.record.form + claim.standing.state: claim.record.uid for claim in pages.list._claims}
        for name, uid in claims.items():
            pages.open(uid)
            page = pages.over
            for place in range(page.tabs.count()):
                page.tabs.setCurrentIndex(place)
                camera.take(office.window, f"subsidy-{name}-{page.tabs.tabText(place)}")
        funds = pages.show_funds()
        camera.take(office.window, "subsidy-funds")
        funds.allocation.ways.setCurrentText("按比例")
        camera.take(office.window, "subsidy-funds-pro-rata")
        funds.allocation.ways.setCurrentText("按评分")
        camera.take(office.window, "subsidy-funds-scores")
        pages.show_amounts()
        camera.take(office.window, "subsidy-amounts")
        pages.over.schemes.setCurrentIndex(1)
        camera.take(office.window, "subsidy-amounts-famous")
