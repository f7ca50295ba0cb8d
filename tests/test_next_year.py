"""Next year is a file: 2021.toml with other figures, a path more and a scheme less, and the product runs that year.

The file is made as an official would make it, by changing the text of 2020.toml. Not a line of code changes.
"""

import re
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from jizhou_desktop.cli.main import main
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import print_out, resources, take_in
from jizhou_desktop.tasks.check import check
from jizhou_desktop.tasks.claims import ledger, pool_left
from jizhou_desktop.tasks.hand_over import hand_over
from jizhou_desktop.tasks.overview import overview
from jizhou_desktop.tasks.steps import take_step
from jizhou_desktop.tasks.transformations import new_transformation
from jizhou_desktop.tasks.workspaces import create
from jizhou_desktop.tasks.year_plan import save_year_plan, year_plan
from tests.invented.claims import Claims

NOW = datetime.fromisoformat("2021-12-30T09:30:00+08:00")
TOWNSHIP, BUREAU = "120119100", "120119-gxj"
NEW_PATH = """[[groups.paths]]
id = "digital-transformation"
number = "5"
section = "二（一）5"
title = "数字化转型"
text = "2021年，完成数字化转型企业6家。"
target = 6
lead = ["industry-and-information"]
subject = "enterprise"
evidence = ["系统上线证明"]
criteria = ["核心业务已上线"]

# ---------------------------------------------------------------- 二（二）
"""


def next_year(text: str) -> str:
    """2020.toml made into 2021.toml: each change is one that an official could make in an editor."""

    def change(before: str, after: str) -> None:
        nonlocal text
        assert text.count(before) == 1, before
        text = text.replace(before, after)

    change('title = "2020年蓟州区新一轮中小企业创新转型行动计划"', 'title = "2021年蓟州区中小企业创新转型行动计划"')
    change('number = "蓟州政办发〔2020〕8号"', 'number = "蓟州政办发〔2021〕5号"')
    change('issued = "2020-07-21"\nyear = 2020', 'issued = "2021-06-30"\nyear = 2021')
    change("count = 40", "count = 46")
    change("# ---------------------------------------------------------------- 二（二）\n", NEW_PATH)
    change("pool = 500\nrate = 6", "pool = 800\nrate = 8")
    change('operator = ">", value = 200, unit = "万元" }', 'operator = ">", value = 300, unit = "万元" }')
    return re.sub(r'\[\[schemes\]\]\nid = "high-tech".*?(?=\n#|\n\[\[schemes\]\])', "", text, flags=re.DOTALL)


@pytest.fixture
def in_2021(tmp_path, monkeypatch):
    """The product's own data with 2021.toml beside 2020.toml."""
    ours = resources.resource_folder()
    folder = tmp_path / "resources"
    folder.mkdir()
    for part in ours.iterdir():
        if part.name != "plans":
            (folder / part.name).symlink_to(part)
    (folder / "plans").mkdir()
    text = (ours / "plans" / "2020.toml").read_text("utf-8")
    (folder / "plans" / "2020.toml").write_text(text, encoding="utf-8")
    (folder / "plans" / "2021.toml").write_text(next_year(text), encoding="utf-8")
    monkeypatch.setattr(resources, "resource_folder", lambda: folder)
    resources.plan.cache_clear()
    yield resources.plan_of_year(2021)
    resources.plan.cache_clear()


@pytest.fixture
def township(tmp_path, in_2021):  # noqa: ARG001  — the year must be there first
    with create(tmp_path / "镇", office_code=TOWNSHIP, clerk="王样例") as made:
        yield made


@pytest.fixture
def bureau(tmp_path, in_2021):  # noqa: ARG001
    with create(tmp_path / "局", office_code=BUREAU, clerk="李样例") as made:
        yield made


