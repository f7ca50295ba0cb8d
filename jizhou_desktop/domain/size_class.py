"""The size class (大中小微型) of an enterprise by 统计上大中小微型企业划分办法（2017）."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped

SIZES = ("大型", "中型", "小型", "微型")
_LEVELS = (("large", "大型"), ("medium", "中型"), ("small", "小型"))
_MEASURES = {"employees": ("从业人员", "人"), "revenue": ("营业收入", "万元"), "assets": ("资产总额", "万元")}


@dataclass(frozen=True)
class SizeRow:
    """One line of the annex: the industries it is for, and for 大型, 中型, 小型 the lower limits (≥) that must all be
    reached, people by 人, money by 万元.
    """

    name: str
    codes: tuple[str, ...]
    limits: Mapping[str, Mapping[str, Decimal]]


@dataclass(frozen=True)
class SizeThresholds:
    """The whole annex, and what it is called."""

    source: str
    rows: tuple[SizeRow, ...]

    def row(self, industry_code: str) -> SizeRow | None:
        """The line an industry belongs to: that of the longest code it begins with."""
        fitting = [
            (len(code), row) for row in self.rows for code in row.codes if code and industry_code.startswith(code)
        ]
        return max(fitting, key=lambda fit: fit[0])[1] if fitting else None


@dataclass(frozen=True)
class SizeVerdict:
    """The class, or "" where it cannot be said; and why, with the figures, for the official to read."""

    size: str
    explanation: str


def size_class(
    industry_code: str,
    employees: int | None,
    revenue: Decimal | None,
    assets: Decimal | None,
    thresholds: SizeThresholds,
) -> SizeVerdict:
    """The size class from people, 营业收入 and 资产总额 (万元). A figure that is missing is None, never zero.

    大型, 中型 and 小型 must reach every limit of their line, else the enterprise is one class down; 微型 misses one
    limit of 小型 at least.
    """
    row = thresholds.row(industry_code)
    if row is None:
        reason = "未填行业代码" if not industry_code else f"行业 {industry_code} 不在{thresholds.source}所列范围"
        return SizeVerdict("", f"{reason}，不能划型。")
    figures = {"employees": _as_decimal(employees), "revenue": revenue, "assets": assets}
    needed = list(row.limits["大型"])
    absent = [_MEASURES[name][0] for name in needed if figures[name] is None]
    if absent:
        return SizeVerdict("", f"按“{row.name}”划型须有{'、'.join(absent)}，尚未填报。")
    known = {name: value for name, value in figures.items() if value is not None and name in needed}
    size = class_in(row, figures)
    return SizeVerdict(size, _explain(row, size, known, thresholds.source))


def class_in(row: SizeRow, figures: Mapping[str, Decimal | None]) -> str:
    """The class alone, by a line of the annex and figures by name; "" where one that the line asks for is missing."""
    known = {name: value for name in row.limits["大型"] if (value := figures[name]) is not None}
    if len(known) < len(row.limits["大型"]):
        return ""
    return next((size for _, size in _LEVELS if _reaches(known, row.limits[size])), SIZES[-1])


def read_thresholds(data: Mapping[str, Any]) -> SizeThresholds:
    """The annex from its TOML table. Raises UserError for an unknown key or a line that lacks a limit."""
    _only(data, {"source", "row"}, "规模标准")
    rows = tuple(_read_row(entry) for entry in data["row"])
    return SizeThresholds(str(data["source"]), rows)


def _read_row(entry: Mapping[str, Any]) -> SizeRow:
    where = f"规模标准“{entry.get('name', '')}”"
    _only(entry, {"name", "codes", *(key for key, _ in _LEVELS)}, where)
    limits = {size: _read_limits(entry, key, where) for key, size in _LEVELS}
    if len({frozenset(limit) for limit in limits.values()}) != 1:
        raise UserError(f"{where}的三档指标不一致。")
    return SizeRow(entry["name"], tuple(entry["codes"]), limits)


def _read_limits(entry: Mapping[str, Any], key: str, where: str) -> dict[str, Decimal]:
    limits = entry.get(key)
    if not limits:
        raise UserError(f"{where}缺少 {key}。")
    _only(limits, set(_MEASURES), where)
    return {name: Decimal(limit) for name, limit in limits.items()}


def _only(table: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise UserError(f"{where}有不认识的键“{unknown[0]}”。")


def _as_decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def _reaches(figures: Mapping[str, Decimal], limits: Mapping[str, Decimal]) -> bool:
    return all(figures[name] >= limit for name, limit in limits.items())


def _explain(row: SizeRow, size: str, figures: Mapping[str, Decimal], source: str) -> str:
    has = "，".join(_said(name, value) for name, value in figures.items())
    return f"{row.name}：{has}；{'；'.join(_reasons(row, size, figures))}，为{size}（{source}）。"


def _reasons(row: SizeRow, size: str, figures: Mapping[str, Decimal]) -> Iterator[str]:
    """Which limits the class reaches, and which of the class above it misses."""
    if size in row.limits:
        yield f"达到{size}下限（{'，'.join(_said(name, limit) for name, limit in row.limits[size].items())}）"
    above = SIZES[SIZES.index(size) - 1] if size != SIZES[0] else ""
    if above:
        missed = [_said(name, limit) for name, limit in row.limits[above].items() if figures[name] < limit]
        yield f"未达到{above}下限 {'、'.join(missed)}"


def _said(name: str, value: Decimal) -> str:
    label, unit = _MEASURES[name]
    return f"{label} {grouped(value)}{unit}"
