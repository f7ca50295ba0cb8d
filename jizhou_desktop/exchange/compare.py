"""What a roster's rows would do to the records held: new, changed field by field, same, faulty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Record, Value
from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.roster import RosterRow


class Fate(StrEnum):
    """What becomes of a row (新增, 变更, 相同, 有误)."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    FAULTY = "faulty"


@dataclass(frozen=True)
class RowFate:
    """A row, the record it is about where one is held, and the values it would change: name → (before, after).

    Figures' names carry their year: `2020.revenue`. `parent` is the key of the record it belongs to.
    """

    row: RosterRow
    fate: Fate
    held: Record | None = None
    changes: Mapping[str, tuple[Value, Value]] = field(default_factory=dict)
    parent: str = ""

    @property
    def key(self) -> str:
        """What others name this row's record by before it has a number: the uid where it is held, else its place."""
        return self.held.uid if self.held else f"{self.row.place.sheet}!{self.row.place.row}"


def compare(
    rows: Sequence[RosterRow], held: Sequence[Record], figures: Mapping[tuple[str, int], Record]
) -> list[RowFate]:
    """Each row's fate against the enterprises held, found by credit code, then by folded name.

    `figures` are the year figures held, by enterprise's uid and year. A blank cell changes nothing.
    """
    by_code = {record.text("uscc"): record for record in held if record["uscc"]}
    by_name = {fold(record.text("name")): record for record in held}
    fates = []
    taken: set[str] = set()
    for row in rows:
        fate = _fate(row, by_code, by_name, figures)
        # found by its code in one row and by its name in another: the second would undo the first
        if fate.held and fate.held.uid in taken:
            fate = RowFate(_told_twice(row), Fate.FAULTY, fate.held)
        elif fate.held and fate.fate is not Fate.FAULTY:
            taken.add(fate.held.uid)
        fates.append(fate)
    return fates


def _told_twice(row: RosterRow) -> RosterRow:
    problem = Problem("与前面一行对应同一条已有档案，请合并为一行。", field="name", cell=row.place)
    return replace(row, problems=(*row.problems, problem))


def _fate(
    row: RosterRow,
    by_code: Mapping[str, Record],
    by_name: Mapping[str, Record],
    figures: Mapping[tuple[str, int], Record],
) -> RowFate:
    code, name = str(row.values.get("uscc") or ""), fold(str(row.values.get("name") or ""))
    record = by_code.get(code) or _same_name(by_name.get(name), code)
    if not row.sound:
        return RowFate(row, Fate.FAULTY, record)
    if record is None:
        return RowFate(row, Fate.NEW)
    changes = changes_of("", row.values, record)
    for year, values in row.figures.items():
        changes |= changes_of(f"{year}.", values, figures.get((record.uid, year)))
    return RowFate(row, Fate.CHANGED if changes else Fate.SAME, record, changes)


def _same_name(record: Record | None, code: str) -> Record | None:
    """An enterprise of the same name is another one where both have codes and the codes differ."""
    if record is not None and code and record["uscc"] and record["uscc"] != code:
        return None
    return record


def changes_of(prefix: str, values: Mapping[str, Value], held: Record | None) -> dict[str, tuple[Value, Value]]:
    """What a row's values would change of a record: name → (before, after)."""
    before = held.values if held else {}
    return {
        f"{prefix}{name}": (before.get(name), value)
        for name, value in values.items()
        if value is not None and value != before.get(name) and (name != "year" or not prefix)
    }
