"""What holds for every verdict: explanations agree with it, shares add up, sources are cited."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.reckoning import reckon
from jizhou_desktop.domain.schemes import RULES, SCHEME_KEYS

amounts = st.integers(min_value=0, max_value=10**12).map(lambda fen: f"{wan_of_fen(fen):f}")


@st.composite
def projects(draw):
    """An investment and its equipment, often near the limits."""
    investment = draw(st.one_of(st.integers(0, 10**12), st.integers(199_999_990, 200_000_010)))
    equipment = draw(st.one_of(st.integers(0, investment), st.just(investment * 7 // 10)))
    return {"investment": f"{wan_of_fen(investment):f}", "equipment": f"{wan_of_fen(equipment):f}"}


@st.composite
def applications(draw):
    scheme = draw(st.sampled_from(["major-innovation", "high-tech", "smart-upgrade", "energy-saving"]))
    if scheme == "smart-upgrade":
        return scheme, draw(projects())
    if scheme == "energy-saving":
        saved = {"tce": str(draw(st.integers(0, 400))), "kwh": str(draw(st.integers(0, 400_000)))}
        award = draw(st.one_of(st.just({}), st.builds(lambda wan: {"award": wan}, amounts)))
        return scheme, {**draw(projects()), **saved, **award, "industrial": draw(st.sampled_from(["yes", "no"]))}
    recognised = {"recognised": draw(st.sampled_from(["yes", "no"]))} if scheme == "high-tech" else {}
    return scheme, {"award": f"{wan_of_fen(draw(st.integers(0, 350_000_000))):f}", **recognised}


@given(application=applications())
def test_the_explanation_agrees_with_the_verdict(plans, application):
    verdict = reckon(plans["2020"], *application)
    assert verdict.eligible is all(condition.met is not False for condition in verdict.conditions)
    if not verdict.eligible:
        assert verdict.amount_fen == 0


@given(application=applications())
def test_the_two_budgets_bear_the_amount_to_the_fen(plans, application):
    verdict = reckon(plans["2020"], *application)
    if verdict.amount_fen is None:
        assert (verdict.district_fen, verdict.city_fen) == (None, None)
    else:
        assert verdict.district_fen + verdict.city_fen == verdict.amount_fen
        assert verdict.district_fen >= verdict.city_fen >= 0


@given(project=projects())
def test_more_equipment_never_earns_less(plans, project):
    verdict = reckon(plans["2020"], "smart-upgrade", project)
    whole = reckon(plans["2020"], "smart-upgrade", {**project, "equipment": project["investment"]})
    assert whole.amount_fen >= verdict.amount_fen


@pytest.mark.parametrize(
    ("scheme", "typed", "section"),
    [
        ("major-innovation", {"award": "200"}, "三（一）"),
        ("high-tech", {"award": "40"}, "三（一）"),
        ("famous-product", {"level": "市级"}, "三（二）"),
        ("smart-upgrade", {"investment": "300", "equipment": "240"}, "三（三）"),
        ("energy-saving", {"investment": "100", "equipment": "70", "tce": "200", "industrial": "yes"}, "三（四）"),
        ("patent", {"kind": "发明", "count": "1"}, "三（五）"),
    ],
)
def test_each_condition_cites_the_plan(plans, scheme, typed, section):
    verdict = reckon(plans["2020"], scheme, typed)
    source = f"《2020年蓟州区新一轮中小企业创新转型行动计划》{section}"
    assert {condition.source for condition in verdict.conditions} == {source}


def test_limits_are_said_in_the_plans_words(plans):
    verdict = reckon(plans["2020"], "smart-upgrade", {"investment": "300", "equipment": "240"})
    assert [condition.limit for condition in verdict.conditions] == ["超过200万元", "不低于70%"]
    assert [condition.value for condition in verdict.conditions] == ["300万元", "80%（设备240万元，投资300万元）"]


def test_a_share_just_short_of_the_limit_is_not_shown_as_reaching_it(plans):
    _, share = reckon(plans["2020"], "smart-upgrade", {"investment": "1000", "equipment": "699.999999"}).conditions
    assert share.value.startswith("约69.99%")


def test_the_working_shows_the_rounding(plans):
    verdict = reckon(plans["2020"], "smart-upgrade", {"investment": "300", "equipment": "210.000025"})
    assert "×6%＝12.600002万元" in verdict.working
    assert "四舍五入到分" in verdict.working


def test_an_amount_that_the_pool_cannot_hold_is_pointed_out(plans):
    verdict = reckon(plans["2020"], "smart-upgrade", {"investment": "9000", "equipment": "8500"})
    assert "超过专项资金总额500万元" in verdict.working


def test_the_half_still_to_come_and_the_claw_back_are_explained(plans):
    verdict = reckon(plans["2020"], "high-tech", {"award": "40", "recognised": "no"})
    assert "认定后市财政再拨付20万元" in verdict.working
    assert "收回区财政补助" in verdict.working


def test_an_empty_award_table_says_whose_measure_sets_the_amount(plans):
    verdict = reckon(plans["2020"], "famous-product", {"level": "市级"})
    assert "《蓟州区名优产品奖励措施》" in verdict.working
    assert "还没有“市级”的金额" in verdict.working


def test_a_sentence_names_the_key_the_unit_and_what_may_be_filled_in(plans):
    with pytest.raises(UserError) as refused:
        reckon(plans["2020"], "smart-upgrade", {"invest": "300", "equipment": "240"})
    assert str(refused.value) == (
        "智能化技改没有“invest”这一项，可填：investment（项目投资，万元）、equipment（其中设备投资，万元）。"
    )


def test_every_scheme_of_the_plan_has_a_rule_and_its_keys(plans):
    assert {scheme.id for scheme in plans["2020"].schemes} == set(RULES) == set(SCHEME_KEYS)
    assert SCHEME_KEYS["energy-saving"] == ("investment", "equipment", "tce", "kwh", "industrial", "award")


def test_next_year_runs_on_data_alone(plans):
    typed = {"investment": "320", "equipment": "240"}
    assert reckon(plans["2020"], "smart-upgrade", typed).amount_fen == 14_400_000
    assert reckon(plans["2021样例"], "smart-upgrade", typed).amount_fen == 19_200_000
    assert plans["2021样例"].target == 46
    assert plans["2021样例"].path("digital-transformation").target == 6
    assert plans["2021样例"].scheme("smart-upgrade").pool == Decimal(800)


def test_a_scheme_that_was_dropped_is_told_with_those_there_are(plans):
    with pytest.raises(UserError, match="2021年行动计划没有“high-tech”扶持政策，现有：major-innovation、"):
        reckon(plans["2021样例"], "high-tech", {"award": "40"})
