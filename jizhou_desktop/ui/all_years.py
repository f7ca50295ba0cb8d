"""历年对比: every year of an enterprise's figures side by side, each with its change against the year before."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Record
from jizhou_desktop.ui.text_table import TextTable, table_view
from jizhou_desktop.ui.widgets import button, muted, page_layout, row

Shown = Callable[[Record], Mapping[str, str]]
Change = Callable[[Record | None, str, Record], str]

_INDICATOR, _YEAR = 13, 11
"""Widths in characters."""
_MOST_WIDE, _TALL = 78, 26


def year_rows(form: Form, held: Mapping[int, Record], shown: Shown, change: Change) -> list[tuple[str, ...]]:
    """A row a figure: its name, and for each year the value with the change against the year before it."""
    years = sorted(held)
    values = {year: shown(held[year]) for year in years}
    return [
        (
            field.label,
            *(_cell(values[year][field.name], change(held.get(year - 1), field.name, held[year])) for year in years),
        )
        for field in form.fields
        if field.name != "year"
    ]


def _cell(value: str, change: str) -> str:
    return f"{value}\n{change.removeprefix('较上年 ')}" if value and change else value


class AllYears(QDialog):
    """To be read; figures are typed year by year on the page."""

    def __init__(self, parent: QWidget, years: Sequence[int], rows: Sequence[tuple[str, ...]]) -> None:
        super().__init__(parent)
        self.setWindowTitle("历年对比")
        self.table = TextTable(("指标", *(f"{year}年" for year in years)), figures=range(1, len(years) + 1))
        view = table_view(self.table, (_INDICATOR, *[_YEAR] * len(years)))
        self.table.show_rows([(line, None) for line in rows])
        layout = page_layout(self)
        layout.addWidget(view, 1)
        layout.addWidget(muted("第二行为较上年的变化；上年没有数据的不计算。"))
        layout.addLayout(row(1, button("关闭", self.accept, weight="main", hint="Esc")))
        metrics = self.fontMetrics()
        wide = min(_INDICATOR + _YEAR * len(years) + 4, _MOST_WIDE)
        self.resize(metrics.horizontalAdvance("国") * wide, metrics.height() * _TALL)
