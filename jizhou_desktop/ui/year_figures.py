"""年度指标: one year's figures being entered, beside the years before and the change in %."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.form import FieldKind, Form
from jizhou_desktop.domain.record import Record, Value
from jizhou_desktop.ui.all_years import AllYears, year_rows
from jizhou_desktop.ui.answer_sheet import AnswerSheet
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entry_form import EntryForm
from jizhou_desktop.ui.entry_grid import Beside
from jizhou_desktop.ui.form_area import form_area
from jizhou_desktop.ui.widgets import button, choice, muted

_YEARS_BESIDE = 3
_AS_YUAN = Decimal(5000)
"""From so many times last year's figure it was likely typed in 元: 10,000 times, with room for a change of the year."""
_FIGURES = (FieldKind.MONEY, FieldKind.WHOLE, FieldKind.DECIMAL)


class YearFigures(QWidget):
    """The figures of an enterprise. Another year is asked for by signal: the page saves or asks first."""

    year_asked = Signal(int)
    dirty_changed = Signal(bool)
    ended = Signal()

    def __init__(
        self, desk: Desk, form: Form, codes: Codes, *, enterprise: str, held: Mapping[int, Record], year: int
    ) -> None:
        """`held` are the enterprise's figures by year; `year` is the one to enter."""
        super().__init__()
        self.year = year
        self._form, self._codes, self._held = form, codes, held
        before = [past for past in sorted(held) if past < year][-_YEARS_BESIDE:]
        last = held.get(year - 1)
        page = EntryForm(
            form,
            codes,
            leave_out=("year",),
            beside=[self._column(past, held[past]) for past in before],
            carried=self._shown(last) if last else {},
            comment=lambda name, value: _change(last, name, value, form),
        )
        page.fix("year", str(year))
        page.ended.connect(self.ended)
        record = held.get(year)
        uid = record.uid if record else desk.new_uid()
        self.sheet = AnswerSheet(desk, form, page, record=record, uid=uid, parent=enterprise, year=year)
        self.sheet.dirty_changed.connect(self.dirty_changed)
        self._lay_out(page, sorted({*held, year, desk.year - 1, desk.year}))

    def _lay_out(self, page: EntryForm, years: list[int]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(self._choice_of(years))
        layout.addWidget(form_area(page), 1)

    def _choice_of(self, years: list[int]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(20, 4, 20, 0)
        group = QButtonGroup(self)
        for year in years:
            made = choice(f"{year}年", chosen=year == self.year)
            made.clicked.connect(lambda _checked=False, year=year: self.year_asked.emit(year))
            group.addButton(made)
            line.addWidget(made)
        advice = muted(f"正在录入{self.year}年；F2 取上年数，F3 不适用，F4 未取得；亏损填负数；金额单位万元")
        line.addWidget(advice, 1)
        if len(self._held) > 1:
            line.addWidget(button("历年对比", self.show_all_years, hint="全部年度并列，逐年变化"))
        return line

    def show_all_years(self) -> None:
        """Every year side by side, as they are saved."""
        form = self._form
        rows = year_rows(form, self._held, self._shown, lambda last, name, now: _change(last, name, now[name], form))
        AllYears(self, sorted(self._held), rows).open()

    def _column(self, year: int, record: Record) -> Beside:
        return f"{year}年", self._shown(record)

    def _shown(self, record: Record) -> dict[str, str]:
        return {field.name: show(field, record[field.name], self._codes) for field in self._form.fields}


def _change(last: Record | None, name: str, value: Value, form: Form) -> str:
    """较上年 +12.5%; blank where either figure is missing or last year's is zero."""
    before = last[name] if last else None
    if form.field(name).kind not in _FIGURES or not _is_number(value) or not _is_number(before):
        return ""
    was, now = Decimal(str(before)), Decimal(str(value))
    if form.field(name).kind is FieldKind.MONEY and was and abs(now / was) >= _AS_YUAN:
        return f"为上年的{abs(now / was):,.0f}倍，是否把元当成了万元？"
    if was == 0:
        return "上年为0" if now else ""
    change = ((now - was) * 100 / abs(was)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"较上年 {change:+,}%"


def _is_number(value: Value) -> bool:
    if isinstance(value, int):
        return True
    return value is not None and value.lstrip("-").replace(".", "", 1).isdigit()
