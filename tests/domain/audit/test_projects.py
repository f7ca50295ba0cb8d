import pytest

from jizhou_desktop.domain.audit.projects import RULES

WAN = 1_000_000
SAVING = {"scheme": "energy-saving"}

CASES = [
    ("F01", {"claim": {"equipment": 821 * WAN}}, "设备投入821万元大于项目总投资820万元"),
    ("F02", {"claim": {"invoice_sum": 609 * WAN}}, "发票合计609万元小于设备投入610万元"),
    ("F03", {"claim": {"invoice_sum": 714 * WAN}}, "发票合计714万元超过设备投入610万元连同增值税"),
    ("F04", {"claim": {"invoices": 0}}, "发票合计650万元，发票张数为0"),
    ("F05", {"claim": {"invoices": None, "invoice_sum": None}}, "未填设备发票"),
    ("F06", {"claim": {"filing_number": None}}, "未填项目备案号"),
    ("F07", {"now": {"equipment": 399 * WAN}}, "设备投入610万元大于2019、2020两年年报设备投资合计609万元"),
    ("F08", {"now": {"assets": 819 * WAN}}, "项目总投资820万元大于企业资产总额819万元"),
    ("F09", {"transformations": ()}, "未登记设备升级或智能制造转型任务"),
    ("F10", {**SAVING, "claim": {"industrial": 0}}, "填为非工业项目，企业行业代码为3311"),
    ("F10", {**SAVING, "enterprise": {"industry": "6121"}}, "填为工业项目，企业行业代码为6121"),
    ("F11", {**SAVING, "claim": {"tce": "402.1"}}, "年节能量402.1吨标准煤大于上年综合能耗402吨标准煤"),
    ("F12", {**SAVING, "claim": {"kwh": 1_380_001}}, "年节电量1,380,001千瓦时大于上年用电量1,380,000千瓦时"),
    ("F13", {**SAVING, "claim": {"tce": "36"}}, "年节电300,000千瓦时折36.9吨标准煤，大于年节能量36吨标准煤"),
]


@pytest.mark.parametrize(("rule", "differences", "sentence"), CASES)
def test_what_is_wrong_is_told_once(told, rule, differences, sentence):
    (message,) = told(rule, **differences)
    assert sentence in message


def test_every_rule_is_tried():
    assert {rule.number for rule in RULES} == {rule for rule, _, _ in CASES}


@pytest.mark.parametrize(
    ("rule", "differences"),
    [
        ("F01", {"claim": {"equipment": 820 * WAN}}),
        ("F03", {"claim": {"invoice_sum": 713 * WAN}}),  # 610 × 1.17 = 713.7
        ("F05", {"scheme": "patent"}),
        ("F06", {"scheme": "high-tech"}),
        ("F07", {"now": {"equipment": 400 * WAN}}),
        ("F07", {"last": {"equipment": None}}),
        ("F09", {"transformation": {"path": "smart-manufacturing"}}),
    ],
)
def test_what_is_in_order_is_left_alone(told, rule, differences):
    assert told(rule, **differences) == []
