"""A plan file that does not hold together is refused, and the sentence says where."""

import copy
import tomllib
from pathlib import Path

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plan_reader import read_plan

PLAN_FILE = Path(__file__).parents[2] / "resources" / "plans" / "2020.toml"
DATA = tomllib.loads(PLAN_FILE.read_text("utf-8"))


def path(data, path_id):
    return next(path for group in data["groups"] for path in group["paths"] if path["id"] == path_id)


def scheme(data, scheme_id):
    return next(scheme for scheme in data["schemes"] if scheme["id"] == scheme_id)


FAULTS = {
    "an unknown key": (
        lambda data: data.update(colour="red"),
        "“colour”不是可用的键",
    ),
    "an unknown key deep down": (
        lambda data: path(data, "e-commerce").update(taget=5),
        "“groups[industry-change].paths[e-commerce].taget”不是可用的键",
    ),
    "an unknown key of a limit": (
        lambda data: scheme(data, "smart-upgrade")["limits"][0].update(max=5),
        "“schemes[smart-upgrade].limits[investment].max”不是可用的键",
    ),
    "a missing section": (lambda data: data.pop("duties"), "缺少“duties”"),
    "a missing text": (
        lambda data: path(data, "lean-management").pop("text"),
        "缺少“groups[upgrading].paths[lean-management].text”",
    ),
    "an empty text": (lambda data: data["goal"].update(text=" "), "“goal.text”应为文字"),
    "a table where a list belongs": (lambda data: data.update(duties={}), "“duties”应为列表"),
    "a text where a table belongs": (lambda data: data.update(goal="40家"), "“goal”应为一组"),
    "a count in words": (lambda data: data["goal"].update(count="四十"), "“goal.count”应为不小于0的整数"),
    "a yes where a count belongs": (lambda data: data["goal"].update(count=True), "“goal.count”应为不小于0的整数"),
    "a negative target": (lambda data: path(data, "e-commerce").update(target=-5), "应为不小于0的整数"),
    "an inexact figure": (
        lambda data: scheme(data, "smart-upgrade").update(rate=6.1),
        "“schemes[smart-upgrade].rate”应为不小于0的整数，或写成文字的小数",
    ),
    "a figure that is none": (
        lambda data: scheme(data, "smart-upgrade").update(pool="五百"),
        "“schemes[smart-upgrade].pool”",
    ),
    "targets that do not sum": (
        lambda data: path(data, "e-commerce").update(target=6),
        "各路径目标之和 20＋1＋6＋5＋2＋7＝41，与目标任务 40 家不符",
    ),
    "a department that does not exist": (
        lambda data: path(data, "e-commerce").update(lead=["post-office"]),
        "“二（一）4”中的部门“post-office”",
    ),
    "an item's department that does not exist": (
        lambda data: path(data, "brand-building")["items"][0].update(departments=["post-office"]),
        "“二（二）6 1）”中的部门“post-office”",
    ),
    "a scheme's department that does not exist": (
        lambda data: scheme(data, "patent").update(departments=["post-office"]),
        "“三（五）”中的部门“post-office”",
    ),
    "a path's id used twice": (
        lambda data: path(data, "e-commerce").update(id="technology-enterprise"),
        "编号“technology-enterprise”用了2次",
    ),
    "a department's id used twice": (
        lambda data: data["departments"].append(data["departments"][0]),
        "部门编号“industry-and-information”用了2次",
    ),
    "a subject nobody knows": (
        lambda data: path(data, "e-commerce").update(subject="person"),
        "subject“person”无法识别",
    ),
    "a scheme without a rule": (
        lambda data: scheme(data, "patent").update(id="solar"),
        "“schemes[solar]”没有对应的测算规则",
    ),
    "a scheme without its rate": (
        lambda data: scheme(data, "smart-upgrade").pop("rate"),
        "缺少“schemes[smart-upgrade].rate”",
    ),
    "a scheme without its range": (
        lambda data: scheme(data, "high-tech").pop("award"),
        "缺少“schemes[high-tech].award”",
    ),
    "a scheme without one of its limits": (
        lambda data: scheme(data, "energy-saving")["limits"].pop(),
        "缺少“schemes[energy-saving].limits[electricity-saved]”",
    ),
    "an operator the plan does not use": (
        lambda data: scheme(data, "smart-upgrade")["limits"][0].update(operator="<"),
        "operator”应为 > 或 ≥，现为“<”",
    ),
    "budgets that do not bear the whole": (
        lambda data: scheme(data, "high-tech").update(city=40),
        "50%＋40% 不等于100%",
    ),
    "a range turned round": (
        lambda data: scheme(data, "high-tech").update(award={"low": 50, "high": 30}),
        "下限 50 高于上限 30",
    ),
    "weights that do not make a hundred": (
        lambda data: data["assessment"][0].update(weight=50),
        "之和为 90，应为100",
    ),
    "a date that is none": (lambda data: data.update(issued="2020721"), "“issued”应为日期"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_plan_is_refused_with_the_place(fault):
    spoil, sentence = FAULTS[fault]
    data = copy.deepcopy(DATA)
    spoil(data)
    with pytest.raises(UserError) as refused:
        read_plan(data)
    assert sentence in str(refused.value)
    assert str(refused.value).endswith("。")


def test_the_plan_itself_is_read():
    assert read_plan(DATA).year == 2020
