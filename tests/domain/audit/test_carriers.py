import pytest

from jizhou_desktop.domain.audit.carriers import CARRIER_RULES, CarrierFile
from jizhou_desktop.domain.audit.rule import apply
from jizhou_desktop.domain.record import NOT_APPLICABLE, Kind, Record
from jizhou_desktop.tasks import resources

SOUND = {
    "name": "渔阳镇样例基地",
    "subject": "小微企业创业创新示范基地",
    "level": "市级",
    "recognised_on": "2019-11-08",
    "area": "6200",
    "rented_area": "1500",
    "enterprises": 2,
}


def tenant(name, **values):
    return Record(name, Kind.TENANT, "120119100", {"name": name, **values}, "tenant", parent="c")


TENANTS = (tenant("甲公司", area="1000"), tenant("乙公司", area="500"), tenant("丙公司", until="2020-03-01"))


def told(rule, tenants=TENANTS, **changes):
    record = Record("c", Kind.CARRIER, "120119100", {**SOUND, **changes}, "carrier")
    file = CarrierFile(record, resources.plan("2020"), tuple(tenants))
    return [problem.message for problem in apply(CARRIER_RULES, [file]) if rule in ("", problem.rule)]


CASES = [
    ("L01", {"recognised_on": None}, "认定级别为市级，未填认定日期"),
    ("L02", {"level": "未认定"}, "认定日期2019年11月8日，认定级别为未认定"),
    ("L03", {"recognised_on": "2021-01-01"}, "认定日期2021年1月1日晚于2020年"),
    ("L04", {"level": "区级"}, "应为市级或国家级，现为区级"),
    ("L05", {"area": None}, "未填占地（建筑）面积"),
    ("L06", {"rented_area": "6200.5"}, "已使用面积6,200.5平方米大于占地（建筑）面积6,200平方米"),
    ("L07", {"rented_area": "1501"}, "已使用面积填1,501平方米，入驻企业使用面积合计1,500平方米"),
    ("L08", {"enterprises": 3}, "入驻企业填3家，登记在驻的为2家"),
    (
        "L09",
        {"tenants": (*TENANTS[:2], tenant("丁公司", since="2020-02-01", until="2020-01-01"))},
        "丁公司迁出日期2020年1月1日早于入驻日期2020年2月1日",
    ),
    ("L10", {"tenants": (*TENANTS, tenant("甲 公司"))}, "在入驻企业中登记了2次"),
]


@pytest.mark.parametrize(("rule", "changes", "sentence"), CASES)
def test_what_is_wrong_is_told_once(rule, changes, sentence):
    (message,) = told(rule, **changes)
    assert sentence in message


def test_every_rule_is_tried():
    assert {rule.number for rule in CARRIER_RULES} == {rule for rule, _, _ in CASES}


def test_a_sound_carrier_has_nothing_to_tell():
    assert told("") == []


def test_answers_that_are_withheld_break_no_rule():
    told("", **dict.fromkeys(SOUND, NOT_APPLICABLE))
    told("", **dict.fromkeys(SOUND))


def test_a_tenant_whose_area_is_not_known_leaves_the_sum_open():
    assert told("L07", tenants=(*TENANTS, tenant("丁公司")), rented_area="1700") == []
