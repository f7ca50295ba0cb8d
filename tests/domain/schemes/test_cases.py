"""The cases of cases.csv, computed by hand: each boundary, half and split of the plan's part three."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.reckoning import reckon

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
    CASES = list(csv.DictReader(file))


def named(case):
    return f"{case['序号']}-{case['政策']}-{case['情形']}"


def typed(case):
    return dict(pair.split("=", 1) for pair in case["填报"].split("；") if pair)


def fen(written):
    return None if written == "由评审确定" else int(Decimal(written) * 100)


def test_there_are_enough_cases_for_every_scheme(plans):
    assert len(CASES) >= 80
    assert {scheme.id for scheme in plans["2020"].schemes} < {case["政策"] for case in CASES}


@pytest.mark.parametrize("case", [case for case in CASES if case["结论"] != "退回更正"], ids=named)
def test_the_verdict_is_what_was_computed_by_hand(case, plans):
    verdict = reckon(plans[case["计划"]], case["政策"], typed(case))
    assert ("符合" if verdict.eligible else "不符合") == case["结论"]
    assert verdict.amount_fen == fen(case["金额（元）"])
    assert verdict.district_fen == fen(case["区财政（元）"])
    assert verdict.city_fen == fen(case["市财政（元）"])
    assert "、".join(item.text for item in verdict.conditions if item.met is False) == case["未达到的条件"]


@pytest.mark.parametrize("case", [case for case in CASES if case["结论"] == "退回更正"], ids=named)
def test_what_cannot_be_reckoned_is_sent_back_with_a_sentence(case, plans):
    with pytest.raises(UserError) as refused:
        reckon(plans[case["计划"]], case["政策"], typed(case))
    sentence = str(refused.value)
    assert case["计算或理由"] in sentence
    assert sentence.endswith("。")
