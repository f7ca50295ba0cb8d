"""What a transformation did to an enterprise (一: 提质增效、保持就业、节约资源), from two years' figures."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from jizhou_desktop.domain.audit.subjects import decimal_of
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.record import Record

QUALITY, JOBS, RESOURCES = "提质增效", "保持就业", "节约资源"
"""The plan's three goals (一) that figures can tell of."""


@dataclass(frozen=True)
class Effect:
    """One measure before and after, in `unit`; None where a figure is missing. `better` is None where it cannot tell.

    `more_is_better` is false for what should shrink, such as energy for each 万元 of revenue.
    """

    goal: str
    measure: str
    unit: str
    before: Decimal | None
    after: Decimal | None
    more_is_better: bool = True

    @property
    def change(self) -> Decimal | None:
        """The change in %, to one decimal; None where it cannot be told."""
        if self.before is None or self.after is None or self.before == 0:
            return None
        return ((self.after - self.before) * 100 / abs(self.before)).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def better(self) -> bool | None:
        """Whether the goal was served: 保持就业 holds where nobody less is employed."""
        if self.before is None or self.after is None:
            return None
        return self.after >= self.before if self.more_is_better else self.after <= self.before


def effects(last: Record | None, now: Record | None) -> list[Effect]:
    """The measures of the year before and of the year, in the plan's order of goals."""
    return [
        Effect(goal, measure, unit, _measured(reads, last), _measured(reads, now), more_is_better=more)
        for goal, measure, unit, reads, more in _MEASURES
    ]


def _measured(reads: Callable[[Record], Decimal | None], figures: Record | None) -> Decimal | None:
    found = reads(figures) if figures is not None else None
    return None if found is None else found.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _wan(figures: Record, name: str) -> Decimal | None:
    value = figures.whole(name)
    return None if value is None else wan_of_fen(value)


def _ratio(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    return None if above is None or not below else above / below


def _revenue(figures: Record) -> Decimal | None:
    return _wan(figures, "revenue")


def _profit_rate(figures: Record) -> Decimal | None:
    rate = _ratio(_wan(figures, "profit"), _wan(figures, "revenue"))
    return None if rate is None else rate * 100


def _revenue_a_head(figures: Record) -> Decimal | None:
    return _ratio(_wan(figures, "revenue"), decimal_of(figures, "employees"))


def _employees(figures: Record) -> Decimal | None:
    return decimal_of(figures, "employees")


def _energy_for_revenue(figures: Record) -> Decimal | None:
    """Energy in kgce for each 万元 of revenue."""
    ratio = _ratio(decimal_of(figures, "energy"), _wan(figures, "revenue"))
    return None if ratio is None else ratio * 1000


_MEASURES: tuple[tuple[str, str, str, Callable[[Record], Decimal | None], bool], ...] = (
    (QUALITY, "营业收入", "万元", _revenue, True),
    (QUALITY, "营业利润率", "%", _profit_rate, True),
    (QUALITY, "人均营业收入", "万元/人", _revenue_a_head, True),
    (JOBS, "从业人员", "人", _employees, True),
    (RESOURCES, "万元营业收入能耗", "千克标准煤", _energy_for_revenue, False),
)
