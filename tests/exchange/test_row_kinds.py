"""Rows of a roster that are no enterprise."""

import pytest

from jizhou_desktop.exchange.row_kinds import closes, is_numbering, shown, unit_row
from jizhou_desktop.exchange.sheets import Sheet


@pytest.mark.parametrize(
    "said",
    ["合计", "小 计", "本页小计", "总计（家）", "共27家", "填表人：王样例", "填报单位（盖章）：", "审核人:",
     "注：快报数", "备注", "单位负责人：", "填表日期：2020年12月30日", "说明：", "联系电话："],
)  # fmt: skip
def test_sums_signatures_and_notes_close_a_table(said):
    assert closes([said])


@pytest.mark.parametrize(
    "said", ["天津总计科技有限公司", "共家物业有限公司", "总计算机有限公司", "注册资本管理公司", "1", "负责人培训中心"]
)
def test_names_do_not(said):
    assert not closes([said])


def test_columns_numbered_as_statistics_forms_do():
    assert is_numbering(["甲", "乙", "1", "2", "(3)"])
    assert not is_numbering(["甲厂", "1", "2"])
    assert not is_numbering(["1", "", ""])
    assert not is_numbering(["1", "甲", "1"])


def test_a_row_of_units():
    assert unit_row(Sheet("表", [["—", "（万元）", "人"]]), 0) == {0: "—", 1: "万元", 2: "人"}
    assert unit_row(Sheet("表", [["甲厂", "万元"]]), 0) == {}
    assert unit_row(Sheet("表", [["-", "-"]]), 0) == {}


def test_a_row_is_cut_for_a_sentence():
    assert shown(["合计", "12"]) == "合计 12"
    assert shown(["很长" * 20]) == "很长" * 15 + "…"
