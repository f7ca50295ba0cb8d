"""One year's action plan (行动计划) as read from resources/plans: paths, departments, duties.

`section` is the plan's own numbering (二（二）5). Its subsidies are described in `scheme.py`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.procedure import Procedure
from jizhou_desktop.domain.scheme import Scheme
from jizhou_desktop.domain.working_days import Calendar

ENTERPRISE = "enterprise"
"""The subject of a path that an enterprise goes; carriers' are park, building and base."""


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
    plan's text; so is `result`, the form that asks what came of it (转型成效).
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
    result: str = ""
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
    """The whole plan. `issued` is the ISO date of 印发.

    `procedures` and `calendar` are this product's working rules, not the plan's text.
    """

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
    procedures: tuple[Procedure, ...]
    calendar: Calendar

    @property
    def target(self) -> int:
        """How many enterprises are to turn in the year (家)."""
        return self.goal.count

    @property
    def paths(self) -> tuple[Path, ...]:
        """All paths in the plan's order."""
        return tuple(self._all_paths())

    @property
    def enterprise_paths(self) -> frozenset[str]:
        """The ids of the paths that enterprises go; the others are for parks, buildings and bases (二（四）)."""
        return frozenset(path.id for path in self.paths if path.subject == ENTERPRISE)

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

    def procedure(self, procedure_id: str) -> Procedure:
        """One procedure. Raises UserError where the plan has none of that id."""
        return self._one(self.procedures, procedure_id, "办理流程")

    def cite(self, section: str) -> str:
        """The source as printed beside a condition: 《…行动计划》三（三）."""
        return f"《{self.title}》{section}"

    def _one(self, things: Iterable[_Thing], wanted: str, what: str) -> _Thing:
        known = {thing.id: thing for thing in things}
        if wanted not in known:
            raise UserError(f"{self.year}年行动计划没有“{wanted}”{what}，现有：{'、'.join(known)}。")
        return known[wanted]
