import pytest

from jizhou_desktop.domain.audit.from_lists import OF_FILE_LISTS, OF_YEAR_LISTS
from jizhou_desktop.domain.record import Kind, Record


def used(energy, quantity, **values):
    answers = {"year": 2020, "energy": energy, "quantity": quantity, **values}
    return Record("n", Kind.ENERGY, "120119100", answers, "energy", year=2020, parent="e")


def held(kind, **values):
    return Record("q", Kind.QUALIFICATION, "120119100", {"type": kind, **values}, "qualification", parent="e")


CASES = [
    # 1,352,000 × 0.1229 = 166.16 and 100 × 1457.1 kg = 145.71: together 311.87
    ("K01", {"energy": (used("电力", "1352000"), used("柴油", "100"))}, "填395.5吨标准煤，按能源消费折算为311.87吨"),
    ("K02", {"energy": (used("天然气", "1000"),)}, "2020年能源消费不能折标：天然气请填"),
    ("K03", {"energy": (used("电力", "1352001"),)}, "填1,352,000千瓦时，能源消费中电力为1,352,001千瓦时"),
    (
        "K04",
        {"qualifications": (held("发明专利", count=3), held("实用新型专利", count=5))},
        "年末有效的为8件（发明专利3件",
    ),
    ("K05", {"qualifications": (held("国家高新技术企业", expires="2020-10-08"),)}, "国家高新技术企业2020年10月8日到期"),
    (
        "K06",
        {"qualifications": (held("商标", name="州河", issued="2020-01-02", expires="2020-01-01"),)},
        "商标“州河”有效期至2020年1月1日，早于取得日期2020年1月2日",
    ),
    ("K07", {"qualifications": (held("商标", number="123"), held("商标", number="123"))}, "编号“123”出现2次"),
]


@pytest.mark.parametrize(("rule", "differences", "sentence"), CASES)
def test_what_is_wrong_is_told_once(told, rule, differences, sentence):
    (message,) = told(rule, **differences)
    assert sentence in message


def test_every_rule_is_tried():
    assert {rule.number for rule in (*OF_FILE_LISTS, *OF_YEAR_LISTS)} == {rule for rule, _, _ in CASES}


def test_a_figure_rounded_to_one_place_is_the_same(told):
    # 3,218,000 × 0.1229 = 395,492.2 kg
    assert told("K01", energy=(used("电力", "3218000"),)) == []


def test_a_qualification_that_was_renewed_has_not_run_out(told):
    rows = held("国家高新技术企业", expires="2020-10-08"), held("国家高新技术企业", expires="2023-10-08")
    assert told("K05", qualifications=rows) == []


def test_lists_that_agree_have_nothing_to_tell(told):
    assert told("K04", qualifications=(held("发明专利", count=7),)) == []
    assert told("K03", energy=(used("电力", "1352000"),)) == []
