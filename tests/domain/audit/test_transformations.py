import pytest

from jizhou_desktop.domain.audit.transformations import RULES

WAN = 1_000_000


CASES = [
    ("D01", {"transformation": {"path": "moon-landing"}}, "2020年行动计划没有“moon-landing”"),
    ("D02", {"transformation": {"date": None}}, "“设备升级”已认定，未填认定日期"),
    ("D03", {"transformation": {"date": "2019-12-31"}}, "认定日期2019年12月31日不在2020年"),
    ("D04", {"transformation": {"evidence": None}, "attachments": ()}, "“设备升级”已认定，没有佐证材料"),
    ("D05", {"transformation": {"state": "部门核实", "evidence": None}, "attachments": ()}, "部门核实，没有佐证材料"),
    ("D06", {"attachments": ()}, "列有佐证材料，未存电子件"),
    ("D07", {"transformation": {"state": "退回"}}, "“设备升级”退回，未写理由"),
    ("D09", {"closed": "注销"}, "企业已注销，“设备升级”仍列为认定"),
    ("D10", {"enterprise": {"founded": "2020-10-29"}}, "日期2020年10月28日早于成立日期2020年10月29日"),
    ("D11", {"transformation": {"year": 2019}}, "表内年度2019年，档案年度2020年"),
    ("D12", {"now": {"employees": 1000, "revenue": 40_000 * WAN}}, "划为大型"),
    ("D12", {"enterprise": {"size_override": "大型"}}, "划为大型"),
    ("D13", {"now": {"employees": 114}}, "从业人员由143人减至114人"),
    ("D14", {"transformation": {"after": None}}, "未写转型后情况"),
    ("D15", {"figures": {}}, "没有企业2020年数据"),
    ("D16", {"transformation": {"reviewer": None}}, "“设备升级”认定，未填审核人"),
]


@pytest.mark.parametrize(("rule", "differences", "sentence"), CASES)
def test_what_is_wrong_is_told_once(told, rule, differences, sentence):
    (message,) = told(rule, **differences)
    assert sentence in message


def test_one_path_twice_in_a_year_is_told_of_the_second(told, make_file, make_record):
    (first,) = make_file().transformations
    second = make_record("t2", "transformation", first.values, {}, year=2020, parent="e")
    (message,) = told("D08", transformations=(first, second))
    assert "2020年“设备升级”登记了2次" in message


def test_two_paths_in_a_year_are_welcome(told, make_file, make_record):
    (first,) = make_file().transformations
    second = make_record("t2", "transformation", first.values, {"path": "lean-management"}, year=2020, parent="e")
    assert told("D08", transformations=(first, second)) == []


def test_every_rule_is_tried():
    assert {rule.number for rule in RULES} == {rule for rule, _, _ in CASES} | {"D08"}


@pytest.mark.parametrize(
    ("rule", "differences"),
    [
        ("D13", {"now": {"employees": 115}}),  # 19.6 % fewer
        ("D04", {"transformation": {"evidence": None}}),  # the file itself is kept
        ("D02", {"transformation": {"state": "实施中", "date": None}}),
    ],
)
def test_what_is_in_order_is_left_alone(told, rule, differences):
    assert told(rule, **differences) == []
