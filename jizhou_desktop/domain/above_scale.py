"""Whether an enterprise is 规模以上 (限额以上), by the revenue that the statistical office asks for in its industry."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.typed_table import read_table


@dataclass(frozen=True)
class ScaleRow:
    """The industries of one limit: 年营业收入 in 万元, reached from this figure on (≥)."""

    name: str
    codes: tuple[str, ...]
    limit: Decimal


@dataclass(frozen=True)
class ScaleLimits:
    """All limits, and what they rest on."""

    source: str = ""
    row: tuple[ScaleRow, ...] = ()

    def of(self, industry_code: str) -> ScaleRow | None:
        """The line an industry belongs to: that of the longest code it begins with."""
        fits = [(len(code), row) for row in self.row for code in row.codes if industry_code.startswith(code)]
        return max(fits, key=lambda fit: fit[0])[1] if fits else None


@dataclass(frozen=True)
class ScaleVerdict:
    """规上 or not, None where revenue does not say; and why, for the official to read."""

    above: bool | None
    explanation: str = ""


def above_scale(industry_code: str, revenue: Decimal | None, limits: ScaleLimits) -> ScaleVerdict:
    """By one year's 营业收入 in 万元, None where it is not known."""
    row = limits.of(industry_code) if industry_code else None
    if row is None or revenue is None:
        return ScaleVerdict(None)
    above = revenue >= row.limit
    reached = "已达" if above else "不足"
    return ScaleVerdict(above, f"{row.name}，营业收入{grouped(revenue)}万元{reached}{grouped(row.limit)}万元")


def read_limits(data: Mapping[str, Any]) -> ScaleLimits:
    """The limits from their TOML table. Raises UserError for what is missing or unknown in it."""
    return read_table(ScaleLimits, data, "")
