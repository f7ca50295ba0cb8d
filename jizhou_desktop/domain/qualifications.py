"""Rows of 资质荣誉: which still hold on a day, and how many patents they are."""

from collections.abc import Iterable
from datetime import date, timedelta

from jizhou_desktop.domain.record import Record

PATENTS = ("发明专利", "实用新型专利", "外观设计专利")
SOON = timedelta(days=180)
"""A certificate that ends within half a year must be renewed: 高新技术企业 apply for it months ahead."""


def ends_on(row: Record) -> date | None:
    """The last day it holds; None where it has no end."""
    return _day(row, "expires")


def has_ended(row: Record, on: date) -> bool:
    """Whether it no longer holds on that day; it still does on the last one."""
    end = ends_on(row)
    return end is not None and end < on


def ends_soon(row: Record, on: date) -> bool:
    """Whether it ends within half a year from that day."""
    end = ends_on(row)
    return end is not None and on <= end <= on + SOON


def pieces(row: Record) -> int:
    """How many it stands for: 件数, one where nothing is said."""
    return row.whole("count") or 1


def patents_held(rows: Iterable[Record], on: date) -> dict[str, int]:
    """有效专利 on a day by kind, those kinds alone that there are: granted by then and not ended."""
    held = dict.fromkeys(PATENTS, 0)
    for row in rows:
        granted = _day(row, "issued")
        if row.text("type") in held and (granted is None or granted <= on) and not has_ended(row, on):
            held[row.text("type")] += pieces(row)
    return {kind: count for kind, count in held.items() if count}


def _day(row: Record, name: str) -> date | None:
    text = row.text(name)
    return date.fromisoformat(text) if text[:4].isdigit() else None
