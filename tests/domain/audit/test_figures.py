import pytest

from jizhou_desktop.domain.audit.figures import RULES

WAN = 1_000_000

CASES = [
    ("B01", {"now": {"profit": 9216 * WAN}}, "利润总额9,216万元大于营业收入9,215万元"),
    ("B02", {"now": {"tax": 4608 * WAN}}, "税金4,608万元超过营业收入9,215万元的一半"),
    ("B03", {"now": {"rd": 9216 * WAN}}, "研发投入9,216万元大于营业收入9,215万元"),
    ("B04", {"now": {"equipment": 9881 * WAN}}, "设备投资9,881万元大于资产总额9,880万元"),
    ("B05", {"now": {"profit": -9881 * WAN}}, "亏损9,881万元大于资产总额9,880万元"),
    ("B06", {"now": {"employees": 0}}, "营业收入9,215万元，从业人员为0人"),
    ("B07", {"now": {"revenue": 0}}, "从业人员146人，营业收入为0"),
    ("B08", {"now": {"assets": 0}}, "营业收入9,215万元，资产总额为0"),
    ("B09", {"now": {"employees": 4}}, "人均营业收入2,303.75万元"),
    ("B09", {"now": {"revenue": 14 * WAN}}, "（14万元、146人）"),
    ("B10", {"now": {"kwh": 4_000_000}}, "用电4,000,000千瓦时折491.6吨标准煤，大于综合能耗395.5吨标准煤"),
    ("B11", {"now": {"energy": "46076"}}, "万元营业收入能耗5吨标准煤"),
    ("B12", {"now": {"year": 2019}}, "表内年度为2019年，档案年度为2020年"),
    ("B13", {"enterprise": {"founded": "2020-01-02"}}, "企业2020年成立，却有2019年数据"),
    ("B15", {"now": {"assets": 9215 * WAN}}, "资产总额与营业收入都是9,215万元"),
    ("B16", {"now": {"employees": None}}, "按“工业”划型须有从业人员，尚未填报"),
    ("B17", {"now": {"rd": "未取得", "patents": "未取得"}}, "有2项填“未取得”"),
    ("B18", {"now": {"revenue": None}}, "2020年未填营业收入"),
    ("B19", {"now": {"employees": None}}, "2020年未填从业人员"),
    ("B20", {"now": {"kwh": 0}}, "综合能耗395.5吨标准煤，用电量为0"),
]


@pytest.mark.parametrize(("rule", "differences", "sentence"), CASES)
def test_what_is_wrong_is_told_once(told, rule, differences, sentence):
    (message,) = told(rule, **differences)
    assert sentence in message


def test_a_year_beyond_the_plan_is_asked_about(told, make_record):
    far = make_record("y22", "year-figures", {"year": 2022}, {}, year=2022, parent="e")
    (message,) = told("B14", figures={2022: far})
    assert "年度2022年晚于2020年行动计划" in message


def test_every_rule_is_tried():
    assert {rule.number for rule in RULES} == {rule for rule, _, _ in CASES} | {"B14"}


@pytest.mark.parametrize(
    ("rule", "differences"),
    [
        ("B01", {"now": {"profit": 9215 * WAN, "revenue": 9215 * WAN}}),
        ("B02", {"now": {"tax": 4607 * WAN}}),
        ("B05", {"now": {"profit": -9880 * WAN}}),
        ("B09", {"now": {"employees": 5}}),
        ("B10", {"now": {"energy": "166.2"}}),  # 1,352,000 kWh are 166.16 tce: the figure was rounded
        ("B11", {"now": {"energy": "46075"}}),
        ("B01", {"now": {"revenue": None}}),
        ("B06", {"now": {"employees": "不适用"}}),
    ],
)
def test_at_the_boundary_and_where_a_figure_is_missing_nothing_is_told(told, rule, differences):
    assert told(rule, **differences) == []
