import pytest

from jizhou_desktop.domain.audit.claims import RULES

WAN = 1_000_000

CASES = [
    ("E01", {"scheme": "moon-landing"}, "2020年行动计划没有“moon-landing”"),
    ("E02", {"claim": {"investment": 200 * WAN, "equipment": 180 * WAN}}, "为200万元"),
    ("E02", {"claim": {"equipment": 573 * WAN}}, "不符合条件"),
    ("E02", {"claim": {"investment": None}}, "investment"),
    ("E02", {"scheme": "major-innovation", "claim": {"award": 99 * WAN}}, "99万元"),
    ("E03", {"enterprise": {"uscc": None}}, "没有统一社会信用代码，不能拨付资金"),
    ("E04", {"closed": "迁出"}, "企业已迁出，不能申报"),
    ("E05", {"enterprise": {"size_override": "大型"}}, "划为大型"),
    ("E06", {"claim": {"end": "2019-06-09"}}, "完工日期2019年6月9日早于开工日期2019年6月10日"),
    ("E07", {"claim": {"start": "2018-12-31"}}, "2019年1月1日以前的投资不计入"),
    ("E08", {"claim": {"end": "2021-01-01"}}, "2020年以后的投资不计入"),
    ("E09", {"claim": {"start": "2018-01-01", "end": "2018-12-31"}}, "没有计入期内的投资"),
    ("E10", {"enterprise": {"founded": "2019-06-11"}}, "早于企业成立日期2019年6月11日"),
    ("E14", {"attachments": ()}, "没有佐证材料"),
    ("E15", {"claim": {"account": None, "bank": None}}, "未填开户银行、银行账号"),
    ("E16", {"claim": {"account_name": "周五洲"}}, "账户名称“周五洲”与企业名称"),
    ("E17", {"claim": {"contact": None}, "enterprise": {"contact": None}}, "未填联系人"),
]


@pytest.mark.parametrize(("rule", "differences", "sentence"), CASES)
def test_what_is_wrong_is_told_once(told, rule, differences, sentence):
    (message,) = told(rule, **differences)
    assert sentence in message


@pytest.fixture
def with_second_claim(make_file, make_record):
    """The sound claim beside another of the same enterprise and year; changes are the other's."""

    def claims(form="smart-upgrade", **changes):
        (first,) = make_file().claims
        other = {"project": "另一项目", "filing_number": "样例备〔2020〕002号", "equipment": 500 * WAN, **changes}
        return (first, make_record("c2", "claim", first.values, other, form=form, year=2020, parent="e"))

    return claims


@pytest.mark.parametrize(
    ("rule", "shared", "sentence"),
    [
        ("E11", {"project": "钢结构焊接机器人工作站 智能化改造项目"}, "同一政策下申报了两次"),
        (
            "E12",
            {"form": "energy-saving", "filing_number": "样例备(2019)001号"},
            "备案号“样例备〔2019〕001号”同时用于“另一项目”",
        ),
        ("E13", {"form": "energy-saving", "equipment": 610 * WAN}, "设备投入与“另一项目”相同"),
    ],
)
def test_what_is_claimed_twice_is_told_of_both(told, with_second_claim, rule, shared, sentence):
    messages = told(rule, claims=with_second_claim(**shared))
    assert len(messages) == 2
    assert sentence in messages[0]


@pytest.mark.parametrize("rule", ["E11", "E12", "E13"])
def test_two_different_projects_may_both_be_claimed(told, with_second_claim, rule):
    assert told(rule, claims=with_second_claim("energy-saving")) == []


def test_every_rule_is_tried():
    assert {rule.number for rule in RULES} == {rule for rule, _, _ in CASES} | {"E11", "E12", "E13"}


@pytest.mark.parametrize(
    ("rule", "differences"),
    [
        ("E02", {"claim": {"equipment": 574 * WAN}}),  # exactly 70 %
        ("E07", {"claim": {"start": "2019-01-01"}}),
        ("E08", {"claim": {"end": "2020-12-31"}}),
        ("E16", {"enterprise": {"former_names": "蓟县金属厂"}, "claim": {"account_name": "蓟县金属厂"}}),
        ("E07", {"scheme": "patent", "claim": {"start": "2015-01-01"}}),  # no years are counted there
    ],
)
def test_what_is_in_order_is_left_alone(told, rule, differences):
    assert told(rule, **differences) == []
