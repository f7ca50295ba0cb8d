"""What became of answers that were to be saved."""

from dataclasses import dataclass

from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.record import Record


@dataclass(frozen=True)
class Saved:
    """The record as it now stands, or None where an error kept it from being saved; and all problems found."""

    record: Record | None
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]
