"""Carriers (载体): which tenants are in, how much of the area is used."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from jizhou_desktop.domain.record import Record

BASE = "小微企业创业创新示范基地"
RECOGNISED_LEVELS = ("市级", "国家级")


def number_of(record: Record, name: str) -> Decimal | None:
    """A decimal answer (平方米); None where it is blank, 不适用 or 未取得."""
    text = record.text(name)
    return Decimal(text) if text[:1].isdigit() else None


def tenants_on(tenants: Iterable[Record], on: date) -> list[Record]:
    """Those that are in on a day: come by then and not gone; one without dates is in."""
    return [row for row in tenants if _day(row, "since", date.min) <= on and _day(row, "until", date.max) > on]


def used_area(carrier: Record, tenants: Sequence[Record], on: date) -> Decimal | None:
    """平方米 in use: the sum over the tenants that are in where their areas are known, else what was typed."""
    areas = [area for area in (number_of(row, "area") for row in tenants_on(tenants, on)) if area is not None]
    return sum(areas, Decimal(0)) if areas else number_of(carrier, "rented_area")


def occupancy(carrier: Record, tenants: Sequence[Record], on: date) -> Decimal | None:
    """使用率 in % to one decimal: area in use over all of the area; None where either is not known."""
    area, used = number_of(carrier, "area"), used_area(carrier, tenants, on)
    if not area or used is None:
        return None
    return (used / area * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _day(row: Record, name: str, otherwise: date) -> date:
    text = row.text(name)
    return date.fromisoformat(text) if text[:4].isdigit() else otherwise
