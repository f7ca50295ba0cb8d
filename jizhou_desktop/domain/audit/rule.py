"""What an audit rule (审核规则) is, and how rules are applied."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.record import Record


class Subject(Protocol):
    """Whatever rules look at: it knows the record that its problems are about."""

    @property
    def record(self) -> Record:
        """The record to jump to."""


_Subject = TypeVar("_Subject", bound=Subject)


@dataclass(frozen=True)
class Rule(Generic[_Subject]):
    """One rule. `check` yields a sentence, with the figures in it, for each fault it finds in a subject.

    `fields` are the values it reads, the first being the one to jump to; `source` is the clause it rests on.
    """

    number: str
    severity: Severity
    fields: tuple[str, ...]
    title: str
    source: str
    check: Callable[[_Subject], Iterable[str]]


def apply(rules: Iterable[Rule[_Subject]], subjects: Iterable[_Subject]) -> Iterator[Problem]:
    """Every fault that the rules find in the subjects, subject by subject."""
    table = tuple(rules)
    for subject in subjects:
        for rule in table:
            for sentence in rule.check(subject):
                yield Problem(
                    f"{sentence}（{rule.source}）",
                    rule.severity,
                    rule=rule.number,
                    record=subject.record.uid,
                    field=rule.fields[0],
                )
