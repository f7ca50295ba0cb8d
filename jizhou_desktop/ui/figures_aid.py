"""Beside the year's figures: what the dossier's own lists give for them — 综合能耗 by energy kind, 有效专利."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jizhou_desktop.domain.energy import work_out
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped, read_decimal
from jizhou_desktop.domain.qualifications import patents_held
from jizhou_desktop.domain.record import Record, Value
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entry_form import EntryForm
from jizhou_desktop.ui.row_grid import RowGrid
from jizhou_desktop.ui.widgets import button, choice, muted, row

_OPENS = "按能源品种折算"


class FiguresAid(QWidget):
    """One line under the figures; the energy list opens in their place. A figure that is blank, or that came from here
    before, is filled in by itself; one that was typed is only compared.
    """

    opened = Signal(bool)

    def __init__(self, desk: Desk, enterprise: str, year: int, page: EntryForm, *, writable: bool) -> None:
        super().__init__()
        self._year, self._page = year, page
        self._filled = ""
        self._coal = ""
        self._patents = ""
        self.energy = RowGrid(desk, "energy", enterprise, year=year, fixed={"year": str(year)}, writable=writable)
        self._open = choice(_OPENS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._open.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._open.setToolTip("F8：按品种填能源消费，折成吨标准煤")
        self._working = muted("")
        self._take_coal = button("填入综合能耗", self._fill_coal)
        self._count = muted("")
        self._take_patents = button("填入有效专利", self._fill_patents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 8)
        layout.setSpacing(4)
        layout.addWidget(self.energy, 1)
        layout.addWidget(self._working)
        layout.addLayout(self._line())
        self.energy.hide()
        self._open.toggled.connect(self._toggle)
        self.energy.changed.connect(self._work_out)
        page.judged.connect(lambda _judged: self._compare())
        self._work_out(())

    def _line(self) -> QHBoxLayout:
        line = row(self._open, self._take_coal, 1, self._count, self._take_patents)
        line.setStretch(3, 100)  # the words take the room while they are shown, else the gap does
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line

    @property
    def working(self) -> str:
        """The working of 综合能耗 as shown."""
        return self._working.text()

    def toggle(self) -> None:
        """Opens the energy list, or closes it."""
        self._open.toggle()

    def show_patents(self, qualifications: list[Record]) -> None:
        """Counts the patents that are held at the year's end by the list of 资质荣誉."""
        held = patents_held(qualifications, date(self._year, 12, 31))
        self._patents = str(sum(held.values())) if held else ""
        listed = "、".join(f"{kind}{count}件" for kind, count in held.items())
        self._count.setText(f"资质荣誉登记的有效专利{self._patents}件（{listed}）" if held else "")
        self._compare()

    def _toggle(self, opened: bool) -> None:
        self.energy.setVisible(opened)
        self._compare()
        height = QSizePolicy.Policy.Expanding if opened else QSizePolicy.Policy.Minimum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, height)
        self._open.setText("返回年度指标" if opened else _OPENS)
        self.opened.emit(opened)
        if opened:
            self.energy.go_to()
        else:
            self._page.go_to("energy")

    def _work_out(self, rows: Sequence[Mapping[str, Value]]) -> None:
        try:
            worked = work_out(rows)
        except UserError as error:
            self._coal = ""
            self._working.setText(f"暂不能折算：{error}")
        else:
            self._coal = grouped(worked.tce) if rows else ""
            steps = "；".join(worked.lines)
            self._working.setText(f"{steps}。合计{self._coal}吨标准煤（GB/T 2589-2020）" if rows else "")
        typed = self._page.entry("energy").value()
        if self._coal and self._open.isChecked() and typed in ("", self._filled):
            self._fill_coal()
        self._compare()

    def _fill_coal(self) -> None:
        self._filled = self._coal
        self._fill("energy", self._coal)

    def _fill_patents(self) -> None:
        self._fill("patents", self._patents)

    def _fill(self, name: str, text: str) -> None:
        self._page.entry(name).set_value(text)
        self._page.judge_now()
        self._compare()

    def _compare(self) -> None:
        """Offers only what would change something."""
        self._working.setVisible(bool(self._working.text()))
        self._take_coal.setVisible(bool(self._coal) and not _same(self._page.entry("energy").value(), self._coal))
        patents = self._page.entry("patents").value()
        self._count.setVisible(not self._open.isChecked())
        self._take_patents.setVisible(
            bool(self._patents) and self._count.isVisibleTo(self) and not _same(patents, self._patents)
        )


def _same(typed: str, reckoned: str) -> bool:
    return bool(typed) and _number(typed) == _number(reckoned)


def _number(text: str) -> Decimal | None:
    try:
        return read_decimal(text)
    except UserError:
        return None
