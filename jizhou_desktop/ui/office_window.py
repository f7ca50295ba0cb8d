"""Puts the pages of one workspace together and joins what one page asks with what another does."""

from PySide6.QtCore import QObject, Signal

from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.ui.carriers_page import CarriersPage
from jizhou_desktop.ui.claims_page import ClaimsPage
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.dossiers_page import DossiersPage
from jizhou_desktop.ui.exchange_pages import ExchangePages
from jizhou_desktop.ui.home_page import HomePage
from jizhou_desktop.ui.main_window import MainWindow, Page
from jizhou_desktop.ui.papers_page import PapersPage
from jizhou_desktop.ui.plan_page import PlanPage
from jizhou_desktop.ui.preferences import Preferences
from jizhou_desktop.ui.settings_page import SettingsPage
from jizhou_desktop.ui.transformations_page import TransformationsPage
from jizhou_desktop.ui.widgets import shortcut

ENTERPRISE_RECORD, CARRIER_RECORD, PROJECT_FORM = "enterprise-record", "carrier-record", "project-form"

_PAGES = (Kind.ENTERPRISE, Kind.CARRIER, Kind.CLAIM, Kind.TRANSFORMATION)
"""The kinds of record that have a page of their own."""


class OfficeWindow(QObject):
    """The window on one workspace."""

    failed = Signal(object)
    text_size_asked = Signal(object)
    other_workspace_asked = Signal()

    def __init__(self, desk: Desk, preferences: Preferences) -> None:
        super().__init__()
        self._desk, self._preferences = desk, preferences
        self.home = HomePage(desk)
        self.plan = PlanPage(desk)
        self.dossiers = DossiersPage(desk)
        self.carriers = CarriersPage(desk)
        self.transformations = TransformationsPage(desk)
        self.claims = ClaimsPage(desk)
        self.papers = PapersPage(desk, preferences)
        self.exchange = ExchangePages(desk)
        self.settings = SettingsPage(desk, preferences.text_size)
        self._pages = (
            self.home,
            self.plan,
            self.dossiers,
            self.carriers,
            self.transformations,
            self.claims,
            self.papers,
            self.exchange,
            self.settings,
        )
        pages = [
            Page("工作台", "home", self.home),
            Page("企业档案", "dossier", self.dossiers),
            Page("载体档案", "building", self.carriers),
            Page("行动计划", "plan", self.plan),
            Page("转型任务", "turn", self.transformations),
            Page("补贴申报", "subsidy", self.claims),
            Page("公文打印", "paper", self.papers),
            Page("数据交接", "exchange", self.exchange),
            Page("设置", "settings", self.settings),
        ]
        self.window = MainWindow(pages, desk.workspace.profile, str(desk.workspace.folder))
        self.window.restoreGeometry(preferences.geometry)
        self._join()
        self.home.refresh()

    def show(self) -> None:
        """Shows the window."""
        self.window.show()

    def close(self) -> None:
        """Closes the window, and then its workspace, which pages still read until they are gone."""
        self.window.destroyed.connect(self._desk.workspace.close)
        self.window.close()
        self.window.deleteLater()

    def _join(self) -> None:
        self.window.page_shown.connect(self._refresh)
        self.window.closing.connect(self._keep)
        self.home.enterprises_asked.connect(lambda: self.window.go_to(self.dossiers))
        self.home.claims_asked.connect(self._show_scheme)
        self.home.problem_picked.connect(self._go_to_problem)
        self.home.failed.connect(self.failed)
        self.home.path_asked.connect(self._show_path)
        shortcut("Shift+F9", self.window, self._audit_all)
        self.home.place_asked.connect(self._show_place)
        self.home.record_picked.connect(self._open_record)
        self.plan.path_asked.connect(self._show_path)
        self.plan.print_asked.connect(lambda paper: self._print(paper, ""))
        self.dossiers.take_in_asked.connect(self._take_in)
        self.dossiers.give_out_asked.connect(lambda: self.exchange.errands.choose_export("enterprises"))
        self.dossiers.print_asked.connect(lambda uid: self._print(ENTERPRISE_RECORD, uid))
        self.dossiers.claim_asked.connect(self._open_claim)
        self.transformations.print_asked.connect(lambda uid: self._print(PROJECT_FORM, uid))
        self.transformations.subject_asked.connect(self._open_dossier)
        self.carriers.print_asked.connect(lambda uid: self._print(CARRIER_RECORD, uid))
        self.carriers.enterprise_asked.connect(self._open_dossier)
        self.claims.print_asked.connect(self._print)
        self.claims.enterprise_asked.connect(self._open_dossier)
        self.settings.text_size_asked.connect(self.text_size_asked)
        self.settings.profile_changed.connect(self.window.show_profile)
        self.settings.other_workspace_asked.connect(self.other_workspace_asked)
        for page in (self.dossiers, self.papers, self.exchange, self.settings):
            page.failed.connect(self.failed)
        speakers = (
            self.plan,
            self.dossiers,
            self.carriers,
            self.transformations,
            self.claims,
            self.papers,
            self.exchange,
        )
        for speaker in speakers:
            speaker.said.connect(self.window.say)

    def _refresh(self, page: QObject) -> None:
        for known in self._pages:
            if known is page:
                known.refresh()

    def _keep(self) -> None:
        """Before the window goes: drafts of what is typed, and where the window stood."""
        self.plan.duties.keep_drafts()
        self.dossiers.keep_drafts()
        self.transformations.keep_drafts()
        self.carriers.keep_drafts()
        self.claims.keep_drafts()
        self._preferences.geometry = self.window.saveGeometry()

    def _audit_all(self) -> None:
        """All rules over all records, from any page."""
        self.window.go_to(self.home)
        self.home.audit()

    def _take_in(self) -> None:
        self.window.go_to(self.exchange)
        self.exchange.take_in()

    def _show_path(self, path: str) -> None:
        self.window.go_to(self.transformations)
        self.transformations.show_path(path)

    def _show_scheme(self, scheme: str) -> None:
        self.claims.list.show_scheme(scheme)
        self.window.go_to(self.claims)

    def _show_place(self, place: str) -> None:
        self.window.go_to(self.transformations)
        self.transformations.show_place(place)

    def _print(self, paper: str, uid: str) -> None:
        self.window.go_to(self.papers)
        self.papers.make(paper, uid)

    def _open_dossier(self, uid: str) -> None:
        """The dossier of an enterprise or a carrier, on the page of its kind."""
        record = self._desk.workspace.records.get(uid)
        page = self.carriers if record is not None and record.kind is Kind.CARRIER else self.dossiers
        self.window.go_to(page)
        page.open(uid)

    def _open_claim(self, uid: str) -> None:
        self.window.go_to(self.claims)
        self.claims.open(uid)

    def _open_transformation(self, uid: str) -> None:
        self.window.go_to(self.transformations)
        self.transformations.open(uid)

    def _open_record(self, uid: str) -> Record | None:
        """Opens the page of a record, or of what it belongs to; gives what was opened."""
        record = self._desk.workspace.records.get(uid) if uid else None
        while record is not None and record.kind not in _PAGES and record.parent:
            record = self._desk.workspace.records.get(record.parent)
        if record is not None and record.kind in _PAGES:
            {
                Kind.ENTERPRISE: self._open_dossier,
                Kind.CARRIER: self._open_dossier,
                Kind.CLAIM: self._open_claim,
                Kind.TRANSFORMATION: self._open_transformation,
            }[record.kind](record.uid)
        return record

    def _go_to_problem(self, problem: Problem) -> None:
        """To the page where the problem can be mended, and to its field."""
        opened = self._open_record(problem.record)
        if opened is None or opened.kind not in (Kind.ENTERPRISE, Kind.CARRIER):
            return
        dossier = self.carriers.dossier if opened.kind is Kind.CARRIER else self.dossiers.dossier
        if dossier is not None:
            dossier.go_to_problem(problem)
