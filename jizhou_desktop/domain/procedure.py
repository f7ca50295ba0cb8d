"""How something is dealt with step by step (办理流程), as the plan's data file says it: which steps, by whom, in which
order, within how many days. Transformations and each scheme's claims name the procedure that they follow.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.office import Level, Office


class Money(StrEnum):
    """What a step does with money: says what a review found (评审), grants (核定), pays (拨付), takes back (收回)."""

    REVIEW = "review"
    GRANT = "grant"
    PAY = "pay"
    TAKE_BACK = "take-back"


SHARES = ("district", "city")


@dataclass(frozen=True)
class Step:
    """One step (环节), known by its name. `by` are levels of office; `after` are the steps that it may follow.

    A name may stand twice where different offices take it from different steps (退回); what else is said of it then
    stands at the first. `first` begins a procedure. `days` are the working days within which the next step is due, 0
    for no limit; `term` are the working days that it runs (公示期), and a step that `waits` may be taken only after
    them. `reason` asks for the opinion (退回理由). `money` says what is done with money, `share` whose part of it.
    `done` marks what the procedure is for (认定, 拨付); `withdrawn` takes the matter out of every count.
    """

    name: str
    by: tuple[str, ...]
    after: tuple[str, ...] = ()
    first: bool = False
    days: int = 0
    term: int = 0
    waits: bool = False
    reason: bool = False
    money: str = ""
    share: str = ""
    done: bool = False
    withdrawn: bool = False

    def may_be_taken_by(self, office: Office, owner: str) -> bool:
        """Whether that office may take it on a record of `owner`.

        A collecting office also takes the township's steps on records that it keeps itself: there is nobody below.
        """
        return office.level in self.by or (office.collects and office.code == owner)

    @property
    def who(self) -> str:
        """Who may take it, for a sentence."""
        return "、".join(dict.fromkeys(_LEVELS[Level(level)] for level in self.by))


_LEVELS = {
    Level.TOWNSHIP: "乡镇（街道、园区）",
    Level.STREET: "乡镇（街道、园区）",
    Level.PARK: "乡镇（街道、园区）",
    Level.DISTRICT: "区级部门",
    Level.BUREAU: "区级部门",
}


@dataclass(frozen=True)
class Procedure:
    """A procedure by its id; the order of `steps` is the order in which an official thinks of them."""

    id: str
    title: str
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step:
        """The step of that name. Raises UserError where there is none."""
        found = self.find(name)
        if found is None:
            raise UserError(f"{self.title}没有“{name}”这个环节，可选：{'、'.join(self.names)}。")
        return found

    def find(self, name: str) -> Step | None:
        """The step of that name; None where there is none, as in a record of an earlier release."""
        return next((step for step in self.steps if step.name == name), None)

    def next_after(self, name: str) -> tuple[Step, ...]:
        """The steps that may follow; those that begin the procedure where `name` is blank."""
        return tuple(step for step in self.steps if (step.first if not name else name in step.after))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all steps, each once."""
        return tuple(dict.fromkeys(step.name for step in self.steps))

    @property
    def withdrawn(self) -> frozenset[str]:
        """The steps that take a matter out of every count (退回, 取消, 不予支持)."""
        return frozenset(step.name for step in self.steps if step.withdrawn)

    @property
    def usual(self) -> tuple[str, ...]:
        """The way a matter goes when nothing is returned or refused, for a picture of what is still to come."""
        way: list[str] = []
        step = next((step for step in self.steps if step.first), None)
        while step is not None and step.name not in way:
            way.append(step.name)
            follow = [after for after in self.next_after(step.name) if not after.reason and after.name not in way]
            step = follow[0] if follow else None
        return tuple(way)


def faults_of(procedure: Procedure) -> Iterable[str]:
    """What in a procedure's data does not hold together."""
    names = procedure.names
    where = f"procedures[{procedure.id}]"
    arrows = Counter((step.name, before) for step in procedure.steps for before in step.after)
    for (name, before), times in arrows.items():
        if times > 1:
            yield f"“{where}”中“{before}”之后的“{name}”写了{times}次，请核对"
    if not any(step.first for step in procedure.steps):
        yield f"“{where}”没有起始环节（first = true），请补上"
    for step in procedure.steps:
        yield from _faults_of_step(step, set(names), f"{where}.{step.name}")


def _faults_of_step(step: Step, names: set[str], where: str) -> Iterable[str]:
    if unknown := [name for name in step.after if name not in names]:
        yield f"“{where}.after”中没有“{'、'.join(unknown)}”这个环节"
    if not step.first and not step.after:
        yield f"“{where}”既不是起始环节，也不接在任何环节之后，永远办不到"
    if unknown := [level for level in step.by if level not in set(Level)]:
        yield f"“{where}.by”中的“{'、'.join(unknown)}”不是单位类别，可用：{'、'.join(Level)}"
    if not step.by:
        yield f"“{where}.by”是空的，没有人能办"
    if step.money and step.money not in set(Money):
        yield f"“{where}.money”应为 {' 或 '.join(Money)}，现为“{step.money}”"
    if step.share and step.share not in SHARES:
        yield f"“{where}.share”应为 {' 或 '.join(SHARES)}，现为“{step.share}”"
