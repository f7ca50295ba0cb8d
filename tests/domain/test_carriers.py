from datetime import date
from decimal import Decimal

from jizhou_desktop.domain.carriers import occupancy, tenants_on, used_area
from jizhou_desktop.domain.record import Kind, Record

TODAY = date(2020, 12, 1)


def carrier(**values):
    return Record("c", Kind.CARRIER, "120119100", values, "carrier")


def tenant(name="甲", **values):
    return Record(name, Kind.TENANT, "120119100", {"name": name, **values}, "tenant", parent="c")


def test_a_tenant_is_in_from_the_day_it_came_until_the_day_it_left():
    rows = [
        tenant("甲", since="2020-12-01"),
        tenant("乙", since="2020-12-02"),
        tenant("丙", until="2020-12-01"),
        tenant("丁", until="2020-12-02"),
        tenant("戊"),
    ]
    assert [row.uid for row in tenants_on(rows, TODAY)] == ["甲", "丁", "戊"]


def test_what_tenants_use_goes_before_what_was_typed():
    held = carrier(area="6200", rented_area="4850")
    assert occupancy(held, [], TODAY) == Decimal("78.2")  # 4850 ÷ 6200
    rows = [tenant("甲", area="1200.5"), tenant("乙", area="800"), tenant("丙", area="9", until="2019-01-01"), tenant()]
    assert used_area(held, rows, TODAY) == Decimal("2000.5")
    assert occupancy(held, rows, TODAY) == Decimal("32.3")


def test_without_an_area_there_is_no_occupancy():
    assert occupancy(carrier(rented_area="10"), [], TODAY) is None
    assert occupancy(carrier(area="0", rented_area="10"), [], TODAY) is None
    assert occupancy(carrier(area="不适用", rented_area="10"), [], TODAY) is None
    assert occupancy(carrier(area="100"), [tenant()], TODAY) is None
