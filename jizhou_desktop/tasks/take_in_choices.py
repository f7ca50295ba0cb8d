"""What an official decides about a workbook's sheets, said in words (命令行) or picked in the window."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.text import fold, one_line
from jizhou_desktop.exchange.columns import Column
from jizhou_desktop.exchange.headings import IGNORED
from jizhou_desktop.exchange.sheet_choice import SeenSheet, SheetChoice
from jizhou_desktop.exchange.sheets import column_letters
from jizhou_desktop.exchange.subjects import Subject
from jizhou_desktop.tasks.subjects import all_subjects, subject
from jizhou_desktop.tasks.take_in_workbook import WorkbookLook

__all__ = [
    "HeadMatch", "column_letters", "heads", "in_words", "is_numbering", "needs_checking", "subject_titles", "targets",
]  # fmt: skip

NOT_TAKEN = "不导入"
_SURE = 90
"""%: known by name or by another name for the same."""


@dataclass(frozen=True)
class HeadMatch:
    """One column of a sheet: where, what it is called, first values, and what it was taken for.

    `target` is `form.field`, blank for a column that is not read; `confidence` in %, 0 where nothing was recognised;
    `unit` is what bare figures stand in.
    """

    index: int
    letters: str
    heading: str
    samples: tuple[str, ...]
    target: str
    confidence: int
    unit: str = ""
    year: int | None = None


def subject_titles() -> dict[str, str]:
    """What rows may be about, by id."""
    return {one.id: "企业花名册" if one.figures else one.form.title for one in all_subjects()}


def targets(seen: SeenSheet) -> dict[str, str]:
    """The questions that a column of the sheet may answer: `form.field` and label; 不导入 is the blank one."""
    return {"": NOT_TAKEN, **_targets(seen.subject)} if seen.subject else {"": NOT_TAKEN}


def heads(seen: SeenSheet) -> list[HeadMatch]:
    """The sheet's columns with what they were taken for; none where it has no heading."""
    if seen.heading is None:
        return []
    matched = {column.index: column for column in seen.heading.columns}
    return [_head(seen, index, heading, matched.get(index)) for index, heading in seen.heading.heads]


def is_numbering(head: HeadMatch) -> bool:
    """Whether a column only numbers the rows (序号)."""
    return fold(head.heading) in IGNORED


def needs_checking(looked: WorkbookLook) -> bool:
    """Whether anything about sheets and columns is less than sure, so that the official should see it first."""
    seen = [one for one in looked.roster.sheets if any(map(any, one.sheet.rows)) and not one.sheet.hidden]
    doubtful = (head for one in seen if one.taken for head in heads(one) if head.confidence < _SURE)
    return any(not one.taken for one in seen) or any(not is_numbering(head) for head in doubtful)


def in_words(
    looked: WorkbookLook, sheets: Sequence[str], kind: str, row: int | None, matches: Iterable[str]
) -> Mapping[str, SheetChoice]:
    """The choices of the command line: sheets by name, a kind of row, the heading's row from 1, `表头=项目` pairs.

    A match that names no heading of any sheet, or no question, is refused with UserError.
    """
    seen = {one.sheet.name: one for one in looked.roster.sheets}
    _refuse_unknown(sheets, seen)
    if kind:
        subject(kind)
    wanted = sheets or [name for name, one in seen.items() if not one.sheet.hidden]
    pairs = [_pair(match) for match in matches]
    found = {name: _columns(seen[name], pairs) for name in wanted}
    for place, (heading, _) in enumerate(pairs):
        if all(place not in columns for columns in found.values()):
            raise UserError(f"表头中没有“{heading}”这一栏，请核对后重试。")
    choices = {name: SheetChoice(taken=False) for name in seen if name not in wanted} if sheets else {}
    for name, columns in found.items():
        choices[name] = SheetChoice(
            taken=True if sheets else None,
            subject=kind,
            row=None if row is None else row - 1,
            columns=dict(columns.values()),
        )
    return choices


def _refuse_unknown(sheets: Sequence[str], seen: Mapping[str, SeenSheet]) -> None:
    for name in sheets:
        if name not in seen:
            raise UserError(f"没有名为“{name}”的工作表，现有：{'、'.join(seen)}。")


def _columns(seen: SeenSheet, pairs: Sequence[tuple[str, str]]) -> dict[int, tuple[int, str]]:
    """What the pairs say of a sheet's columns: by the pair's place, the column's index and its question."""
    known = heads(seen)
    found = {}
    for place, (heading, said) in enumerate(pairs):
        for head in known:
            if heading in (head.heading, head.letters):
                found[place] = head.index, _target(seen, said)
                break
    return found


def _targets(one: Subject) -> dict[str, str]:
    said: dict[str, str] = {}
    for form in one.forms:
        whose = "所属" if form is one.owner and form.id != one.form.id else ""
        for field in form.fields:
            said[f"{form.id}.{field.name}"] = (
                f"{whose}{field.label}" if whose and field.label in said.values() else field.label
            )
    return said


def _head(seen: SeenSheet, index: int, heading: str, column: Column | None) -> HeadMatch:
    place = column_letters(index)
    if column is None:
        return HeadMatch(index, place, heading, seen.samples(index), "", 0)
    target = f"{column.form}.{column.field.name}"
    return HeadMatch(
        index, place, heading, seen.samples(index), target, column.confidence, column.unit, column.year
    )  # fmt: skip


def _pair(match: str) -> tuple[str, str]:
    heading, mark, said = match.partition("=")
    if not mark:
        raise UserError(f"“{match}”应写成 表头=项目，如 单位=企业名称；不要的栏写 表头=不导入。")
    return one_line(heading), said.strip()


def _target(seen: SeenSheet, said: str) -> str:
    if said in ("", NOT_TAKEN):
        return ""
    for target, label in targets(seen).items():
        if target and (said == target or fold(said) == fold(label)):
            return target
    raise UserError(f"没有“{said}”这一项，可选：{'、'.join(targets(seen).values())}。")
