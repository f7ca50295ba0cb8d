"""年度指标 as a tab: one year's figures, and what the dossier's own lists give for them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jizhou_desktop.domain.record import Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.figures_aid import FiguresAid
from jizhou_desktop.ui.widgets import shortcut
from jizhou_desktop.ui.year_figures import YearFigures

FORM = "year-figures"


class FiguresTab(QWidget):
    """Shows one year at a time; another is asked for by signal, since the page saves first."""

    year_asked = Signal(int)
    judged = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, enterprise: str, *, writable: bool) -> None:
        super().__init__()
        self._desk, self._enterprise, self._writable = desk, enterprise, writable
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.figures: YearFigures
        self.aid: FiguresAid
        shortcut("F8", self, self._toggle_aid)

    def _flip(self, opened: bool) -> None:
        """The energy list takes the figures' place: both at once are too much for a small screen."""
        self.figures.setVisible(not opened)
        self._layout.setStretch(1, int(opened))

    def _toggle_aid(self) -> None:
        self.aid.toggle()

    def show_year(self, year: int, held: Mapping[int, Record]) -> None:
        """Makes the entry of a year anew; `held` are the enterprise's figures by year."""
        while (item := self._layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        codes, form = resources.codes(), resources.form(FORM)
        self.figures = YearFigures(self._desk, form, codes, enterprise=self._enterprise, held=held, year=year)
        page = self.figures.sheet.page
        self.aid = FiguresAid(self._desk, self._enterprise, year, page, writable=self._writable)
        self.figures.year_asked.connect(self.year_asked)
        self.figures.ended.connect(self.ended)
        page.judged.connect(lambda _judged: self.judged.emit())
        self._layout.addWidget(self.figures, 3)
        self._layout.addWidget(self.aid)
        self.aid.opened.connect(self._flip)
