"""What the rows of a list (联系人、申报、设备清单) would do to the records held of the same owner."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Record, Value
from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.compare import Fate, RowFate, changes_of
from jizhou_desktop.exchange.roster_rows import RosterRow
from jizhou_desktop.exchange.subjects import Subject

FindOwner = Callable[[RosterRow], str | Problem]
"""The key of the record that a row belongs to, blank for one that belongs to none; a problem where none was found."""

_MAY_REPEAT = ("equipment", "patent")
"""Two machines of one model on one invoice, two claims for one kind of patent: rows meet records in their order."""


def compare_lists(
    subject: Subject, rows: Sequence[RosterRow], held: Iterable[Record], find_owner: FindOwner
) -> list[RowFate]:
    """Each row's fate against the records held of that subject. A blank cell changes nothing."""
    waiting: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in held:
        waiting[_key(subject, record.parent or "", record.year, record.values)].append(record)
    seen: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], RosterRow] = {}
    fates = []
    for row in rows:
        owner = find_owner(row)
        if isinstance(owner, Problem) or not row.sound:
            fates.append(RowFate(_with(row, owner) if isinstance(owner, Problem) else row, Fate.FAULTY))
            continue
        key = _key(subject, owner, row.year, row.values)
        earlier = first.setdefault(key, row)
        if earlier is not row and subject.id not in _MAY_REPEAT:
            fates.append(RowFate(_with(row, _told_twice(row, earlier)), Fate.FAULTY, parent=owner))
            continue
        records = waiting[key]
        found = records[seen[key]] if seen[key] < len(records) else None
        seen[key] += 1
        changes = changes_of("", row.values, found) if found else {}
        fate = Fate.NEW if found is None else Fate.CHANGED if changes else Fate.SAME
        fates.append(RowFate(row, fate, found, changes, owner))
    return fates


def _key(subject: Subject, owner: str, year: int | None, values: Mapping[str, Value]) -> tuple[str, ...]:
    said = [fold(str(values.get(name) or "")) for name in subject.identity]
    return (owner, str(year or "") if subject.yearly else "", *said)


def _with(row: RosterRow, problem: Problem) -> RosterRow:
    return replace(row, problems=(*row.problems, problem))


def _told_twice(row: RosterRow, first: RosterRow) -> Problem:
    return Problem(f"与{first.place}重复，请合并为一行。", field="name", cell=row.place)
