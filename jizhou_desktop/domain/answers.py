"""The one judge of typed answers: entry page, workbook and command line all ask here, and show by it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jizhou_desktop.domain.answer_readers import READERS, Doubt
from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped, wan_text
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.record import NOT_APPLICABLE, NOT_OBTAINED, Value
from jizhou_desktop.domain.text import fold, tidy

__all__ = ["Codes", "Judged", "judge", "show"]

WITHHELD = {fold(NOT_APPLICABLE): NOT_APPLICABLE, fold(NOT_OBTAINED): NOT_OBTAINED}
"""Answers that are neither blank nor zero; open to every question that is not required."""

BLANK = {fold(mark) for mark in ("N/A", "#N/A", "NULL", "/", "\\", "-", "--", "—", "——", "－", "…")}
"""What tables put where there is nothing to say; as good as a blank cell."""

LONGEST = 200
"""Characters of any answer that is no text: a sentence must not repeat a whole column pasted into one cell."""

DAMAGED = "\ufffd"


@dataclass(frozen=True)
class Judged:
    """What the answers say. A question that was not asked, or whose answer is wrong, has no value here."""

    values: dict[str, Value]
    problems: list[Problem]

    @property
    def sound(self) -> bool:
        """Whether nothing stops the answers from being saved."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def judge(form: Form, raw: Mapping[str, str], codes: Codes) -> Judged:
    """Reads the answers of `form` as typed, by question's name. Blank, and N/A or a dash alone, becomes None; what
    is absent from `raw` is left as it was, unless it is required. Every problem begins with the question's label.
    """
    values: dict[str, Value] = {}
    problems = [_unknown(form, name) for name in raw if name not in {field.name for field in form.fields}]
    for field in form.fields:
        typed = tidy(raw.get(field.name, ""))
        if typed and fold(typed) not in BLANK:
            _judge_one(field, typed, codes, values, problems)
        elif field.required:
            problems.append(_problem(field, "必填，请填写。"))
        elif field.name in raw:
            values[field.name] = None
    return Judged(values, problems)


def show(field: Field, value: Value, codes: Codes | None = None) -> str:
    """A value for screens and paper, in the way it may be typed again: money in 万元, dates as 2020年7月21日.

    Places and industries are shown by name where `codes` are given, else by code.
    """
    if value is None or value in (NOT_APPLICABLE, NOT_OBTAINED):
        return str(value or "")
    shower = _SHOWERS.get(field.kind)
    if shower:
        return shower(value)
    if codes and field.kind in (FieldKind.PLACE, FieldKind.INDUSTRY):
        return _named(field.kind, str(value), codes)
    return str(value)


_SHOWERS: dict[FieldKind, Callable[[Value], str]] = {
    FieldKind.MONEY: lambda value: wan_text(int(value or 0)),
    FieldKind.YES_NO: lambda value: "是" if value else "否",
    FieldKind.DATE: lambda value: chinese_date(date.fromisoformat(str(value))),
    FieldKind.WHOLE: lambda value: f"{value:,}",
    FieldKind.DECIMAL: lambda value: grouped(Decimal(str(value))),
}


def _judge_one(field: Field, typed: str, codes: Codes, values: dict[str, Value], problems: list[Problem]) -> None:
    withheld = WITHHELD.get(fold(typed))
    if withheld and field.required:
        problems.append(_problem(field, f"必填，不能填“{withheld}”。"))
        return
    if len(typed) > LONGEST and field.kind not in (FieldKind.TEXT, FieldKind.LINES):
        problems.append(_problem(field, f"内容过长（{len(typed):,}个字），请核对是否填错了栏。"))
        return
    if DAMAGED in typed:
        problems.append(_problem(field, f"“{typed}”中有无法辨认的字，请对照原件改正。", Severity.QUERY))
    try:
        values[field.name] = withheld or READERS[field.kind](field, typed, codes)
    except Doubt as doubt:
        values[field.name] = doubt.value
        problems.append(_problem(field, str(doubt), Severity.QUERY))
    except UserError as error:
        problems.append(_problem(field, str(error)))


def _problem(field: Field, sentence: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(f"{field.label}：{sentence}", severity, field=field.name)


def _unknown(form: Form, name: str) -> Problem:
    return Problem(f"{name}：“{form.title}”没有这一项。", field=name)


def _named(kind: FieldKind, code: str, codes: Codes) -> str:
    if kind is FieldKind.INDUSTRY:
        return str(codes.industries.find(code) or code)
    return next((office.name for office in codes.offices if office.code == code), code)
