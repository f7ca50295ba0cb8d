"""Looking a workbook through (试读): rosters and lists, judged and compared with what is held. Nothing is saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.exchange.compare import Fate, RowFate, compare
from jizhou_desktop.exchange.compare_lists import compare_lists
from jizhou_desktop.exchange.marked import write_marked
from jizhou_desktop.exchange.roster import Report, Roster, RosterRow, read_roster
from jizhou_desktop.exchange.sheet_choice import SheetChoice
from jizhou_desktop.exchange.subjects import ENTERPRISE, Subject
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.subjects import all_subjects, path_words
from jizhou_desktop.tasks.take_back import TAKEN_BACK
from jizhou_desktop.tasks.take_in_owners import Owners
from jizhou_desktop.tasks.take_in_steps import by_steps

__all__ = ["Choices", "RowFate", "WorkbookLook", "look_at_workbook", "no_report", "write_marked_copy"]

Choices = Mapping[str, SheetChoice]


def no_report(_done: int, _total: int, _step: str) -> None:
    """For who does not ask how far the work is."""


@dataclass(frozen=True)
class WorkbookLook:
    """A workbook looked through: its rows with what each would do. `choices` are what the official decided."""

    roster: Roster
    fates: tuple[RowFate, ...]
    choices: Choices
    kind: str = "workbook"

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the file, and what comparing its rows with the records held brought to light."""
        told = set(self.roster.problems)
        compared = (problem for fate in self.fates for problem in fate.row.problems)
        return (*self.roster.problems, *(problem for problem in compared if problem not in told))

    @property
    def has_faults(self) -> bool:
        return not self.roster.headings or any(fate.fate is Fate.FAULTY for fate in self.fates)

    def counts(self) -> dict[str, int]:
        """How many rows are new, changed, same and faulty."""
        return {str(fate): sum(1 for row in self.fates if row.fate is fate) for fate in Fate}

    def columns(self) -> list[dict[str, str]]:
        """The columns matched, sheet by sheet: heading, question, confidence in %."""
        return [
            {"sheet": sheet, "heading": column.heading, "field": f"{column.form}.{column.field.name}",
             "confidence": str(column.confidence)}
            for sheet, heading in self.roster.headings.items()
            for column in heading.columns
        ]  # fmt: skip


def look_at_workbook(
    workspace: Workspace,
    file: Path,
    *,
    year: int | None,
    choices: Choices | None = None,
    before: WorkbookLook | None = None,
    report: Report = no_report,
) -> WorkbookLook:
    """Reads and compares; nothing is saved. `before` is an earlier look at the same file, which is not read again.

    Raises UserError where the file cannot be read.
    """
    roster = read_roster(
        file,
        subjects=all_subjects(),
        codes=resources.codes(),
        year=year or resources.latest_plan().year,
        remembered=workspace.take_ins.remembered(),
        choices=choices,
        words=path_words(),
        sheets=[seen.sheet for seen in before.roster.sheets] if before else None,
        report=report,
    )
    report(0, 0, "正在与已有档案对照…")
    return WorkbookLook(roster, tuple(_Comparison(workspace).fates(roster.rows)), choices or {})


def write_marked_copy(looked: WorkbookLook, out: Path) -> None:
    """A copy of the workbook with each fault marked in its cell."""
    write_marked(looked.roster.file, looked.problems, out)


class _Comparison:
    """Compares rows in the order in which records stand on one another: enterprises, carriers, claims, lists."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._records = workspace, workspace.records
        self._own = workspace.profile.office.code
        self._owners = Owners()

    def fates(self, rows: tuple[RosterRow, ...]) -> list[RowFate]:
        fates = self._enterprises([row for row in rows if row.form == ENTERPRISE])
        owners: tuple[Kind, ...] = (Kind.ENTERPRISE, Kind.CARRIER, Kind.CLAIM)
        if any(row.owner for row in rows):
            for kind in owners:
                self._owners.learn(self._held(kind))
        self._owners.learn_rows(Kind.ENTERPRISE, fates)
        for subject in all_subjects():
            wanted = [row for row in rows if row.form == subject.id and row.form != ENTERPRISE]
            if wanted:
                found = compare_lists(subject, wanted, self._same_form(subject), self._find_owner(subject))
                found = by_steps(self._workspace, found) if subject.form.kind == Kind.TRANSFORMATION else found
                fates += found
                if subject.form.kind in owners:
                    self._owners.learn_rows(Kind(subject.form.kind), found)
        order = {id(row.place): number for number, row in enumerate(rows)}
        return sorted(fates, key=lambda fate: order[id(fate.row.place)])

    def _enterprises(self, rows: list[RosterRow]) -> list[RowFate]:
        if not rows:
            return []
        every = self._records.all_of(Kind.ENTERPRISE, office=self._own, closed=True)
        held = [record for record in every if record.closed != TAKEN_BACK]
        figures = {
            (record.parent, record.year): record
            for record in self._held(Kind.YEAR_FIGURES)
            if record.parent is not None and record.year is not None
        }
        return compare(rows, held, figures)

    def _held(self, kind: Kind) -> list[Record]:
        return self._records.all_of(kind, office=self._own)

    def _same_form(self, subject: Subject) -> list[Record]:
        held = [record for record in self._held(Kind(subject.form.kind)) if record.form == subject.id]
        return sorted(held, key=lambda record: (record.whole("place_in_list") or 0, record.changed_at, record.uid))

    def _find_owner(self, subject: Subject) -> Callable[[RosterRow], str | Problem]:
        def find(row: RosterRow) -> str | Problem:
            plan_years = {resources.plan(plan_id).year for plan_id in resources.plan_ids()}
            if subject.form.kind == Kind.CLAIM and row.year not in plan_years:
                return Problem(f"没有{row.year}年的行动计划，请核对申报年度。", field="year", cell=row.place)
            return self._owners.of(subject, row)

        return find
