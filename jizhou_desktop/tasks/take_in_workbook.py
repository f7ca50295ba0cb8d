"""Taking in a roster (导入花名册): judged and compared first, saved as one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.exchange.compare import Fate, RowFate, compare
from jizhou_desktop.exchange.marked import write_marked
from jizhou_desktop.exchange.roster import ENTERPRISE, FIGURES, Roster, read_roster
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.uids import NewUid


@dataclass(frozen=True)
class WorkbookLook:
    """A workbook looked through: its rows with what each would do."""

    roster: Roster
    fates: tuple[RowFate, ...]
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
    workspace: Workspace, file: Path, *, year: int | None, chosen: Mapping[str, str] | None = None
) -> WorkbookLook:
    """Reads and compares; nothing is saved. Raises UserError where the file cannot be read."""
    roster = read_roster(
        file,
        enterprise=resources.form(ENTERPRISE),
        figures=resources.form(FIGURES),
        codes=resources.codes(),
        year=year or resources.latest_plan().year,
        chosen=chosen,
    )
    own = workspace.profile.office.code
    held = workspace.records.all_of(Kind.ENTERPRISE, office=own, closed=True)
    figures = {
        (record.parent, record.year): record
        for record in workspace.records.all_of(Kind.YEAR_FIGURES, office=own)
        if record.parent is not None and record.year is not None
    }
    return WorkbookLook(roster, tuple(compare(roster.rows, held, figures)))


def save_workbook(workspace: Workspace, looked: WorkbookLook, *, now: datetime, new_uid: NewUid) -> int:
    """Saves new and changed rows, all or none; gives how many records were saved."""
    wanted = [fate for fate in looked.fates if fate.fate in (Fate.NEW, Fate.CHANGED)]
    records = [record for fate in wanted for record in _records(workspace, fate, new_uid)]
    why = f"导入{looked.roster.file.name}"
    at = now.isoformat(timespec="seconds")
    return len(workspace.records.save_all(records, by=workspace.profile.clerk, at=at, why=why))


def write_marked_copy(looked: WorkbookLook, out: Path) -> None:
    """A copy of the workbook with each fault marked in its cell."""
    write_marked(looked.roster.file, looked.problems, out)


def _records(workspace: Workspace, fate: RowFate, new_uid: NewUid) -> list[Record]:
    """The records that the row adds or changes: the enterprise, and its figures by year."""
    enterprise = fate.held or _blank(workspace, ENTERPRISE, new_uid())
    # an enterprise that is new has none: 10,000 new rows must not ask 10,000 times
    figures = workspace.records.all_of(Kind.YEAR_FIGURES, parent=enterprise.uid) if fate.held else []
    held = {record.year: record for record in figures}
    wanted = [(enterprise, fate.row.values)]
    for year, values in fate.row.figures.items():
        blank = replace(_blank(workspace, FIGURES, new_uid()), year=year, parent=enterprise.uid)
        wanted.append((held.get(year, blank), values))
    filled = [(record, _filled(record, values)) for record, values in wanted]
    return [after for before, after in filled if not before.revision or before.values != after.values]


def _blank(workspace: Workspace, form_id: str, uid: str) -> Record:
    form = resources.form(form_id)
    return Record(uid, Kind(form.kind), workspace.profile.office.code, {}, form.id, form.version)


def _filled(record: Record, values: Mapping[str, Value]) -> Record:
    """The record with the row's answers; a blank cell leaves what is held."""
    said = {name: value for name, value in values.items() if value is not None or not record.revision}
    return record.with_values(**said)
