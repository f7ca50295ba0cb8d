from decimal import Decimal

import pytest

from jizhou_desktop.domain.energy import electricity_tce, gas_kind, standard_coal
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
