"""资质荣誉: what an enterprise holds, those that have run out marked, and the patents counted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.problem import Problem, Severity
from jizhou_desktop.domain.qualifications import ends_on, ends_soon, has_ended, patents_held
from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.list_tab import ListTab
from jizhou_desktop.ui.row_grid import RowGrid

FORM = "qualification"
_ROW = Record("", Kind.QUALIFICATION, "", {}, FORM)


class QualificationTab(ListTab):
    """One list, with a sentence above it that says what it adds up to today."""

    def __init__(self, desk: Desk, enterprise: str, *, writable: bool) -> None:
        self._today = desk.now().date()
        self.grid = RowGrid(
            desk, FORM, enterprise, notes=lambda values: run_out(values, self._today), writable=writable
        )
        super().__init__(self.grid)
        self.grid.changed.connect(lambda _rows: self.say(summary(self.rows(), self._today)))

    def rows(self) -> list[Record]:
        """The rows as typed."""
        return [replace(_ROW, values=values) for values in self.grid.values_read()]


def run_out(values: Mapping[str, Value], today: date) -> Sequence[Problem]:
    """What is said beside the last day of a row: that it has passed, or that it comes soon."""
    row = replace(_ROW, values=values)
    end = ends_on(row)
    if end is not None and has_ended(row, today):
        return [Problem(f"已于{chinese_date(end)}到期，重新取得的另起一行登记。", Severity.QUERY, field="expires")]
    if end is not None and ends_soon(row, today):
        return [Problem(f"还有{(end - today).days}天到期，请提醒企业续办。", Severity.HINT, field="expires")]
    return []


def summary(rows: Sequence[Record], today: date) -> str:
    """How many hold, how many have run out or soon will, and the patents by kind."""
    if not rows:
        return "每项一行；专利、商标可按种类合并为一行，件数写在“数量”。"
    ended = sum(has_ended(row, today) for row in rows)
    soon = sum(ends_soon(row, today) for row in rows)
    patents = patents_held(rows, today)
    said = [
        f"现有效{len(rows) - ended}项",
        f"已过期{ended}项" if ended else "",
        f"半年内到期{soon}项" if soon else "",
        f"有效专利{sum(patents.values())}件（{'、'.join(f'{kind}{count}' for kind, count in patents.items())}）"
        if patents
        else "",
    ]
    return "；".join(part for part in said if part)
