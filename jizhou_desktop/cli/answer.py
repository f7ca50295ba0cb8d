"""What a command has to say: lines for people, plain values for machines, and the exit status."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from jizhou_desktop.domain.problem import Problem

DONE, FOUND_PROBLEMS, WRONG_USE, OUR_FAULT = 0, 1, 2, 3


@dataclass(frozen=True)
class Answer:
    """A command's answer. `data` is what `--json` prints; status 1 says that problems were found and listed.

    `opens` is the workspace to open a window on afterwards.
    """

    lines: Sequence[str]
    data: Mapping[str, Any] = field(default_factory=dict)
    status: int = DONE
    opens: Path | None = None


def say(answer: Answer, *, as_json: bool) -> int:
    """Prints the answer and gives its exit status. JSON is always UTF-8, whatever the console's code page."""
    if as_json:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        print(json.dumps(answer.data, ensure_ascii=False, indent=2))
    else:
        for line in answer.lines:
            print(line)
    return answer.status


def say_wrong(sentence: str, status: int, *, as_json: bool) -> int:
    """Prints why nothing was done: the sentence on the error stream, and as JSON where that was asked for."""
    if as_json:
        say(Answer([], {"error": sentence}), as_json=True)
    print(sentence, file=sys.stderr)
    return status


def plain_problem(problem: Problem) -> dict[str, Any]:
    """A problem for machines: rule number, severity, record, field, place in the workbook and sentence."""
    cell = problem.cell
    return {
        "rule": problem.rule,
        "severity": str(problem.severity),
        "record": problem.record,
        "field": problem.field,
        "sheet": cell.sheet if cell else None,
        "row": cell.row if cell else None,
        "column": cell.column if cell else None,
        "sentence": problem.message,
        "explanation": asdict(problem.explanation) if problem.explanation else None,
    }


def problem_lines(problems: Iterable[Problem], owners: Mapping[str, str] | None = None) -> list[str]:
    """A line a problem: severity, rule number, whose record it is (names by uid), sentence with its place."""
    return [_line(problem, (owners or {}).get(problem.record, "")) for problem in problems]


def _line(problem: Problem, owner: str) -> str:
    rule = f" {problem.rule}" if problem.rule else ""
    whose = f"{owner}：" if owner else ""
    said = problem.explanation
    answer = f"\n　　说明：{said.text}（{said.said_by}，{said.said_at[:10]}）" if said else ""
    mark = f"{problem.severity.label}·已说明" if said else problem.severity.label
    return f"[{mark}]{rule} {whose}{problem}{answer}"
