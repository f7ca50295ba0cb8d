from decimal import Decimal

import pytest

from jizhou_desktop.domain.energy import electricity_tce, gas_kind, kwh_of, work_out
from jizhou_desktop.domain.errors import UserError


def test_200_000_kwh_are_24_58_tonnes_of_standard_coal():
    assert electricity_tce(200_000) == Decimal("24.58")


@pytest.mark.parametrize(
    ("kind", "amount", "tce"),
    [
        ("电力", "1000000", "122.90"),
        ("原煤", "100", "71.43"),
        ("焦炭", "100", "97.14"),
        ("汽油", "10", "14.71"),  # 14.714
        ("柴油", "10", "14.57"),  # 14.571
        ("燃料油", "10", "14.29"),  # 14.286
        ("液化石油气", "10", "17.14"),  # 17.143
        ("热力", "1000", "34.12"),  # 1000 GJ at 29.3076 GJ a tonne
    ],
)
def test_each_kind_by_the_standards_factor(kind, amount, tce):
    assert work_out([{"energy": kind, "quantity": amount}]).tce == Decimal(tce)


def test_natural_gas_needs_the_suppliers_factor():
    with pytest.raises(UserError, match="不在"):
        gas_kind(Decimal("12.143"))


def test_rows_are_worked_out_with_each_step_shown():
    rows = [
        {"energy": "电力", "quantity": "860000"},
        {"energy": "柴油", "quantity": "20"},
        {"energy": "天然气", "quantity": "50000", "factor": "1.2143"},
    ]
    worked = work_out(rows)
    # added before they are rounded: 105,694 + 29,142 + 60,715 kgce
    assert worked.tce == Decimal("195.55")
    assert worked.lines[0] == "电力 860,000千瓦时×0.1229千克标准煤＝105.69吨标准煤"
    assert worked.lines[2] == "天然气 50,000立方米×1.2143千克标准煤＝60.72吨标准煤"
    assert kwh_of(rows) == 860_000


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"energy": "天然气", "quantity": "1"}, "天然气请填供气单位"),
        ({"energy": "天然气", "quantity": "1", "factor": "12"}, "不在"),
        ({"energy": None, "quantity": "1"}, "未填品种"),
    ],
)
def test_a_row_that_cannot_be_reckoned_says_why(row, sentence):
    with pytest.raises(UserError, match=sentence):
        work_out([row])
