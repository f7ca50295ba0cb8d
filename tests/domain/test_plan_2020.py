"""The plan of 2020 as data is the plan as it was issued (蓟州政办发〔2020〕8号)."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plan_reader import read_plan

PLAN_FILE = Path(__file__).parents[2] / "resources" / "plans" / "2020.toml"


@pytest.fixture(scope="module")
def plan():
    return read_plan(tomllib.loads(PLAN_FILE.read_text("utf-8")))


def texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def test_the_heading(plan):
    assert (plan.number, plan.issued, plan.issuer) == (
        "蓟州政办发〔2020〕8号",
        "2020-07-21",
        "天津市蓟州区人民政府办公室",
    )


def test_the_targets_of_part_two_make_the_forty_of_part_one(plan):
    targets = {path.id: path.target for path in plan.paths if path.target}
    assert targets == {
        "technology-enterprise": 20,
        "modern-services": 1,
        "e-commerce": 5,
        "equipment-upgrade": 5,
        "specialised-products": 2,
        "patent-improvement": 7,
    }
    assert sum(targets.values()) == plan.target == 40


def test_sixteen_paths_in_four_groups(plan):
    assert [group.title for group in plan.groups] == ["产业转型", "改造提升", "重组调整", "载体升级"]
    assert [len(group.paths) for group in plan.groups] == [4, 6, 3, 3]
    for group in plan.groups:
        assert [path.section for path in group.paths] == [
            f"{group.section}{number}" for number in range(1, len(group.paths) + 1)
        ]


def test_who_answers_for_a_path(plan):
    names = {path.section: [plan.department(id_).name for id_ in path.departments] for path in plan.paths}
    assert names["二（一）4"] == ["区商务局"]
    assert names["二（二）1"] == ["区工业和信息化局", "区科技局", "各乡镇、园区"]
    assert names["二（三）2"] == ["区金融局", "区上市办各成员单位"]
    assert plan.path("stock-listing").cooperate == ("listing-office-members",)


def test_the_brand_items_and_the_six_of_the_smart_manufacturing_policy(plan):
    items = plan.path("brand-building").items
    assert [item.number for item in items] == ["1）", "2）", "3）", "4）"]
    assert items[0].departments == ("market-regulation",)
    assert [item.number for item in items[1].items] == list("①②③④⑤⑥")
    assert [item.text[:3] for item in items[1].items] == ["（三）", "（五）", "（六）", "（七）", "（九）", "（十）"]


def test_parks_buildings_and_bases_go_paths_of_their_own(plan):
    subjects = {path.id: path.subject for path in plan.groups[3].paths}
    assert subjects == {"park-upgrade": "park", "building-upgrade": "building", "incubation-base": "base"}


def test_every_path_says_what_evidence_shows_it(plan):
    assert all(path.evidence and path.criteria for path in plan.paths)


def test_the_pools_rates_and_ranges_of_part_three(plan):
    assert {scheme.id: scheme.pool for scheme in plan.schemes if scheme.pool} == {
        "smart-upgrade": Decimal(500),
        "energy-saving": Decimal(200),
    }
    assert plan.scheme("smart-upgrade").rate == 6
    assert plan.scheme("smart-upgrade").pool_fen == 500_000_000
    assert plan.scheme("major-innovation").award.words == "100—300万元"
    assert plan.scheme("high-tech").award.words == "30—50万元"


def test_the_limits_keep_the_plans_strictness(plan):
    words = {limit.id: limit.words for limit in plan.scheme("energy-saving").limits}
    assert words == {
        "investment": "超过80万元",
        "equipment-share": "不低于70%",
        "coal-saved": "不低于200吨标准煤",
        "electricity-saved": "不低于200,000千瓦时",
    }


def test_ten_departments_and_the_district_lead_the_work(plan):
    leading = plan.duties[0].departments
    assert leading[0] == "district-government"
    assert len(leading) == 1 + 10 + 1
    assert "区国资委" in plan.department("finance").aliases


def test_marks_lost_on_the_web_page_are_restored():
    text = "\n".join(texts(tomllib.loads(PLAN_FILE.read_text("utf-8"))))
    for restored in (
        "100—300万元",
        "30—50万元",
        "2017—2020年",
        "国发〔2010〕7号",
        "津政发〔2010〕29号",
        "津蓟知发〔2018〕1号",
    ):
        assert restored in text
    for lost in ("100300", "3050", "20172020", "〔20107", "〔201029", "〔20181"):
        assert lost not in text


def test_the_plans_text_bears_full_width_marks(plan):
    said = [plan.opening.text, plan.goal.text, *(path.text for path in plan.paths), *(s.text for s in plan.schemes)]
    assert not [text for text in said if set(text) & set(",:;()+")]
    assert all(text.endswith("。") for text in said)


def test_what_the_plan_does_not_have_is_told_with_what_it_has(plan):
    with pytest.raises(UserError, match="2020年行动计划没有“space-travel”路径，现有：technology-enterprise、"):
        plan.path("space-travel")
