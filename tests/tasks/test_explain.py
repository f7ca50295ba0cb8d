"""A 核实 is answered; the answer stays, prints and travels, and lapses when a value that the rule read changes."""

from datetime import datetime

import pytest

from jizhou_desktop.documents.raster import text
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.tasks import take_in
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.check import check, check_enterprise
from jizhou_desktop.tasks.explain import explain, of_one_question, said_last, withdraw_explanation
from jizhou_desktop.tasks.hand_over import hand_over
from jizhou_desktop.tasks.print_out import print_paper
from jizhou_desktop.tasks.uids import new_uid
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
UNUSUAL = {2019: "1000", 2020: "2000"}
"""万元 of revenue: it doubled, which rule C01 asks about."""


@pytest.fixture
def figures(workspace, enterprise):
    return {year: say(workspace, enterprise, year, revenue) for year, revenue in UNUSUAL.items()}


def say(workspace, enterprise, year, revenue, record=None):
    answers = {"year": str(year), "revenue": revenue, "employees": "143"}
    return save_answers(
        workspace, "year-figures", answers, uid=record.uid if record else new_uid(), now=NOW, record=record,
        parent=enterprise.uid, year=year,
    ).record  # fmt: skip


def doubled(workspace, figures):
    return of_one_question(check(workspace, year=2020), figures[2020].uid, "C01")


def test_a_question_answered_is_open_no_longer(workspace, enterprise, figures):
    explain(workspace, doubled(workspace, figures), "新增出口订单", now=NOW)
    (problem,) = doubled(workspace, figures)
    assert not problem.is_open
    assert (problem.explanation.text, problem.explanation.said_by) == ("新增出口订单", "王样例")
    assert [one.explanation for one in check_enterprise(workspace, enterprise) if one.rule == "C01"] == [
        problem.explanation
    ]


@pytest.mark.parametrize("year", [2019, 2020], ids=["last year's figure", "this year's figure"])
def test_it_lapses_when_a_figure_changes_and_is_offered_again(workspace, enterprise, figures, year):
    explain(workspace, doubled(workspace, figures), "新增出口订单", now=NOW)
    say(workspace, enterprise, year, {2019: "1001", 2020: "2001"}[year], figures[year])
    (problem,) = doubled(workspace, figures)
    assert problem.is_open
    assert said_last(workspace, problem) == "新增出口订单"


def test_it_holds_where_another_figure_changes(workspace, enterprise, figures):
    explain(workspace, doubled(workspace, figures), "新增出口订单", now=NOW)
    answers = {"year": "2020", "revenue": "2000", "employees": "144"}
    held = workspace.records.get(figures[2020].uid)
    save_answers(
        workspace, "year-figures", answers, uid=held.uid, now=NOW, record=held, parent=enterprise.uid, year=2020
    )
    assert not doubled(workspace, figures)[0].is_open


def test_taken_back_the_question_is_open_again(workspace, figures):
    explain(workspace, doubled(workspace, figures), "新增出口订单", now=NOW)
    withdraw_explanation(workspace, doubled(workspace, figures))
    assert doubled(workspace, figures)[0].is_open


def test_only_a_question_that_stands_is_answered_and_only_with_words(workspace, figures):
    hint = next(problem for problem in check(workspace) if problem.severity is Severity.HINT)
    with pytest.raises(UserError, match="供参考，不需要说明"):
        explain(workspace, [hint], "知道了", now=NOW)
    with pytest.raises(UserError, match="没有这个核实问题"):
        explain(workspace, of_one_question(check(workspace), figures[2019].uid, "C01"), "无", now=NOW)
    with pytest.raises(UserError, match="请填写核实说明"):
        explain(workspace, doubled(workspace, figures), "  ", now=NOW)


def test_it_prints_beside_its_question(workspace, figures, tmp_path):
    explain(workspace, doubled(workspace, figures), "新增出口订单", now=NOW)
    out = tmp_path / "审核.pdf"
    print_paper(workspace, "audit-sheet", year=2020, out=out, now=NOW)
    said = text(out, 1).replace("\n", "")
    assert "新增出口订单" in said
    assert "C01" in said
    assert "核实1处，其中已说明1处" in said


@pytest.mark.usefixtures("figures")
def test_the_data_do_not_leave_with_a_question_open(workspace, tmp_path):
    with pytest.raises(UserError, match="还有1处没有说明的核实，不能报送") as told:
        hand_over(workspace, 2020, tmp_path / "包.jzb", now=NOW)
    assert "天津州河金属结构制造有限公司：2020年营业收入2,000万元，上年1,000万元，增长100%" in str(told.value)
    assert not (tmp_path / "包.jzb").exists()


def test_an_error_stops_the_data_whatever_is_explained(workspace, figures, tmp_path):
    explain(workspace, doubled(workspace, figures), "新增出口订单", now=NOW)
    twin = {"name": "天津州河金属结构二厂", "uscc": "91120225MA06K2ER77", "industry": "3311", "place": "渔阳镇"}
    save_answers(workspace, "enterprise", twin, uid=new_uid(), now=NOW)
    with pytest.raises(UserError, match="还有2处错误，不能报送"):
        hand_over(workspace, 2020, tmp_path / "包.jzb", now=NOW)


def test_the_district_reads_the_explanation_and_leaves_it_to_the_township(workspace, figures, tmp_path):
    explain(workspace, doubled(workspace, figures), "新增出口订单", now=NOW)
    hand_over(workspace, 2020, tmp_path / "包.jzb", now=NOW)
    with create(tmp_path / "区级", office_code="120119", clerk="李样例") as district:
        take_in.save(district, take_in.look(district, tmp_path / "包.jzb"), now=NOW, new_uid=new_uid)
        (problem,) = doubled(district, figures)
        assert problem.explanation.text == "新增出口订单"
        with pytest.raises(UserError, match="由报送单位保管"):
            withdraw_explanation(district, [problem])
