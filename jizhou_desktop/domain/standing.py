"""Where a transformation or claim stands (办理进展): the steps taken, what may be done next, what is overdue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.office import Office
from jizhou_desktop.domain.procedure import Procedure, Step
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.working_days import Calendar


def in_order(rows: Iterable[Record]) -> tuple[Record, ...]:
    """STEP records as they were taken. Dates go first: each office numbers only the steps that it knows of."""
    return tuple(
        sorted(
            rows,
            key=lambda row: (row.text("date"), row.whole("place_in_list") or 0, row.changed_at, row.uid),
        )
    )


@dataclass(frozen=True)
class Standing:
    """`owner` is the office that keeps the record; `steps` are its STEP records in order.

    `before` is the state that a record of release 0.1.0 bears in a field of its own; it stands while no step was
    written down, and later steps follow it.
    """

    procedure: Procedure
    owner: str
    steps: tuple[Record, ...] = ()
    before: str = ""

    @property
    def state(self) -> str:
        """The name of the last step; blank where nothing was done yet."""
        return self.steps[-1].text("step") if self.steps else self.before

    @property
    def last(self) -> Record | None:
        return self.steps[-1] if self.steps else None

    @property
    def since(self) -> date | None:
        """The day of the last step."""
        return date.fromisoformat(self.steps[-1].text("date")) if self.steps else None

    @property
    def withdrawn(self) -> bool:
        """Whether it was returned, refused or given up: it counts nowhere until it is handed in again."""
        return self.state in self.procedure.withdrawn

    @property
    def done(self) -> bool:
        """Whether what the procedure is for was reached (认定, 拨付)."""
        step = self.procedure.find(self.state)
        return step is not None and step.done

    @property
    def over(self) -> bool:
        """Whether no step can follow."""
        return bool(self.state) and not self.procedure.next_after(self.state)

    def may(self, office: Office) -> tuple[Step, ...]:
        """The steps that this office may take next."""
        return tuple(step for step in self.procedure.next_after(self.state) if step.may_be_taken_by(office, self.owner))

    def due(self, calendar: Calendar) -> date | None:
        """The day by which the next step is due; None where nothing is due."""
        step, since = self.procedure.find(self.state), self.since
        if step is None or since is None or not step.days or self.over:
            return None
        return calendar.after(since, step.days)

    def term_ends(self, calendar: Calendar) -> date | None:
        """The last day of the term that runs or ran last (公示期); None where none was begun since a return."""
        for row in reversed(self.steps):
            step = self.procedure.find(row.text("step"))
            if step is not None and step.withdrawn:
                return None
            if step is not None and step.term:
                return calendar.last_of(date.fromisoformat(row.text("date")), step.term)
        return None

    def since_named(self, name: str) -> Record | None:
        """The last step of that name."""
        return next((step for step in reversed(self.steps) if step.text("step") == name), None)


def check_next(
    standing: Standing, name: str, *, office: Office, day: date, today: date, opinion: str, calendar: Calendar
) -> Step:
    """The step of that name, if this office may take it on that day. Raises UserError that says why not."""
    standing.procedure.step(name)
    state = standing.state
    following = standing.procedure.next_after(state)
    found = [step for step in following if step.name == name]
    if not found:
        offered = "、".join(dict.fromkeys(step.name for step in following))
        after = f"，接下来可办：{offered}" if offered else "，办理已经结束"
        raise UserError(f"现在是“{state or '尚未开始'}”，不能办“{name}”{after}。")
    step = next((step for step in found if step.may_be_taken_by(office, standing.owner)), None)
    if step is None:
        raise UserError(f"现在是“{state or '尚未开始'}”，“{name}”由{found[0].who}办理，{office.name}不能办。")
    if step.reason and not opinion.strip():
        raise UserError(f"办“{name}”要写明理由，请填写意见。")
    _check_day(standing, step, day, today, calendar)
    return step


def _check_day(standing: Standing, step: Step, day: date, today: date, calendar: Calendar) -> None:
    if day > today:
        raise UserError(f"日期{chinese_date(day)}在今天之后，请填实际办理的日期。")
    since = standing.since
    if since is not None and day < since:
        raise UserError(f"日期{chinese_date(day)}早于上一环节“{standing.state}”的{chinese_date(since)}，请核对。")
    ends = standing.term_ends(calendar)
    if step.waits and ends is not None and day <= ends:
        raise UserError(f"公示到{chinese_date(ends)}期满，期满后才能办“{step.name}”。")
