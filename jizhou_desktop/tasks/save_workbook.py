"""Saving a workbook that was looked through (确认导入): new and changed rows in one transaction, and its register."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.exchange.compare import Fate, RowFate
from jizhou_desktop.exchange.roster import FIGURES, Report
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.computed import with_computed
from jizhou_desktop.tasks.take_in_workbook import WorkbookLook, no_report
from jizhou_desktop.tasks.uids import NewUid

_EVERY = 500
_IN_ORDER = (Kind.CONTACT, Kind.PRODUCT, Kind.QUALIFICATION, Kind.ENERGY, Kind.TENANT, Kind.EQUIPMENT)
"""Lists whose rows keep their order."""


def save_workbook(
    workspace: Workspace, looked: WorkbookLook, *, now: datetime, new_uid: NewUid, report: Report = no_report
) -> int:
    """Saves new and changed rows, all or none; gives how many records were saved. `report` may stop it until then."""
    wanted = [fate for fate in looked.fates if fate.fate in (Fate.NEW, Fate.CHANGED)]
    records = list(_Maker(workspace, wanted, new_uid).records(report))
    by, at, file = workspace.profile.clerk, now.isoformat(timespec="seconds"), looked.roster.file.name
    counts = {name: looked.counts()[name] for name in ("new", "changed")}
    report(0, 0, f"正在写入{len(records):,}条记录，全部写入或一条不写…")
    saved = workspace.records.save_all(
        records, by=by, at=at, why=f"导入{file}",
        note=lambda saved: workspace.take_ins.note(file, counts, saved, by=by, at=at) if saved else None,
    )  # fmt: skip
    remember(workspace, looked)
    return len(saved)


def remember(workspace: Workspace, looked: WorkbookLook) -> None:
    """Keeps how the official matched columns, by heading, for the next workbook of the kind."""
    for seen in looked.roster.sheets:
        choice = looked.choices.get(seen.sheet.name)
        if choice and choice.columns and seen.subject and seen.heading:
            heads = dict(seen.heading.heads)
            chosen = {heads[index]: target for index, target in choice.columns.items() if heads.get(index)}
            workspace.take_ins.remember(seen.subject.id, chosen)


class _Maker:
    """Makes the records that rows add or change."""

    def __init__(self, workspace: Workspace, fates: list[RowFate], new_uid: NewUid) -> None:
        self._workspace = workspace
        self._fates = fates
        self._new_uid = new_uid
        self._uids = {fate.key: fate.held.uid if fate.held else new_uid() for fate in fates}
        self._places: dict[tuple[str, Kind], int] = {}

    def records(self, report: Report) -> Iterator[Record]:
        for number, fate in enumerate(self._fates, start=1):
            if number % _EVERY == 0:
                report(number, len(self._fates), f"正在准备第{number:,}行…")
            for before, after in self._of_row(fate):
                if not before.revision or before.values != after.values:
                    yield after

    def _of_row(self, fate: RowFate) -> Iterator[tuple[Record, Record]]:
        """Each record of the row as it stood and as it will."""
        blank = self._blank(fate.row.form, self._uids[fate.key])
        parent = self._uids.get(fate.parent, fate.parent) or None
        # a machine's year is that of its claim
        year = None if blank.kind is Kind.EQUIPMENT else fate.row.year
        record = fate.held or self._placed(replace(blank, year=year, parent=parent))
        form = resources.form(record.form)
        yield record, with_computed(self._workspace, _filled(record, fate.row.values), form)
        if not fate.row.figures:
            return
        # an enterprise that is new has none: 10,000 new rows must not ask 10,000 times
        held = self._workspace.records.all_of(Kind.YEAR_FIGURES, parent=record.uid) if fate.held else []
        by_year = {figures.year: figures for figures in held}
        for year, values in fate.row.figures.items():
            figures = by_year.get(year) or replace(self._blank(FIGURES, self._new_uid()), year=year, parent=record.uid)
            yield figures, _filled(figures, values)

    def _blank(self, form_id: str, uid: str) -> Record:
        form = resources.form(form_id)
        return Record(uid, Kind(form.kind), self._workspace.profile.office.code, {}, form.id, form.version)

    def _placed(self, record: Record) -> Record:
        """A new row of a list stands after those before it."""
        if record.kind not in _IN_ORDER or record.parent is None:
            return record
        key = (record.parent, record.kind)
        if key not in self._places:
            held = self._workspace.records.all_of(record.kind, parent=record.parent)
            self._places[key] = max((one.whole("place_in_list") or 0 for one in held), default=0)
        self._places[key] += 1
        return record.with_values(place_in_list=self._places[key])


def _filled(record: Record, values: Mapping[str, Value]) -> Record:
    """The record with the row's answers; a blank cell leaves what is held."""
    said = {name: value for name, value in values.items() if value is not None or not record.revision}
    return record.with_values(**said)
