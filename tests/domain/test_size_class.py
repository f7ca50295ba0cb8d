"""Each boundary of 统计上大中小微型企业划分办法（2017）: at the limit, and just below it."""

from decimal import Decimal

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.size_class import read_thresholds, size_class
from jizhou_desktop.tasks import resources

# industry, people, 营业收入 万元, 资产 万元, class — worked out by hand from the annex
CASES = [
    ("0111", None, "20000", None, "大型"),
    ("0111", None, "19999.99", None, "中型"),
    ("0111", None, "500", None, "中型"),
    ("0111", None, "499.99", None, "小型"),
    ("0111", None, "50", None, "小型"),
    ("0111", None, "49.99", None, "微型"),
    ("3311", 1000, "40000", None, "大型"),
    ("3311", 999, "40000", None, "中型"),
    ("3311", 1000, "39999.99", None, "中型"),
    ("3311", 300, "2000", None, "中型"),
    ("3311", 299, "900000", None, "小型"),
    ("3311", 20, "300", None, "小型"),
    ("3311", 19, "300", None, "微型"),
    ("3311", 5000, "299.99", None, "微型"),
    ("0610", 300, "2000", None, "中型"),
    ("4610", 20, "300", None, "小型"),
    ("4710", None, "80000", "80000", "大型"),
    ("4710", None, "80000", "79999", "中型"),
    ("4710", None, "6000", "4999", "小型"),
    ("4710", None, "299", "300", "微型"),
    ("5123", 200, "40000", None, "大型"),
    ("5123", 20, "4999", None, "小型"),
    ("5123", 5, "1000", None, "小型"),
    ("5123", 4, "1000", None, "微型"),
    ("5211", 300, "20000", None, "大型"),
    ("5211", 50, "500", None, "中型"),
    ("5211", 49, "500", None, "小型"),
    ("5211", 9, "100", None, "微型"),
    ("5431", 1000, "30000", None, "大型"),
    ("5431", 300, "2999", None, "小型"),
    ("5910", 200, "30000", None, "小型"),  # 装卸搬运 goes with transport, not with storage
    ("5920", 200, "30000", None, "大型"),  # 通用仓储
    ("5920", 100, "1000", None, "中型"),
    ("6010", 300, "2000", None, "中型"),
    ("6020", 19, "2000", None, "微型"),
    ("6121", 300, "10000", None, "大型"),
    ("6121", 99, "2000", None, "小型"),
    ("6210", 10, "100", None, "小型"),
    ("6311", 2000, "100000", None, "大型"),
    ("6410", 100, "1000", None, "中型"),
    ("6513", 300, "10000", None, "大型"),
    ("6513", 10, "50", None, "小型"),
    ("6513", 10, "49", None, "微型"),
    ("7010", None, "200000", "10000", "大型"),
    ("7010", None, "1000", "4999", "小型"),
    ("7010", None, "100", "1999", "微型"),
    ("7020", 1000, "5000", None, "大型"),
    ("7020", 300, "999", None, "小型"),
    ("7020", 99, "500", None, "微型"),
    ("7030", 100, None, None, "中型"),  # 房地产中介: 其他未列明行业
    ("7111", 300, None, "120000", "大型"),
    ("7299", 100, None, "7999", "小型"),
    ("7299", 10, None, "99", "微型"),
    ("7310", 300, None, None, "大型"),
    ("8010", 10, None, None, "小型"),
    ("8010", 9, None, None, "微型"),
]


@pytest.fixture(scope="module")
def thresholds():
    return resources.thresholds()


def _classed(thresholds, industry, people, revenue, assets):
    return size_class(
        industry, people, Decimal(revenue) if revenue else None, Decimal(assets) if assets else None, thresholds
    )


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_class_by_the_annex(thresholds, case):
    *figures, size = case
    assert _classed(thresholds, *figures).size == size


def test_the_explanation_gives_the_figures_and_the_limits_reached_and_missed(thresholds):
    explanation = _classed(thresholds, "3311", 146, "9215", None).explanation
    assert "从业人员 146人，营业收入 9,215万元" in explanation
    assert "达到小型下限（从业人员 20人，营业收入 300万元）" in explanation
    assert "未达到中型下限 从业人员 300人" in explanation


def test_a_missing_figure_is_not_zero(thresholds):
    verdict = _classed(thresholds, "3311", 146, None, None)
    assert verdict.size == ""
    assert "营业收入，尚未填报" in verdict.explanation


@pytest.mark.parametrize(
    ("industry", "why"), [("", "未填行业代码"), ("5320", "5320"), ("6621", "6621"), ("7040", "7040")]
)
def test_industries_outside_the_annex_are_not_classed(thresholds, industry, why):
    verdict = _classed(thresholds, industry, 5000, "900000", "900000")
    assert verdict.size == ""
    assert why in verdict.explanation


def test_each_row_names_industries_that_exist(thresholds):
    industries = resources.codes().industries
    assert all(industries.find(code) for row in thresholds.rows for code in row.codes)


def test_no_code_belongs_to_two_rows(thresholds):
    codes = [code for row in thresholds.rows for code in row.codes]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"name": "工业", "codes": ["06"], "large": {"revenue": 1}, "medium": {"revenue": 1}}, "缺少 small"),
        (
            {
                "name": "工业",
                "codes": ["06"],
                "large": {"profit": 1},
                "medium": {"profit": 1},
                "small": {"profit": 1},
            },
            "profit",
        ),
        (
            {"name": "工业", "codes": [], "large": {"revenue": 1}, "medium": {"assets": 1}, "small": {"revenue": 1}},
            "不一致",
        ),
        ({"name": "工业", "colour": "red"}, "colour"),
    ],
)
def test_a_faulty_table_is_refused(row, why):
    with pytest.raises(UserError, match=why):
        read_thresholds({"source": "办法", "row": [row]})
