"""A subsidy scheme (政策扶持) as the plan's data file describes it; how it reckons is in `schemes/`.

Money is in 万元 and shares are in %, as the plan writes them.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.text import fold

OPERATORS: Mapping[str, str] = {">": "超过", "≥": "不低于"}
"""The operators a limit may have, in the plan's own words; 以上 is said as 不低于."""

_COMPARE: Mapping[str, Callable[[Decimal, Decimal], bool]] = {">": operator.gt, "≥": operator.ge}


@dataclass(frozen=True)
class Limit:
    """One limit of a scheme. `operator` is > (超过) or ≥ (不低于、以上).

    A `halved` limit is lower outside industry (非工业项目条件减半).
    """

    id: str
    label: str
    operator: str
    value: Decimal
    unit: str
    halved: bool = False

    @property
    def words(self) -> str:
        """The limit as said to the applicant: 超过200万元, 不低于70%."""
        return f"{OPERATORS[self.operator]}{grouped(self.value)}{self.unit}"

    def met(self, value: Decimal) -> bool:
        """Whether a figure in the limit's unit meets it: exactly 200 does not pass 超过200."""
        return _COMPARE[self.operator](value, self.value)

    def met_by_share(self, part: Decimal, whole: Decimal) -> bool:
        """Whether `part` of `whole` meets a limit in %. Multiplied out, since a division would round the boundary."""
        return _COMPARE[self.operator](part * 100, self.value * whole)

    def scaled(self, percent: Decimal) -> "Limit":
        """The limit at a percentage of itself (条件减半 is 50)."""
        return replace(self, value=self.value * percent / 100)


@dataclass(frozen=True)
class AwardRange:
    """Within which a review sets the amount, both ends included (100—300万元)."""

    low: Decimal
    high: Decimal

    @property
    def words(self) -> str:
        """100—300万元."""
        return f"{grouped(self.low)}—{grouped(self.high)}万元"


@dataclass(frozen=True)
class AwardLevel:
    """A row of an award table that the office fills in; `amount` in 万元 an item, None while it is not filled in."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    amount: Decimal | None = None

    def named(self, typed: str) -> bool:
        """Whether the level is what was typed, by id, label or alias."""
        return fold(typed) in map(fold, (self.id, self.label, *self.aliases))


@dataclass(frozen=True)
class Scheme:
    """A subsidy (政策扶持). `pool` in 万元, `rate` in % of the equipment, `district` and `city` budget shares in %.

    Outlays count from `years_back` years before the plan's year. `measure` names another document that sets the
    amounts, `levels` is its table. `outside_industry` is the % at which halved limits stand for other trades.
    `procedure` names the steps that its claims go through, `evidence` what is commonly asked for (佐证材料).
    """

    id: str
    section: str
    title: str
    short: str
    text: str
    departments: tuple[str, ...]
    district: Decimal
    city: Decimal
    pool: Decimal | None = None
    rate: Decimal = Decimal(0)
    award: AwardRange | None = None
    outside_industry: Decimal = Decimal(100)
    years_back: int = 0
    measure: str = ""
    limits: tuple[Limit, ...] = ()
    levels: tuple[AwardLevel, ...] = ()
    procedure: str = "claim"
    evidence: tuple[str, ...] = ()

    @property
    def pool_fen(self) -> int | None:
        """The year's budget (专项资金) in 分; None where the plan sets none."""
        return None if self.pool is None else fen_of_wan(self.pool)

    def level(self, typed: str) -> AwardLevel | None:
        """The row of the award table for what was typed; None where the table has none."""
        return next((level for level in self.levels if level.named(typed)), None)

    def limit(self, limit_id: str) -> Limit:
        """The limit of that id. The reader has made sure that each rule finds its limits."""
        return next(limit for limit in self.limits if limit.id == limit_id)
