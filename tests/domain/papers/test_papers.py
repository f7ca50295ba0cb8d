"""The texts of the year's documents, composed from facts."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jizhou_desktop.domain.assessment import Result
from jizhou_desktop.domain.document import Heading, Layout, Paragraph, Table
from jizhou_desktop.domain.office import Level, Office
from jizhou_desktop.domain.papers.assessment_call import assessment_call
from jizhou_desktop.domain.papers.assessment_notice import assessment_notice
from jizhou_desktop.domain.papers.facts import Application, Facts, Going
from jizhou_desktop.domain.papers.funds_request import funds_request
from jizhou_desktop.domain.papers.meeting_minutes import meeting_minutes
from jizhou_desktop.domain.papers.plan_notice import plan_notice
from jizhou_desktop.domain.papers.public_list import SHOWN, public_list
from jizhou_desktop.domain.papers.recommendation_letter import recommendation_letter
from jizhou_desktop.domain.papers.rectification_notice import rectification_notice
from jizhou_desktop.domain.plan_reader import read_plan

PLAN = read_plan(tomllib.loads((Path(__file__).parents[3] / "resources/plans/2020.toml").read_text("utf-8")))
YUYANG = Office("120119100", "渔阳镇", "天津市蓟州区渔阳镇人民政府", Level.TOWNSHIP, "渔政发")
DISTRICT = Office("120119", "蓟州区", "天津市蓟州区人民政府", Level.DISTRICT, "蓟州政发")

TOWNSHIP = Facts(
    office=YUYANG,
    plan=PLAN,
    by_path=[Result("technology-enterprise", 4, 3, 1), Result("e-commerce", 1, 1, 0)],
    by_place=[],
    place_names={"120119100": "渔阳镇", "120119104": "下营镇"},
    targets={("120119100", "technology-enterprise"): 4},
    turned=3,
    going=[
        Going("样例甲厂", "渔阳镇", "technology-enterprise", "认定"),
        Going("样例甲厂", "渔阳镇", "e-commerce", "认定"),
        Going("样例乙厂", "渔阳镇", "technology-enterprise", "拟转型"),
    ],
    applications=[
        Application("样例甲厂", "渔阳镇", "机器人工作站", "smart-upgrade", 36_600_000),
        Application("样例乙厂", "渔阳镇", "节能改造", "energy-saving", None),
        Application("样例丙厂", "渔阳镇", "不够格的项目", "smart-upgrade", 0),
    ],
    number="渔政发〔2020〕6号",
    dated=date(2020, 12, 30),
    clerk="王样例",
)
DISTRICTS = replace(TOWNSHIP, office=DISTRICT, by_place=[Result("120119100", 5, 4, 1), Result("120119104", 2, 2, 0)])
ALL = (assessment_notice, plan_notice, assessment_call, recommendation_letter, public_list, funds_request,
       rectification_notice, meeting_minutes)  # fmt: skip


def words(document):
    """All that a document says, tables and annexes included."""
    said = [document.title, document.addressees, document.note]
    blocks = [*document.blocks, *(block for annex in document.annexes for block in annex.blocks)]
    for block in blocks:
        if isinstance(block, Table):
            said += [*block.head, *(cell for row in block.rows for cell in row)]
        elif isinstance(block, Heading):
            said.append(block.text)
        else:
            said.append(block.lead + block.text)
    return "\n".join(said)


@pytest.mark.parametrize("compose", ALL)
@pytest.mark.parametrize("facts", [TOWNSHIP, DISTRICTS], ids=["township", "district"])
def test_every_document_has_what_the_standard_asks_for(compose, facts):
    document = compose(facts)
    assert document.title.endswith(("通报", "通知", "函", "公示", "请示", "纪要"))
    assert document.number == "渔政发〔2020〕6号"
    assert document.printed_by
    assert all(block.text for block in document.blocks if isinstance(block, Paragraph))
    assert "None" not in words(document)
    assert "{" not in words(document)


def test_a_township_reports_its_paths_and_praises_each_enterprise_once():
    said = words(assessment_notice(TOWNSHIP))
    assert "渔阳镇承担创新转型任务5项，认定完成4项，完成率80.0%，与年度任务相比还差1项" in said
    assert "样例甲厂1家企业转型成效明显" in said
    assert "名次" not in said


def test_the_district_ranks_its_places():
    (table,) = [
        block for block in assessment_notice(DISTRICTS).blocks if isinstance(block, Table) and "名次" in block.head
    ]
    assert [row[:2] for row in table.rows] == [["1", "下营镇"], ["2", "渔阳镇"]]


def test_those_who_are_behind_are_given_fifteen_days():
    assert "十五日内报送整改情况" in words(assessment_notice(TOWNSHIP))
    done = replace(TOWNSHIP, by_path=[Result("e-commerce", 1, 1, 0)])
    assert "十五日内" not in words(assessment_notice(done))


def test_the_plan_notice_carries_the_whole_plan_and_its_forty():
    document = plan_notice(TOWNSHIP)
    text, targets = document.annexes
    said = words(document)
    assert all(path.title in said for path in PLAN.paths)
    assert all(scheme.text in said for scheme in PLAN.schemes)
    assert targets.blocks[0].rows[-1] == ["", "合计", "40", ""]
    assert text.title == PLAN.title


def test_the_district_splits_targets_over_its_places_on_a_turned_page():
    (table,) = plan_notice(DISTRICTS).annexes[1].blocks
    assert table.wide
    assert table.rows[0][0] == "渔阳镇"
    assert table.rows[-1][0] == "合计"
    assert table.rows[-1][-1] == "4"


def test_a_letter_recommends_what_was_sent_up_and_nothing_less():
    document = recommendation_letter(TOWNSHIP)
    assert document.layout is Layout.LETTER
    assert "推荐1家企业共2项" in words(document)
    assert "拟转型" not in words(document)


def test_a_public_list_shows_whitelisted_columns_only():
    document = public_list(TOWNSHIP)
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert table.head == SHOWN
    assert [row[1] for row in table.rows] == ["样例甲厂", "样例乙厂"]
    assert [row[-1] for row in table.rows] == ["36.6", "由评审确定"]
    assert "王样例" not in words(document)


def test_it_hangs_out_for_seven_days_the_first_included():
    assert "2020年12月30日至2021年1月6日，共5个工作日" in words(public_list(TOWNSHIP))


def test_a_request_for_funds_says_the_sum_in_capitals_and_ends_as_requests_do():
    document = funds_request(TOWNSHIP)
    assert "36.6万元（大写：叁拾陆万陆仟元整）" in words(document)
    assert document.blocks[-1].text == "妥否，请批示。"
    assert document.signers


def test_only_those_behind_are_called_to_mend():
    document = rectification_notice(DISTRICTS)
    assert document.addressees == "渔阳镇"
    assert "1个单位未完成年初计划" in words(document)
    assert "2021年1月14日前" in words(document)


def test_minutes_say_who_was_there():
    assert "区工业和信息化局" in meeting_minutes(DISTRICTS).attended
    assert meeting_minutes(TOWNSHIP).layout is Layout.MINUTES


def test_the_assessment_is_called_for_with_a_day_to_report_by():
    assert "2021年1月9日前，导出本年度数据包" in words(assessment_call(TOWNSHIP))
    assert "任务目标（60分）" in words(assessment_call(TOWNSHIP))
