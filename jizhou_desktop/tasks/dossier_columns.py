"""The columns that a list of enterprises may have: what every row holds, and any single answer of the two forms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.figures import grouped, wan_text
from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.record import Value
from jizhou_desktop.domain.size_class import SIZES
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.dossier_rows import DossierRow
from jizhou_desktop.tasks.list_filter import PATH, group_label

USUAL = ("name", "uscc", "place", "industry", "size", "revenue", "employees")
"""The columns shown until others are chosen."""

_FIGURES = (FieldKind.MONEY, FieldKind.WHOLE, FieldKind.DECIMAL)
_LEAST = -(1 << 62)
_OF_EVERY_ROW = ("name", "uscc", "place", "industry")
_MUST = "name"
_WIDTHS = {"address": 18, "phone": 9, "former_names": 14, "products": 14, "registered_type": 10}


@dataclass(frozen=True)
class Column:
    """A column: its head, what a row shows, what it is sorted by, its value for sums and workbooks. `width` is in
    characters. A figure's `value` is an int (money in 分) or a Decimal, None where there is none.
    """

    id: str
    head: str
    shown: Callable[[DossierRow], str]
    key: Callable[[DossierRow], Any]
    width: int
    figure: bool = False
    money: bool = False
    value: Callable[[DossierRow], Value | Decimal] = lambda _row: None

    def cell(self, row: DossierRow) -> str | Decimal | None:
        """What a workbook gets: figures as figures (money in 万元), all else as text."""
        if not self.figure:
            return self.shown(row)
        value = self.value(row)
        if isinstance(value, int):
            return wan_of_fen(value) if self.money else Decimal(value)
        return value if isinstance(value, Decimal) else self.shown(row) or None

    def total(self, rows: Sequence[DossierRow]) -> str:
        """`营业收入合计9,215万元`: the sum of the figures there are."""
        label, _, unit = self.head.removesuffix("）").partition("（")
        values = [value for row in rows if isinstance(value := self.value(row), (int, Decimal))]
        added = sum(values, Decimal(0))
        return f"{label}合计{wan_text(int(added)) if self.money else grouped(Decimal(added))}{unit}"


@dataclass(frozen=True)
class Columns:
    """Some columns in order, and the answers that their rows must bring along."""

    shown: tuple[Column, ...]
    more: tuple[str, ...]
    yearly: tuple[str, ...]


def choices() -> dict[str, str]:
    """Every column there is: its id and head, those of each row first."""
    return {column.id: column.head for column in _common()} | {
        field_id: field.label for field_id, field in _fields().items()
    }


def columns(ids: Sequence[str]) -> Columns:
    """The columns of those ids; unknown ones are left out, and the enterprise's name is never missing."""
    fields, common = _fields(), {column.id: column for column in _common()}
    known = [name for name in dict.fromkeys(ids) if name in fields or name in common]
    wanted = known if _MUST in known else [_MUST, *known]
    more = tuple(name for name in wanted if name in fields and not name.startswith("year."))
    yearly = tuple(name for name in wanted if name in fields and name.startswith("year."))
    places = {name: place for place, name in enumerate((*more, *yearly))}
    shown = tuple(common[name] if name in common else _column(name, fields[name], places[name]) for name in wanted)
    return Columns(shown, more, tuple(name.removeprefix("year.") for name in yearly))


def _fields() -> dict[str, Field]:
    """Every answer on one line that is not in each row already; those of the year's figures begin with `year.`."""
    enterprise, yearly = resources.form("enterprise"), resources.form("year-figures")
    own = {field.name: field for field in enterprise.fields if field.kind is not FieldKind.LINES}
    of_year = {f"year.{field.name}": field for field in yearly.fields if field.name != "year"}
    there = (*_OF_EVERY_ROW, "year.revenue", "year.employees")
    return {name: field for name, field in {**own, **of_year}.items() if name not in there}


def _column(name: str, field: Field, place: int) -> Column:
    codes = resources.codes()
    figure = field.kind in _FIGURES

    def value(row: DossierRow) -> Value | Decimal:
        held = row.more[place]
        return _decimal(held) if field.kind is FieldKind.DECIMAL else held

    def key(row: DossierRow) -> Any:  # noqa: ANN401  — whatever sorts
        held = value(row)
        if figure:
            return held if isinstance(held, (int, Decimal)) else _LEAST
        return str(held if held is not None else "")

    width = 9 if figure else _WIDTHS.get(name, 7)
    return Column(
        name, field.label, lambda row: show(field, row.more[place], codes), key, max(width, len(field.label) + 1),
        figure, field.kind is FieldKind.MONEY, value,
    )  # fmt: skip


def _decimal(value: Value) -> Value | Decimal:
    return Decimal(value) if isinstance(value, str) and value.replace(".", "", 1).lstrip("-").isdigit() else value


def _common() -> list[Column]:
    """The columns made of what every row holds."""
    names = {office.code: office.name for office in resources.offices()}
    industries = {industry.code: industry.name for industry in resources.codes().industries}
    return [
        Column("name", "企业名称", lambda row: row.name, lambda row: row.name, 18),
        Column("uscc", "统一社会信用代码", lambda row: row.uscc, lambda row: row.uscc, 13),
        Column("place", "乡镇（园区）", lambda row: names.get(row.place, row.place), lambda row: row.place, 8),
        Column(
            "industry", "行业", lambda row: industries.get(row.industry, row.industry), lambda row: row.industry, 12
        ),
        Column("size", "规模", lambda row: row.size, lambda row: -SIZES.index(row.size) if row.size else _LEAST, 5),
        Column(
            "revenue", "营业收入（万元）", lambda row: "" if row.revenue is None else wan_text(row.revenue),
            lambda row: _or_least(row.revenue), 11, figure=True, money=True, value=lambda row: row.revenue,
        ),
        Column(
            "employees", "从业人员（人）", lambda row: "" if row.employees is None else f"{row.employees:,}",
            lambda row: _or_least(row.employees), 10, figure=True, value=lambda row: row.employees,
        ),
        Column("paths", "转型路径", _paths, _paths, 14),
        Column("states", "进展状态", _states, _states, 8),
        Column("unproved", "佐证", lambda row: "缺佐证" if row.unproved else "", lambda row: row.unproved, 5),
        Column("closed", "关闭原因", lambda row: row.closed, lambda row: row.closed, 7),
    ]  # fmt: skip


def _paths(row: DossierRow) -> str:
    return "、".join(group_label(PATH, turn.path) for turn in row.turns)


def _states(row: DossierRow) -> str:
    return "、".join(dict.fromkeys(turn.state for turn in row.turns))


def _or_least(value: int | None) -> int:
    """Blank figures come before all others, also before a loss."""
    return _LEAST if value is None else value
