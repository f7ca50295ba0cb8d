import pytest

from jizhou_desktop.domain.audit.identity import RULES

WAN = 1_000_000

CASES = [
    ("A01", {"enterprise": {"name": None}}, "未填企业名称"),
    ("A02", {"enterprise": {"uscc": None}}, "未填统一社会信用代码"),
    ("A02", {"enterprise": {"uscc": "未取得"}}, "未填统一社会信用代码"),
    ("A03", {"enterprise": {"uscc": "91120225MA06K2ER7"}}, "应为18位，现为17位"),
    ("A03", {"enterprise": {"uscc": "91120225MA06K2ERO7"}}, "第17位“O”"),
    ("A04", {"enterprise": {"uscc": "91120225MA06K2ER78"}}, "第18位应为“7”"),
    ("A05", {"enterprise": {"uscc": "12120225MA06K2ER77"}}, "前两位“12”"),
    ("A06", {"enterprise": {"uscc": "91350100M000100Y43"}}, "第3至8位“350100”不是天津市"),
    ("A07", {"enterprise": {"founded": "2021-01-01"}}, "成立日期2021年1月1日晚于2020年"),
    ("A08", {"enterprise": {"founded": None}}, "未填成立日期"),
    ("A09", {"enterprise": {"industry": None}}, "未填行业代码"),
    ("A10", {"enterprise": {"industry": "3319"}}, "“3319”不在分类表中"),
    ("A11", {"enterprise": {"industry": "331"}}, "“331 结构性金属制品制造”不是四位小类"),
    ("A12", {"enterprise": {"size_override": "中型"}}, "认定规模为中型，按标准计算为小型"),
    ("A13", {"enterprise": {"size_reason": "区统计局划型结果"}}, "未填认定规模"),
    ("A14", {"now": {"revenue": 1999 * WAN}}, "填为规上企业，工业，营业收入1,999万元不足2,000万元"),
    ("A15", {"enterprise": {"above_scale": 0}, "now": {"revenue": 2000 * WAN}}, "营业收入2,000万元已达2,000万元"),
    ("A16", {"enterprise": {"phone": None}}, "未填联系电话"),
    ("A17", {"enterprise": {"place": "120119105"}}, "所属乡镇为邦均镇，档案由渔阳镇保管"),
    ("A18", {"enterprise": {"address": "天津市蓟州区邦均镇大街1号"}}, "在邦均镇，所属乡镇为渔阳镇"),
    ("A18", {"enterprise": {"address": "蓟县小孙各庄村"}, "villages": {"小孙各庄村": "120119105"}}, "在邦均镇"),
    ("A19", {"enterprise": {"name": "州河金属"}}, "没有公司、厂、店等组织形式"),
    ("A20", {"enterprise": {"capital": 0}}, "注册资本为0"),
    ("A21", {"enterprise": {"capital": 20_000_000 * WAN}}, "注册资本20,000,000万元达100亿元"),
    ("A22", {"enterprise": {"legal_person": "周5洲"}}, "“周5洲”不像姓名"),
    ("A23", {"enterprise": {"former_names": "蓟县金属厂、天津州河金属结构制造有限公司"}}, "曾用名与现名称"),
]


@pytest.mark.parametrize(("rule", "differences", "sentence"), CASES)
def test_what_is_wrong_is_told_once(told, rule, differences, sentence):
    (message,) = told(rule, **differences)
    assert sentence in message


def test_every_rule_is_tried():
    assert {rule.number for rule in RULES} == {rule for rule, _, _ in CASES}


def test_a_size_with_its_reason_is_accepted(told):
    assert told("A12", enterprise={"size_override": "中型", "size_reason": "区统计局划型结果"}) == []


def test_the_scale_is_that_of_the_industry(told):
    assert told("A14", enterprise={"industry": "6121"}, now={"revenue": 300 * WAN}) == []
    (message,) = told("A14", enterprise={"industry": "6121"}, now={"revenue": 199 * WAN})
    assert "住宿和餐饮业，营业收入199万元不足200万元" in message
    assert told("A14", enterprise={"industry": "4710"}, now={"revenue": WAN}) == []  # 建筑业 goes by its licence


def test_a_size_that_cannot_be_reckoned_needs_its_reason_too(told):
    (message,) = told("A12", enterprise={"size_override": "小型"}, now={"revenue": None})
    assert "按标准计算不能划型" in message


def test_a_street_that_shares_no_townships_name_is_no_other_place(told):
    assert told("A18", enterprise={"address": "天津市蓟州区文昌街2号"}) == []