def words(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return "".join(text.split())


def printed(workspace, paper, tmp_path, subject=None, year=2021) -> str:
    out = tmp_path / f"{paper}.pdf"
    print_out.print_paper(workspace, paper, year=year, subject=subject, out=out, now=NOW)
    return words(out)


def claims_of(workspace) -> Claims:
    return Claims(workspace, now=NOW)


def test_the_plan_of_2021_is_read_and_is_the_latest(in_2021):
    assert (resources.latest_plan().year, in_2021.target, len(in_2021.paths)) == (2021, 46, 17)
    assert "high-tech" not in {scheme.id for scheme in in_2021.schemes}
    assert resources.plan_of_year(2020).target == 40


def test_a_roster_of_2021_is_taken_in(township, tmp_path):
    roster = tmp_path / "花名册.csv"
    roster.write_text(
        "企业名称,统一社会信用代码,所属乡镇,行业代码,2021年营业收入（万元）,2021年从业人员\n"
        "天津州河金属结构制造有限公司,91120225MA06K2ER77,渔阳镇,3311,9800,150\n",
        encoding="utf-8",
    )
    new_uid = claims_of(township).new_uid
    take_in.save(township, take_in.look(township, roster, year=2021), now=NOW, new_uid=new_uid)
    (figures,) = township.records.all_of(Kind.YEAR_FIGURES, year=2021)
    assert figures["revenue"] == 9_800_000_000


def test_targets_are_split_over_the_new_path_too(bureau, in_2021, tmp_path):
    counts = {(TOWNSHIP, "digital-transformation"): 6}
    save_year_plan(bureau, 2021, counts, now=NOW, new_uid=claims_of(bureau).new_uid)
    assert year_plan(bureau, 2021).counts[TOWNSHIP, "digital-transformation"] == 6
    assert "数字化转型6家" in printed(bureau, "task-breakdown", tmp_path)
    assert in_2021.path("digital-transformation").target == 6


def test_a_transformation_goes_the_new_path_and_counts(township, bureau, in_2021, tmp_path):
    made = claims_of(township)
    enterprise = made.enterprise("天津州河金属结构制造有限公司", uscc="91120225MA06K2ER77")
    path = in_2021.path("digital-transformation")
    new_transformation(township, enterprise, path, 2021, now=NOW, new_uid=made.new_uid)
    (going,) = township.records.all_of(Kind.TRANSFORMATION, year=2021)
    for step in ("已申报", "乡镇初审"):
        take_step(township, going, {"step": step}, now=NOW, new_uid=made.new_uid)
    carry(township, bureau, tmp_path / "镇.jzb")
    for step in ("部门核实", "认定"):
        take_step(bureau, going, {"step": step}, now=NOW, new_uid=claims_of(bureau).new_uid)
    seen = overview(bureau, 2021)
    assert seen.turned == 1
    result = next(result for result in seen.by_path if result.key == "digital-transformation")
    assert result.done == 1
    assert "系统上线证明" in printed(bureau, "project-form", tmp_path, going.uid)


def carry(sender, receiver, file: Path) -> None:
    hand_over(sender, 2021, file, now=NOW)
    take_in.save(receiver, take_in.look(receiver, file), now=NOW, new_uid=claims_of(receiver).new_uid)


def test_a_claim_is_reckoned_by_the_new_figures_granted_paid_and_printed(township, bureau, tmp_path):
    made = claims_of(township)
    applicant = {"name": "天津州河金属结构制造有限公司", "uscc": "91120225MA06K2ER77"}
    refused = claims_of(bureau).claim("甲", year=2021, investment="300", equipment="300")
    assert refused["amount"] == 0  # exactly 300万 is not over 300万
    claim = made.claim(applicant["name"], year=2021, uscc=applicant["uscc"], investment="320", equipment="240")
    assert claim["amount"] == 19_200_000  # 240万 × 8 %
    made.take(claim, "受理 1102", "乡镇初审 1103", opinion="同意上报")
    carry(township, bureau, tmp_path / "镇.jzb")
    there = claims_of(bureau)
    there.take(claim, "部门审核 1104", "现场核查 1105", "核定金额 1108", "公示 1109", "拨付 1116")
    pool = pool_left(bureau, "smart-upgrade", 2021)
    assert (pool.budget_fen, pool.approved_fen, pool.paid_fen) == (800_000_000, 19_200_000, 19_200_000)
    assert "high-tech" not in {line.scheme for line in ledger(bureau, 2021)}
    form = printed(bureau, "subsidy-form-smart-upgrade", tmp_path, claim.uid)
    assert "240万元×8%＝19.2万元" in form
    assert "超过300万元" in form
    assert "2021年度专项资金台账" in printed(bureau, "pool-ledger", tmp_path)
    assert "蓟州政办发〔2021〕5号" in printed(bureau, "public-list", tmp_path)
    assert "同意上报" in printed(bureau, "review-form", tmp_path, claim.uid)


def test_the_dropped_scheme_is_gone_from_the_year_and_last_years_claims_remain(bureau, tmp_path):
    made = claims_of(bureau)
    old = made.claim(scheme="high-tech", applied_on="20200601", first_time="是", recognised="否", award="40")
    with pytest.raises(UserError, match="2021年行动计划没有“high-tech”扶持政策"):
        resources.plan_of_year(2021).scheme("high-tech")
    out = tmp_path / "old.pdf"
    print_out.print_paper(bureau, "subsidy-form-high-tech", subject=old.uid, out=out, now=NOW)
    assert "2020年度国家高新技术企业首次认定奖励申请表" in words(out)
    assert next(line for line in ledger(bureau, 2020) if line.scheme == "high-tech").count == 1


def test_the_year_is_audited_and_told_by_the_command_line(bureau, capsys):
    made = claims_of(bureau)
    made.claim("甲", year=2021, investment="9000", equipment="9000")
    made.claim("乙", year=2021, investment="2000", equipment="2000")
    told = [problem.message for problem in check(bureau, year=2021) if problem.rule == "H12"]
    assert told == ["智能化技改申报合计880万元，超过专项资金800万元（行动计划三（三）、三（四））"]
    bureau.close()
    assert main(["reckon", "smart-upgrade", "investment=320", "equipment=240"], open_window=lambda _folder: 0) == 0
    assert "补贴金额：19.2万元" in capsys.readouterr().out
    assert main(["pool", str(bureau.folder)], open_window=lambda _folder: 0) == 1
    assert "申报超出80万元" in capsys.readouterr().out


def test_the_window_opens_on_the_new_year(bureau, qtbot):
    from jizhou_desktop.ui.claim_list import ClaimList  # noqa: PLC0415  — Qt only where a window is tried
    from jizhou_desktop.ui.desk import Desk  # noqa: PLC0415

    made = claims_of(bureau)
    made.claim("甲", year=2021, investment="320", equipment="240")
    shown = ClaimList(Desk(bureau, resources.latest_plan().year, lambda: NOW, made.new_uid))
    qtbot.addWidget(shown)
    shown.reload()
    assert shown.summary() == "共1件，金额合计19.2万元"
    assert [action.text().partition("　")[2] for action in shown.menu.actions()] == [
        "重大创新项目和“杀手锏”产品", "名优产品", "智能化技改", "智能化节能改造", "专利提升",
    ]  # fmt: skip
