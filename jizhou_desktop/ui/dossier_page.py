"""One enterprise's dossier (一企一档): entry, yearly figures, its lists, history, and what the rules say of it."""

from dataclasses import replace

from PySide6.QtCore import Signal

from jizhou_desktop.domain.answers import Judged
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import dossiers, resources
from jizhou_desktop.tasks.check import check_enterprise
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossier_head import DossierHead
from jizhou_desktop.ui.figures_tab import FORM as FIGURES
from jizhou_desktop.ui.figures_tab import FiguresTab
from jizhou_desktop.ui.list_tab import ListTab
from jizhou_desktop.ui.qualification_tab import QualificationTab
from jizhou_desktop.ui.record_page import RecordPage
from jizhou_desktop.ui.related_view import RelatedView
from jizhou_desktop.ui.row_grid import RowGrid
from jizhou_desktop.ui.size_words import size_said
from jizhou_desktop.ui.twins import OPEN_TWIN, twin_of, words_of
from jizhou_desktop.ui.widgets import shortcut
from jizhou_desktop.ui.year_figures import YearFigures

FORM = "enterprise"


class DossierPage(RecordPage):
    """The figures are entered a year at a time; the lists and the dossier itself are saved with them."""

    claim_asked = Signal(str)

    def __init__(self, desk: Desk, uid: str = "") -> None:
        """`uid` is blank for a new dossier."""
        record = dossiers.enterprise_file(desk.workspace, uid).enterprise if uid else None
        super().__init__(desk, FORM, record, DossierHead(new="新建企业档案", following="保存，下一家"))
        self._file = dossiers.enterprise_file(desk.workspace, uid) if uid else _empty_file(self.uid)
        self._twin: dossiers.Twin | None = None
        self._asked = ("", "")
        self._years = FiguresTab(desk, self.uid, writable=self.writable)
        people, products = (RowGrid(desk, kind, self.uid, writable=self.writable) for kind in ("contact", "product"))
        self.people = ListTab(people, products)
        self.qualifications = QualificationTab(desk, self.uid, writable=self.writable)
        self.related = RelatedView()
        self.tabs.addTab(self._years, "年度指标")
        self.tabs.addTab(self.people, "联系人和产品")
        self.tabs.addTab(self.qualifications, "资质荣誉")
        self.tabs.addTab(self.related, "转型和补贴")
        self._show_year(desk.year)
        for tab in (self.people, self.qualifications):
            for grid in tab.grids:
                self.parts.add(grid, tab)
        self._connect_tabs()
        self._begin()

    @property
    def figures(self) -> YearFigures:
        """The figures of the year in hand."""
        return self._years.figures

    def go_to_problem(self, problem: Problem) -> None:
        """Goes to the field that a problem speaks of, in whatever year, list or record it lies."""
        if self.related.go_to(problem.record):
            self.tabs.setCurrentWidget(self.related)
            return
        if problem.field == "qualifications" and self._file.qualifications:
            self._enter(self.qualifications)
            return
        year = next((year for year, record in self._file.figures.items() if record.uid == problem.record), None)
        if year is None:
            super().go_to_problem(problem)
            return
        if year != self.figures.year:
            self._change_year(year)
        self.tabs.setCurrentWidget(self._years)
        self.figures.sheet.page.go_to(problem.field)

    def _connect_tabs(self) -> None:
        shortcut(OPEN_TWIN, self, self._open_twin)
        self.form.ended.connect(lambda: self._enter(self._years))
        self._years.ended.connect(lambda: self._enter(self.people))
        self.people.grids[-1].ended.connect(lambda: self._enter(self.qualifications))
        self.qualifications.grid.ended.connect(self.head.save.setFocus)
        self.qualifications.grid.changed.connect(lambda _rows: self._count_patents())
        self._years.year_asked.connect(self._change_year)
        self._years.judged.connect(self._show_state)
        self.related.claim_asked.connect(self.claim_asked)
        self.tabs.currentChanged.connect(self._entered)

    def _enter(self, tab: FiguresTab | ListTab) -> None:
        self.tabs.setCurrentWidget(tab)
        self._entered(self.tabs.currentIndex())

    def _entered(self, place: int) -> None:
        """The cursor goes where the tab is typed in."""
        tab = self.tabs.widget(place)
        if not self.isVisible():
            return
        if isinstance(tab, ListTab):
            tab.go_to()
        elif place < 2:
            (self.form, self.figures.sheet.page)[place].go_to()

    # years

    def _change_year(self, year: int) -> None:
        """What is typed for the year in hand is saved first; where it cannot be, its year stays."""
        typed = self.figures.sheet.dirty or self._years.aid.energy.dirty
        refused = typed and not self.save()
        if not refused:
            for part in (self.figures.sheet, self._years.aid.energy):
                self.parts.drop(part)
            self._show_year(year)
            self.figures.sheet.load()
            self._years.aid.energy.load()
            self._count_patents()

    def _show_year(self, year: int) -> None:
        self._years.show_year(year, self._file.figures)
        for part in (self.figures.sheet, self._years.aid.energy):
            self.parts.add(part, self._years)

    def _count_patents(self) -> None:
        self._years.aid.show_patents(self.qualifications.rows())

    # what is shown

    def _judged(self, judged: Judged) -> None:
        super()._judged(judged)
        self._show_twin()

    def _refresh(self) -> None:
        if self.sheet.record is not None:
            self._file = dossiers.enterprise_file(self._desk.workspace, self.uid)
            self._rule_problems = tuple(check_enterprise(self._desk.workspace, self._file.enterprise))
        self.related.show_file(self._file)
        self.tabs.setTabEnabled(self.tabs.indexOf(self.related), self.sheet.record is not None)
        super()._refresh()

    def _show_state(self) -> None:
        year, sheet = self.figures.year, self.figures.sheet
        blank = Record("", Kind.YEAR_FIGURES, "", {}, FIGURES, year=year)
        figures = (sheet.record or blank).with_values(**sheet.page.values_read())
        enterprise = self._file.enterprise.with_values(**self.form.values_read())
        typed = replace(self._file, enterprise=enterprise, figures={**self._file.figures, year: figures})
        said = size_said(enterprise, typed.size(year), typed.above_scale(year))
        self.head.show_dossier(enterprise.text("name"), enterprise.text("uscc"), said, dirty=self.dirty)

    def _show_twin(self) -> None:
        """Told while code or name is being typed, and taken back as soon as it is true no more."""
        answers = self.form.answers()
        asked = (answers.get("name", ""), answers.get("uscc", ""))
        if asked == self._asked:
            return
        self._asked = asked
        saved = self.sheet.record
        as_saved = saved is not None and asked == (saved.text("name"), saved.text("uscc"))
        before, self._twin = self._twin, None if as_saved else twin_of(self._desk.workspace, self.uid, answers)
        if self._twin is not None:
            self.strip.say(words_of(self._twin), tone="query", offers={f"打开（{OPEN_TWIN}）": self._open_twin})
        elif before is not None:
            self.strip.say("")

    def _open_twin(self) -> None:
        if self._twin is not None:
            self.open_asked.emit(self._twin.uid)


def _empty_file(uid: str) -> EnterpriseFile:
    blank = Record(uid, Kind.ENTERPRISE, "", {}, FORM)
    return EnterpriseFile(
        blank, resources.latest_plan(), resources.codes(), resources.thresholds(), scale=resources.scale_limits()
    )
