import pytest

from jizhou_desktop.domain.audit.against_last_year import RULES

WAN = 1_000_000

CASES = [
    ("C01", {"now": {"revenue": 13_291 * WAN}}, "营业收入13,291万元，上年8,860万元，增长50%"),
    ("C02", {"now": {"tax": 137 * WAN}}, "税金137万元，上年275万元，下降50.2%"),
    ("C03", {"now": {"employees": 71}}, "从业人员71人，上年143人，下降50.3%"),
    ("C04", {"now": {"assets": 13_981 * WAN}}, "资产总额13,981万元，上年9,320万元"),
    ("C05", {"now": {"energy": "604"}}, "综合能耗604吨标准煤，上年402吨标准煤"),
    ("C06", {"now": {"kwh": 2_080_000}}, "用电量2,080,000千瓦时，上年1,380,000千瓦时"),
    ("C11", {"now": {"revenue": 92_150_000 * WAN}}, "相差10,401倍，是否把元填作万元"),
    ("C12", {"now": {"profit": 4_550_000 * WAN}}, "是否把元填作万元"),
    ("C13", {"now": {"tax": 2_880_000 * WAN}}, "是否把元填作万元"),
    ("C14", {"now": {"rd": 2_620_000 * WAN}}, "是否把元填作万元"),
    ("C15", {"last": {"assets": 93_200_000 * WAN}}, "是否把元填作万元"),
    ("C16", {"now": {"equipment": 6_100_000 * WAN}}, "是否把元填作万元"),
    ("C21", {"now": {"rd": 571 * WAN}}, "研发投入571万元，上年190万元，增长200.5%"),
    ("C21", {"now": {"rd": 94 * WAN}}, "研发投入94万元，上年190万元，下降50.5%"),
    ("C22", {"now": {"profit": -1 * WAN}}, "利润总额-1万元，上年402万元，由盈转亏"),
    (
        "C23",
        {"now": {"revenue": 8860 * WAN, "profit": 402 * WAN, "tax": 275 * WAN, "employees": 143}},
        "与上年完全相同",
    ),
    ("C24", {"now": {"patents": 3}}, "有效专利3件，少于上年4件"),
    ("C26", {"last": {"employees": 300}}, "2020年划为小型，上年为中型"),
    (
        "C27",
        {"now": {"revenue": 7000 * WAN, "energy": "490"}},
        "降至7,000万元，综合能耗却由402吨标准煤升至490吨标准煤",
    ),
]


@pytest.mark.parametrize(("rule", "differences", "sentence"), CASES)
def test_what_is_odd_is_asked_about_once(told, rule, differences, sentence):
    (message,) = told(rule, **differences)
    assert sentence in message


def test_a_year_without_the_one_before_is_told(told, make_file):
    only = {2020: make_file().figures[2020]}
    (message,) = told("C25", figures=only)
    assert "没有2019年数据" in message


def test_an_enterprise_founded_in_the_year_has_no_year_before(told, make_file):
    only = {2020: make_file().figures[2020]}
    assert told("C25", figures=only, enterprise={"founded": "2020-02-03"}) == []


def test_every_rule_is_tried():
    assert {rule.number for rule in RULES} == {rule for rule, _, _ in CASES} | {"C25"}


@pytest.mark.parametrize(
    ("rule", "differences"),
    [
        ("C01", {"now": {"revenue": 13_290 * WAN}}),  # exactly half more
        ("C01", {"now": {"revenue": 4430 * WAN}}),  # exactly half less
        ("C02", {"last": {"tax": 11 * WAN}, "now": {"tax": 19 * WAN}}),  # small sums move by more
        ("C03", {"last": {"employees": 0}, "now": {"employees": 20}}),  # no share of nothing
        ("C11", {"now": {"revenue": None}}),
        ("C22", {"last": {"profit": -5 * WAN}, "now": {"profit": -1 * WAN}}),
        ("C05", {"now": {"energy": "未取得"}}),
    ],
)
def test_what_is_usual_is_not_asked_about(told, rule, differences):
    assert told(rule, **differences) == []
