import pytest

from jizhou_desktop.domain.audit.awards import RULES


def high_tech(**claim):
    return {"scheme": "high-tech", "claim": claim}


def patent(**claim):
    return {"scheme": "patent", "claim": claim}


CASES = [
    ("G01", high_tech(first_time=0), "不是首次获批"),
    ("G02", high_tech(certificate_number=None), "已认定，未填证书编号"),
    ("G03", high_tech(recognised_on=None), "已认定，未填认定日期"),
    ("G04", high_tech(recognised=0), "填了证书编号“GR202012000001”，却填为尚未认定"),
    ("G05", high_tech(certificate_number="GR2020120001"), "“GR2020120001”不是 GR 加12位数字"),
    ("G06", high_tech(recognised_on="2020-05-31"), "认定日期2020年5月31日早于申请日期2020年6月1日"),
    ("G07", high_tech(applied_on="2019-06-01"), "申请日期2019年6月1日不在2020年"),
    ("G08", high_tech(high_tech_income_share="59.9"), "高新产品收入占比59.9%低于60%"),
    ("G09", {"scheme": "famous-product", "claim": {"certificate_number": None}}, "产品“州河牌钢结构”未填证书编号"),
    ("G10", {"scheme": "famous-product", "claim": {"issued_on": "2018-12-31"}}, "授予日期2018年12月31日不在"),
    ("G11", patent(count=3), "申报3件，专利号列了2行"),
    ("G12", patent(patent_numbers="ZL201810000001.1 夹具\nZL201810000001.1 夹具"), "“ZL201810000001.1”列了2次"),
    ("G13", patent(granted_from="2019-12-31"), "授权日期2019年12月31日不在2020年"),
    ("G14", patent(after=4), "现有有效专利4件，未多于上年末4件"),
    ("G15", {**patent(), "now": {"patents": 1}}, "申报2件，年报有效专利只有1件"),
]


@pytest.mark.parametrize(("rule", "differences", "sentence"), CASES)
def test_what_is_wrong_is_told_once(told, rule, differences, sentence):
    (message,) = told(rule, **differences)
    assert sentence in message


def test_every_rule_is_tried():
    assert {rule.number for rule in RULES} == {rule for rule, _, _ in CASES}


def test_an_application_before_recognition_needs_no_certificate(told):
    waiting = high_tech(recognised=0, certificate_number=None, recognised_on=None)
    assert [told(rule, **waiting) for rule in ("G02", "G03", "G04", "G05")] == [[], [], [], []]


def test_a_share_at_the_limit_is_enough(told):
    assert told("G08", **high_tech(high_tech_income_share="60")) == []
