import pytest

from jizhou_desktop.domain.audit.path_results import RULES

WAN = 1_000_000


def on(path):
    return {"path": path}


CASES = [
    ("D31", {"now": {"equipment": 0}}, "2020年设备投资为空或为0"),
    ("D32", {"transformation": on("patent-improvement"), "now": {"patents": 4}}, "有效专利4件，未多于上年4件"),
    ("D33", {"transformation": on("technology-enterprise"), "now": {"rd": None}}, "研发投入为空或为0"),
    ("D34", {"transformation": on("technology-enterprise"), "now": {"rd": 92 * WAN}}, "研发投入92万元不足"),
    ("D35", {"transformation": on("modern-services")}, "行业代码仍为3311（非服务业）"),
    ("D37", {"transformation": on("stock-listing")}, "不是股份有限公司"),
    (
        "D36",
        {"transformation": on("outdated-capacity"), "now": {"energy": "402"}},
        "402吨标准煤，未低于上年402吨标准煤",
    ),
]


@pytest.mark.parametrize(("rule", "differences", "sentence"), CASES)
def test_what_the_figures_do_not_show_is_told_once(told, rule, differences, sentence):
    (message,) = told(rule, **differences)
    assert sentence in message


def test_every_rule_is_tried():
    assert {rule.number for rule in RULES} == {rule for rule, _, _ in CASES}


@pytest.mark.parametrize(
    ("rule", "differences"),
    [
        ("D32", {"now": {"patents": 4}}),  # asked on its own path only
        ("D31", {"transformation": {"state": "拟转型"}, "now": {"equipment": 0}}),
        ("D32", {"transformation": on("patent-improvement")}),  # 7 after 4
        ("D34", {"transformation": on("technology-enterprise"), "now": {"rd": 92_150_000}}),  # exactly 1 %
        ("D36", {"transformation": on("outdated-capacity")}),  # 395.5 after 402
    ],
)
def test_what_is_in_order_is_left_alone(told, rule, differences):
    assert told(rule, **differences) == []
