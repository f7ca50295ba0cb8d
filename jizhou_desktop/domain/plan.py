"""One year's action plan (行动计划) as read from resources/plans: paths, schemes, departments, duties.

Money is in 万元 and shares are in %, as the plan writes them; `section` is the plan's own numbering (二（二）5).
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol, TypeVar

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.text import fold

OPERATORS: Mapping[str, str] = {">": "超过", "≥": "不低于"}
"""The operators a limit may have, in the plan's own words; 以上 is said as 不低于."""

_COMPARE: Mapping[str, Callable[[Decimal, Decimal], bool]] = {">": operator.gt, "≥": operator.ge}


@dataclass(frozen=True)
class Part:
    """A part of the plan in its own words: the opening, 二 and 三."""

    section: str
    title: str
    text: str


@dataclass(frozen=True)
class Goal:
    """目标任务: how many enterprises (家) are to turn in the year."""

    section: str
    title: str
    text: str
    count: int


@dataclass(frozen=True)
class PathItem:
    """A numbered item below a path; `departments` is empty where those of the path answer for it."""

    id: str
    number: str
    text: str
    departments: tuple[str, ...] = ()
    items: tuple["PathItem", ...] = ()


@dataclass(frozen=True)
class Path:
    """A path (路径). `target` counts in `unit`, None where the plan sets none.

    `subject` says who turns: enterprise, park, building or base. `lead` answers for the path (负责、牵头) and
    `cooperate` helps (配合). `evidence` (佐证材料) and `criteria` (认定要点) are this product's working list, not the
    plan's text.
    """

    id: str
    number: str
    section: str
    title: str
    text: str
    lead: tuple[str, ...]
    subject: str
    evidence: tuple[str, ...]
    criteria: tuple[str, ...]
    cooperate: tuple[str, ...] = ()
    target: int | None = None
    unit: str = "家"
    items: tuple[PathItem, ...] = ()

    @property
    def departments(self) -> tuple[str, ...]:
        return self.lead + self.cooperate


@dataclass(frozen=True)
class Group:
    """A group of paths, such as （一）产业转型."""

    id: str
    number: str
    section: str
    title: str
    text: str
    paths: tuple[Path, ...]


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


@dataclass(frozen=True)
class Department:
    """A department (部门) by the plan's name, with its full name and the other names it goes by."""

    id: str
    name: str
    full_name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Duty:
    """A duty of part four (组织推动) and who bears it."""

    section: str
    title: str
    text: str
    departments: tuple[str, ...] = ()


@dataclass(frozen=True)
class AssessmentItem:
    """An item of the year-end assessment (年终考核). The plan names the items; `weight` (points of 100) is ours."""

    id: str
    title: str
    weight: int
    text: str


class _Known(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Known)


@dataclass(frozen=True)
class Plan:
    """The whole plan. `issued` is the ISO date of 印发."""

    title: str
    number: str
    issuer: str
    issued: str
    year: int
    opening: Part
    goal: Goal
    routes: Part
    groups: tuple[Group, ...]
    support: Part
    schemes: tuple[Scheme, ...]
    departments: tuple[Department, ...]
    duties: tuple[Duty, ...]
    assessment: tuple[AssessmentItem, ...]

    @property
    def target(self) -> int:
        """How many enterprises are to turn in the year (家)."""
        return self.goal.count

    @property
    def paths(self) -> tuple[Path, ...]:
        """All paths in the plan's order."""
        return tuple(self._all_paths())

    def _all_paths(self) -> Iterator[Path]:
        for group in self.groups:
            yield from group.paths

    def path(self, path_id: str) -> Path:
        """One path. Raises UserError where the plan has none of that id."""
        return self._one(self.paths, path_id, "路径")

    def scheme(self, scheme_id: str) -> Scheme:
        """One subsidy scheme. Raises UserError where the plan has none of that id."""
        return self._one(self.schemes, scheme_id, "扶持政策")

    def department(self, department_id: str) -> Department:
        """One department. Raises UserError where the plan has none of that id."""
        return self._one(self.departments, department_id, "部门")

    def cite(self, section: str) -> str:
        """The source as printed beside a condition: 《…行动计划》三（三）."""
        return f"《{self.title}》{section}"

    def _one(self, things: Iterable[_Thing], wanted: str, what: str) -> _Thing:
        known = {thing.id: thing for thing in things}
        if wanted not in known:
            raise UserError(f"{self.year}年行动计划没有“{wanted}”{what}，现有：{'、'.join(known)}。")
        return known[wanted]
