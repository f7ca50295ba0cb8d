"""What a file looked through would do, row by row, in the words of the take-in page."""

from collections.abc import Iterator
from dataclasses import dataclass

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.record import Record, Value
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.hand_over import kind_label
from jizhou_desktop.tasks.subjects import path_titles
from jizhou_desktop.tasks.take_in import COUNT_LABELS, Look
from jizhou_desktop.tasks.take_in_package import PackageLook
from jizhou_desktop.tasks.take_in_workbook import RowFate, WorkbookLook

_BLANK = "（空）"
_NAMES = ("name", "project", "product", "energy", "type", "kind", "path")
"""What a row is called by, the best first."""

STATES = {**COUNT_LABELS, "note": "提示"}
"""What becomes of a row, in Chinese; a note is about a whole sheet or file."""


@dataclass(frozen=True)
class LookRow:
    """One row: its state (of STATES); where it stands in the file, whose it is, and a line for each detail."""

    state: str
    where: str
    name: str
    details: tuple[str, ...] = ()


def look_rows(looked: Look) -> list[LookRow]:
    """All rows, in the file's order."""
    return list(_of_package(looked) if isinstance(looked, PackageLook) else _of_workbook(looked))


def _of_workbook(looked: WorkbookLook) -> Iterator[LookRow]:
    yield from _of_sheets(looked)
    for fate in looked.fates:
        place = fate.row.place
        changes = [_change(fate.row.form, key, before, after) for key, (before, after) in fate.changes.items()]
        problems = [_fault(problem) for problem in fate.row.problems]
        yield LookRow(str(fate.fate), f"{place.sheet} 第{place.row}行", _name(fate), (*problems, *changes))


def _of_sheets(looked: WorkbookLook) -> Iterator[LookRow]:
    """What is said of whole sheets and of the file, and belongs to no row."""
    told = {problem for fate in looked.fates for problem in fate.row.problems}
    for problem in looked.problems:
        if problem not in told:
            state = "faulty" if problem.severity is Severity.ERROR else "note"
            yield LookRow(state, problem.cell.sheet if problem.cell else "", "", (problem.message,))


def _of_package(looked: PackageLook) -> Iterator[LookRow]:
    plan = looked.plan
    names = {record.uid: record.text("name") for record in looked.package.snapshot.records}
    for problem in plan.refused:
        yield LookRow("faulty", "", names.get(problem.record, ""), (str(problem),))
    for state, records in (("new", plan.new), ("changed", plan.changed), ("same", plan.same)):
        for record in records:
            yield LookRow(state, kind_label(record.kind), _whose(record, names), ())
    for record in plan.gone:
        yield LookRow("changed", kind_label(record.kind), _whose(record, names), ("报送单位不再保留，将移出列表",))


def _whose(record: Record, names: dict[str, str]) -> str:
    own = record.text("name") or record.text("project")
    of = names.get(record.parent or "", "")
    year = f"{record.year}年" if record.year else ""
    return "　".join(part for part in (own or of, of if own and of else "", year) if part)


def _fault(problem: Problem) -> str:
    """The row is named in its own column; here only the cell's column and the sentence."""
    column = problem.cell.column if problem.cell else ""
    return f"{column}列　{problem.message}" if column else problem.message


def _name(fate: RowFate) -> str:
    """Whose the row is, and what it is about."""
    row, held = fate.row, fate.held
    own = next((row.values.get(name) for name in _NAMES if row.values.get(name)), None)
    own = own or (held.text("name") if held else "")
    whose = row.owner.get("name") or row.owner.get("uscc") or ""
    year = f"{row.year}年" if row.year else ""
    return "　".join(str(part) for part in (whose, _titled(str(own)), year) if part) or "（无名称）"


def _titled(own: str) -> str:
    return path_titles().get(own, own)


def _change(form: str, key: str, before: Value, after: Value) -> str:
    year, _, name = key.rpartition(".")
    field = resources.form("year-figures" if year else form).field(name)
    codes = resources.codes()
    said = f"{year}年{field.label}" if year else field.label
    return f"{said}：{show(field, before, codes) or _BLANK} → {show(field, after, codes) or _BLANK}"
