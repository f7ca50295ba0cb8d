"""核实说明: what a rule asks about is answered in words that hold for the very values asked about, no others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from jizhou_desktop.domain.audit.run import all_rules
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.record import Value
from jizhou_desktop.store.workspace import Workspace


def explain(workspace: Workspace, problems: Sequence[Problem], text: str, *, now: datetime) -> None:
    """Answers what one rule asks of one record; `problems` are all that it found there.

    Raises UserError where there is no question, it is no 核实, the record is another office's, or nothing is said.
    """
    record, rule = _asked(workspace, problems)
    by, at = workspace.profile.clerk, now.isoformat(timespec="seconds")
    workspace.explanations.give(record, rule, _values(workspace, problems), text, by=by, at=at)


def withdraw_explanation(workspace: Workspace, problems: Sequence[Problem]) -> None:
    """Takes an answer back: the question stands open again. Raises UserError as `explain` does."""
    workspace.explanations.withdraw(*_asked(workspace, problems))


def said_last(workspace: Workspace, problem: Problem) -> str:
    """What was last said to this question, also where a value changed since; blank where nothing was."""
    last = workspace.explanations.last(problem.record, problem.rule)
    return last.text if last else ""


def of_one_question(problems: Iterable[Problem], record: str, rule: str) -> list[Problem]:
    """What one rule found in one record: one answer speaks to all of it."""
    return [problem for problem in problems if (problem.record, problem.rule) == (record, rule)]


def with_explanations(workspace: Workspace, problems: Sequence[Problem]) -> list[Problem]:
    """The same problems, those answered with the explanation that still holds."""
    said = {(one.record, one.rule): one for one in workspace.explanations.all()}
    found: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        if (problem.record, problem.rule) in said:
            found[problem.record, problem.rule].append(problem)
    holding = {
        key: said[key]
        for key, asked in found.items()
        if workspace.explanations.find(*key, _values(workspace, asked)) is not None
    }
    return [
        replace(problem, explanation=holding.get((problem.record, problem.rule)))
        if problem.severity is Severity.QUERY
        else problem
        for problem in problems
    ]


def _asked(workspace: Workspace, problems: Sequence[Problem]) -> tuple[str, str]:
    if not problems:
        raise UserError("这条记录现在没有这个核实问题，不需要说明；请用 jizhou check 查看。")
    first = problems[0]
    if first.severity is not Severity.QUERY:
        raise UserError(f"规则{first.rule}是{first.severity.label}，{_WHY_NOT[first.severity]}")
    record = workspace.records.get(first.record)
    if record is not None and record.office != workspace.profile.office.code:
        raise UserError("这条记录由报送单位保管，核实说明请由该单位填写后重新报送。")
    return first.record, first.rule


_WHY_NOT = {Severity.ERROR: "不能用说明代替，请改正数据。", Severity.HINT: "供参考，不需要说明。"}


def _values(workspace: Workspace, problems: Sequence[Problem]) -> Mapping[str, Value]:
    """What the rule read: its fields in the record, else in the enterprise; and its sentences, which hold the figures
    of last year and of other records.
    """
    first = problems[0]
    record = workspace.records.get(first.record)
    above = workspace.records.get(record.parent) if record is not None and record.parent else None
    values: dict[str, Value] = {"": "\n".join(sorted({problem.message for problem in problems}))}
    for name in _fields().get(first.rule, ()):
        holder = next((one for one in (record, above) if one is not None and name in one.values), None)
        values[name] = holder[name] if holder is not None else None
    return values


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    return {rule.number: rule.fields for rule in all_rules()}
