from decimal import Decimal

import pytest

from jizhou_desktop.domain.energy import electricity_tce, gas_kind, kwh_of, standard_coal, work_out
from jizhou_desktop.domain.errors import UserError


def test_200_000_kwh_are_24_58_tonnes_of_standard_coal():
    assert electricity_tce(200_000) == Decimal("24.58")


@pytest.mark.parametrize(
    ("kind", "amount", "tce"),
    [
        ("electricity", "1000000", "122.90"),
        ("raw-coal", "100", "71.43"),
        ("coke", "100", "97.14"),
        ("petrol", "10", "14.71"),  # 14.714
        ("diesel", "10", "14.57"),  # 14.571
        ("fuel-oil", "10", "14.29"),  # 14.286
        ("liquefied-gas", "10", "17.14"),  # 17.143
        ("heat", "1000", "34.12"),  # 1000 GJ at 29.3076 GJ a tonne
    ],
)
def test_each_kind_by_the_standards_factor(kind, amount, tce):
    assert standard_coal({kind: Decimal(amount)}) == Decimal(tce)


def test_kinds_are_added_before_they_are_rounded():
    # 860,000 × 0.1229 + 20 × 1457.1 + 50,000 × 1.2143 = 105,694 + 29,142 + 60,715 kgce
    used = {"electricity": Decimal(860_000), "diesel": Decimal(20), "natural-gas": Decimal(50_000)}
    assert standard_coal(used, gas_kind(Decimal("1.2143"))) == Decimal("195.55")


def test_natural_gas_needs_the_suppliers_factor():
    with pytest.raises(UserError, match="先给出供气单位的折标系数"):
        standard_coal({"natural-gas": Decimal(1)})
    with pytest.raises(UserError, match="不在"):
        gas_kind(Decimal("12.143"))


def test_negative_use_is_refused():
    with pytest.raises(UserError, match="柴油消费量 -1 小于零"):
        standard_coal({"diesel": Decimal(-1)})


def test_rows_are_worked_out_with_each_step_shown():
    rows = [
        {"energy": "电力", "quantity": "860000"},
        {"energy": "柴油", "quantity": "20"},
        {"energy": "天然气", "quantity": "50000", "factor": "1.2143"},
    ]
    worked = work_out(rows)
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
