"""The one judge: what an official types, what is kept of it, and what is said where it cannot be kept."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jizhou_desktop.domain.answers import judge, show
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import NOT_APPLICABLE, NOT_OBTAINED
from jizhou_desktop.tasks import resources


@pytest.fixture(scope="module")
def codes():
    return resources.codes()


@pytest.fixture(scope="module")
def enterprise():
    return resources.form("enterprise")


@pytest.fixture(scope="module")
def year_figures():
    return resources.form("year-figures")


def asking(kind, **keys):
    """A form with one question."""
    return Form("sample", 1, "样例表", "enterprise", (Field("asked", "所问", FieldKind(kind), **keys),))


def test_an_enterprise_as_a_clerk_types_it(enterprise, codes):
    judged = judge(
        enterprise,
        {
            "name": " 天津州河金属结构制造有限公司 ",
            "uscc": "9112 0225 MA06 K2ER 77",
            "founded": "2005/11/02",
            "capital": "2,000",
            "place": "蓟县渔阳镇",
            "industry": "C3311",
            "phone": "022－29142345",
            "above_scale": "是",
            "size_override": "",
        },
        codes,
    )
    assert judged.problems == []
    assert judged.values == {
        "name": "天津州河金属结构制造有限公司",
        "uscc": "91120225MA06K2ER77",
        "founded": "2005-11-02",
        "capital": 2_000_000_000,
        "place": "120119100",
        "industry": "3311",
        "phone": "022-29142345",
        "above_scale": 1,
        "size_override": None,
    }


def test_a_year_as_a_clerk_types_it(year_figures, codes):
    judged = judge(
        year_figures,
        {
            "year": "2020年",
            "revenue": "９２１５",
            "profit": "-35.6",
            "employees": "146人",
            "energy": "395.50吨标准煤",
            "kwh": "135.2万度",
            "rd": "不适用",
            "assets": "未取得",
        },
        codes,
    )
    assert judged.problems == []
    assert judged.values == {
        "year": 2020,
        "revenue": 9_215_000_000,
        "profit": -35_600_000,
        "employees": 146,
        "energy": "395.5",
        "kwh": 1_352_000,
        "rd": NOT_APPLICABLE,
        "assets": NOT_OBTAINED,
    }


def test_every_problem_names_its_field_and_begins_with_its_label(year_figures, codes):
    judged = judge(year_figures, {"year": "20", "revenue": "100-300万元", "tax": "-1", "employees": "约80"}, codes)
    assert {problem.field for problem in judged.problems} == {"year", "revenue", "tax", "employees"}
    for problem in judged.problems:
        assert problem.message.startswith(f"{year_figures.field(problem.field).label}：")
    assert judged.values == {}


def test_a_required_answer_must_be_given_and_cannot_be_withheld(enterprise, codes):
    assert "必填" in judge(enterprise, {}, codes).problems[0].message
    assert "必填，不能填“不适用”" in judge(enterprise, {"name": "不适用"}, codes).problems[0].message


def test_a_question_the_form_does_not_ask_is_told(enterprise, codes):
    (problem,) = judge(enterprise, {"name": "某厂", "colour": "红"}, codes).problems
    assert problem.message == "colour：“企业基本情况”没有这一项。"


def test_what_is_absent_stays_as_it_was_and_what_is_blank_is_cleared(enterprise, codes):
    assert judge(enterprise, {"name": "某厂", "contact": "  "}, codes).values == {"name": "某厂", "contact": None}


@pytest.mark.parametrize("mark", ["N/A", "n/a", "#N/A", "—", "/", "－"])
def test_what_tables_put_for_nothing_is_blank(mark, enterprise, codes):
    judged = judge(enterprise, {"name": "某厂", "capital": mark, "contact": mark}, codes)
    assert judged.problems == []
    assert judged.values == {"name": "某厂", "capital": None, "contact": None}
    assert "必填" in judge(enterprise, {"name": mark}, codes).problems[0].message


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", "天津（蓟州）①厂\n二部", "天津（蓟州）①厂 二部"),
        ("lines", "第一行\n第二行", "第一行\n第二行"),
        ("code", "６２２２ 0200 1234 5678", "6222020012345678"),
        ("phone", "138 0000 0001", "13800000001"),
        ("phone", "13800000001/29142345", "13800000001、29142345"),
        ("phone", "(022)29142345转801", "(022)29142345-801"),
        ("yes-no", "Y", 1),
        ("yes-no", "√", 1),
        ("yes-no", "否", 0),
        ("yes-no", "0", 0),
        ("year", "2020年度", 2020),
        ("decimal", "15.50%", "15.5"),
        ("money", "84000元", 8_400_000),
        ("industry", "金属结构制造", "3311"),
        ("industry", "3311 金属结构制造", "3311"),
        ("place", "120119100", "120119100"),
    ],
)
def test_each_kind_of_answer(kind, typed, kept, codes):
    judged = judge(asking(kind), {"asked": typed}, codes)
    assert judged.problems == []
    assert judged.values == {"asked": kept}


@pytest.mark.parametrize(
    ("kind", "keys", "typed", "sentence"),
    [
        ("text", {"max": "5"}, "六个字的名称", "现有6个字，最多5个字"),
        ("text", {"min": "2"}, "厂", "至少2个字"),
        ("code", {}, "6.22202E+18", "科学计数法，原来的号码已经丢失"),
        ("code", {}, "账号待补", "不是号码"),
        ("uscc", {}, "91350100MO00100Y43", "第10位“O”不是代码用字"),
        ("uscc", {}, "9135", "应为18位，现为4位"),
        ("place", {}, "武清区", "不是本区乡镇、街道或园区"),
        ("industry", {}, "打铁", "不在《国民经济行业分类》"),
        ("industry", {}, "9999", "不在《国民经济行业分类》"),
        ("phone", {}, "1380000000", "不是电话号码"),
        ("phone", {}, "1.38E+10", "不是电话号码"),
        ("choice", {"choices": ("小型", "微型")}, "中小型", "请选：小型、微型"),
        ("yes-no", {}, "大概", "请填“是”或“否”"),
        ("date", {}, "2020721", "可读作2020年7月21日"),
        ("date", {"min": "1949-10-01"}, "1936-1-1", "1936年1月1日早于1949年10月1日"),
        ("date", {"max": "2020-12-31"}, "20210101", "2021年1月1日晚于2020年12月31日"),
        ("year", {"min": "2017"}, "2016", "小于最小值 2017"),
        ("whole", {"min": "0"}, "-3", "小于最小值 0"),
        ("whole", {}, "3.5", "不是整数"),
        ("decimal", {"max": "100"}, "101%", "大于最大值 100"),
        ("money", {"min": "0"}, "-0.01", "小于最小值 0万元"),
        ("money", {"max": "50"}, "50.000001", "50.000001万元大于最大值 50万元"),
        ("money", {}, "0.0000001", "细于分"),
        ("money", {}, "100300万元", "有两种读法"),
        ("money", {}, "8.4 " * 10_000, "内容过长（39,999个字）"),
        ("money", {}, "待定", "填“不适用”，尚未取得填“未取得”"),
    ],
)
def test_what_cannot_be_kept_is_told_with_the_reason(kind, keys, typed, sentence, codes):
    judged = judge(asking(kind, **keys), {"asked": typed}, codes)
    (problem,) = judged.problems
    assert sentence in problem.message
    assert problem.severity is Severity.ERROR
    assert judged.values == {}
    assert not judged.sound


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "sentence"),
    [
        ("uscc", "91350100M000100Y44", "91350100M000100Y44", "第18位应为“3”"),
        ("uscc", "120225000012345", "120225000012345", "15位工商注册号"),
        ("industry", "331", "331", "不是小类"),
        ("industry", "3319", "3319", "没有小类“3319”，其中类为“331 结构性金属制品制造”"),
        ("text", "天津市蓟\ufffd县第一厂", "天津市蓟\ufffd县第一厂", "无法辨认的字"),
    ],
)
def test_what_is_doubtful_is_kept_and_asked_about(kind, typed, kept, sentence, codes):
    judged = judge(asking(kind), {"asked": typed}, codes)
    (problem,) = judged.problems
    assert sentence in problem.message
    assert problem.severity is Severity.QUERY
    assert judged.values == {"asked": kept}
    assert judged.sound


def test_values_are_shown_as_officials_write_them(codes):
    shown = {
        ("money", 9_215_500_000): "9,215.5",
        ("date", "2020-07-21"): "2020年7月21日",
        ("yes-no", 1): "是",
        ("yes-no", 0): "否",
        ("whole", 1_352_000): "1,352,000",
        ("decimal", "395.5"): "395.5",
        ("year", 2020): "2020",
        ("place", "120119100"): "渔阳镇",
        ("industry", "3311"): "3311 金属结构制造",
        ("money", None): "",
        ("money", NOT_OBTAINED): "未取得",
        ("date", NOT_APPLICABLE): "不适用",
    }
    for (kind, value), text in shown.items():
        assert show(Field("asked", "所问", FieldKind(kind)), value, codes) == text


def test_without_the_tables_codes_are_shown_as_they_are():
    assert show(Field("asked", "所问", FieldKind.PLACE), "120119100") == "120119100"


VALUES = st.one_of(
    st.tuples(st.just("money"), st.integers(-(10**13), 10**13)),
    st.tuples(st.just("whole"), st.integers(0, 10**9)),
    st.tuples(st.just("decimal"), st.decimals(0, 10**6, places=3).map(lambda number: f"{number.normalize():f}")),
    st.tuples(st.just("date"), st.dates(date(1949, 10, 1), date(2100, 12, 31)).map(str)),
    st.tuples(st.just("yes-no"), st.sampled_from([0, 1])),
    st.tuples(st.just("year"), st.integers(1900, 2100)),
    st.tuples(st.just("place"), st.sampled_from(["120119001", "120119100", "120119203", "120119401"])),
    st.tuples(st.just("industry"), st.sampled_from(["3311", "0111", "9700"])),
    st.tuples(st.sampled_from(["money", "whole", "date", "place"]), st.sampled_from([NOT_APPLICABLE, NOT_OBTAINED])),
)


@given(VALUES)
def test_what_is_shown_may_be_typed_again(pair):
    kind, value = pair
    form, codes = asking(kind), resources.codes()
    judged = judge(form, {"asked": show(form.fields[0], value, codes)}, codes)
    assert judged.problems == []
    if kind == "decimal":
        assert Decimal(judged.values["asked"]) == Decimal(value)
    else:
        assert judged.values == {"asked": value}
